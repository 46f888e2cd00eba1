"""Pictures on their way into the map: made ready beside the work, kept safe, then shown by a verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import HEAD, Id
from journeymap.model.records import Attachment
from journeymap.storage.errors import StorageError
from journeymap.ui.background import Work
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.dialogs.picture import PictureDialog

if TYPE_CHECKING:
    from journeymap.storage.attachments import Picture

ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif", ".avif")
PASTED = N_("Pasted picture")
Source: TypeAlias = "tuple[str, Callable[[], Picture]]"
"""What a picture is called, and how it is read."""


def ask(desk: Desk, about: Id, parent: QWidget) -> None:
    """Choose pictures from files and show them; of the logo and one piece of evidence only the first."""
    kinds = desk.t("Pictures") + " (" + " ".join(f"*{ending}" for ending in ENDINGS) + ")"
    paths, _ = QFileDialog.getOpenFileNames(parent, desk.t("Attach a picture"), str(_folder(desk)), kinds)
    attach(desk, about, [from_file(Path(path)) for path in paths], parent)


def _folder(desk: Desk) -> Path:
    path = desk.work.filing.path
    return path.parent if path is not None else Path.home()


def look(desk: Desk, about: Id, parent: QWidget) -> None:
    """The picture a record has, large, and what can be done about it."""
    id = _picture_of(desk, about)
    record = desk.journey.attachments.get(id) if id is not None else None
    data = desk.work.filing.attachments.get(record.sha256) if record is not None else None
    if record is None or data is None:
        return
    may_edit = not desk.work.filing.read_only
    dialog = PictureDialog(desk.look, desk.t, record.name or "", data, parent, may_edit=may_edit)
    answer = dialog.ask()
    dialog.deleteLater()
    if answer == "remove":
        verbs.take_picture_away(desk.document, about)
    elif answer == "exchange":
        ask(desk, about, parent)


def _picture_of(desk: Desk, about: Id) -> Id | None:
    evidence = desk.journey.evidence.get(about)
    return desk.journey.head.logo if about == HEAD else evidence.attachment if evidence is not None else None


def from_file(path: Path) -> Source:
    """A picture in a file."""
    from journeymap.storage.attachments import picture_at  # noqa: PLC0415 - Pillow only where it is needed

    return path.name, lambda: picture_at(path)


def carried(mime: QMimeData, name: str) -> list[Source]:
    """The pictures that a clipboard or a drag holds: files of pictures, else one picture itself."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    files = [from_file(path) for path in paths if path.suffix.lower() in ENDINGS]
    if files or not mime.hasImage():
        return files
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return []
    data = _as_png(image)
    from journeymap.storage.attachments import picture  # noqa: PLC0415 - Pillow only where it is needed

    return [(name, lambda: picture(data, name))]


def attach(desk: Desk, about: Id, sources: Sequence[Source], parent: QWidget) -> None:
    """Show pictures of a record; what is wrong with one of them is said, the others are attached."""
    single = about == HEAD or about in desk.journey.evidence
    for name, read in sources[: 1 if single else None]:
        words = desk.t("Preparing {file}…", file=name)
        work = Work(read)
        try:
            if not wait_for(work, desk.look, words, desk.t("Cancel"), parent):
                return
            _show(desk, about, name, work.answer())
        except StorageError as failure:
            questions.trouble(desk.look, desk.t, failure.sentence(desk.t), parent)


def _show(desk: Desk, about: Id, name: str, ready: Picture) -> None:
    if about != HEAD and desk.journey.get(about) is None:
        return  # it went while the picture was made ready
    desk.work.filing.attach(ready.sha256, ready.data)
    kept = Attachment(sha256=ready.sha256, name=name, width=ready.width, height=ready.height)
    verbs.attach_picture(desk.document, about, kept)


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know bytes, the binding takes str
    return bytes(buffer.data().data())
