"""Photos in the window: by file, drop and paste; shown, exchanged, removed; never lost, never with notes."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from journeymap.model.ids import HEAD, Id
from journeymap.model.records import Evidence
from journeymap.resources import root, samples
from journeymap.storage import files
from journeymap.ui import attaching
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.picture import PictureDialog
from journeymap.ui.dialogs.rescue import Rescue
from journeymap.ui.window import MainWindow


def photo(path: Path, size: tuple[int, int] = (400, 200), colour: str = "red") -> Path:
    """A photo that says where it was taken and stands on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRETCAMERA"
    Image.new("RGB", size, colour).save(path, "JPEG", exif=exif)
    return path


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path) -> Path:
    """The hotel's map, open, with its first step selected."""
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    assert window.open_path(path)
    window.selection.choose(step(window))
    return path


def step(window: MainWindow) -> str:
    return sorted(window.work.document.journey.steps)[0]


def photos(window: MainWindow) -> list[Evidence]:
    return [one for one in window.work.document.journey.evidence.values() if one.attachment]


def of(window: MainWindow, one: Evidence) -> Image.Image:
    record = window.work.document.journey.attachments[one.attachment or Id("")]
    return Image.open(io.BytesIO(window.work.filing.attachments[record.sha256]))


def details(window: MainWindow) -> list[QPushButton]:
    """The buttons in the details, the evidence unfolded."""
    assert window._page is not None
    panel = window._page.parts.details
    panel.answer("evidence")
    panel.refresh_now()
    return panel.findChildren(QPushButton)


def test_a_photo_from_a_file_is_shown_saved_and_there_again(
    window: MainWindow, hotel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(photo(tmp_path / "desk.jpg")), str(photo(tmp_path / "queue.jpg", colour="blue"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    assert window._page is not None and window._page.menus is not None
    assert window._page.menus.do("picture")
    assert {one.about for one in photos(window)} == {step(window)}
    assert [of(window, one).size for one in photos(window)] == [(200, 400)] * 2
    assert sum(button.property("role") == "picture" for button in details(window)) == 2
    assert window._page.menus.do("save")
    assert hotel.read_bytes().startswith(b"PK") and b"SECRET" not in hotel.read_bytes()
    assert len(files.load(hotel).attachments) == 2
    window.bench.to_start()
    assert window.open_path(hotel)
    assert len(photos(window)) == 2 and len(window.work.filing.attachments) == 2


def test_the_logo_is_added_exchanged_and_removed_in_the_maps_details(
    window: MainWindow, hotel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.selection.choose()
    for name, colour in (("one.jpg", "red"), ("two.jpg", "blue")):
        path = str(photo(tmp_path / name, colour=colour))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, path=path: ([path], ""))
        attaching.ask(window.desk, HEAD, window)
    head = window.work.document.journey.head
    assert [one.name for one in window.work.document.journey.attachments.values()] == ["two.jpg"]
    assert head.logo in window.work.document.journey.attachments
    assert window._page is not None
    panel = window._page.parts.details
    panel.unfold("logo", toggle=False)
    (shown,) = [b for b in panel.findChildren(QPushButton) if b.property("role") == "picture"]
    monkeypatch.setattr(PictureDialog, "ask", lambda _dialog: "remove")
    shown.click()
    assert window.work.document.journey.head.logo is None
    assert window.work.document.journey.attachments == {}
    window.work.save()
    assert files.load(hotel).attachments == {}, "what nothing shows any more is gone with the save"
    assert hotel.read_bytes().startswith(b"{")


def drop(widget: object, at: QPoint, mime: QMimeData) -> tuple[bool, bool]:
    """Whether the drag was let in, and whether it was taken where it was let go."""
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, mime, Qt.MouseButton.LeftButton, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)  # type: ignore[call-overload]
    release = QDropEvent(QPointF(at), copy, mime, Qt.MouseButton.LeftButton, none)
    release.ignore()
    QApplication.sendEvent(widget, release)  # type: ignore[call-overload]
    return enter.isAccepted(), release.isAccepted()


def test_photos_dropped_on_a_step_belong_to_it(window: MainWindow, hotel: Path, tmp_path: Path) -> None:
    assert window._page is not None
    view = window._page.parts.map
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo(tmp_path / "desk.jpg"))), QUrl.fromLocalFile("/tmp/x.txt")])
    box = view.where(Id(step(window)))
    assert box is not None
    assert drop(view.viewport(), box.center().toPoint(), mime) == (True, True)
    assert [one.about for one in photos(window)] == [step(window)]
    empty = QPoint(view.viewport().width() - 3, view.viewport().height() - 3)
    assert view.node_at(QPointF(empty)) is None
    assert drop(view.viewport(), empty, mime) == (True, False)
    text = QMimeData()
    text.setText("words")
    drop(view.viewport(), box.center().toPoint(), text)
    assert len(photos(window)) == 1


def test_photos_dropped_on_the_details_belong_to_what_is_selected(
    window: MainWindow, hotel: Path, tmp_path: Path
) -> None:
    assert window._page is not None
    mime = QMimeData()
    mime.setImageData(QImage(300, 100, QImage.Format.Format_RGB32))
    assert drop(window._page.parts.details, QPoint(20, 200), mime) == (True, True)
    assert [one.about for one in photos(window)] == [step(window)]
    window.selection.choose()
    assert drop(window._page.parts.details, QPoint(20, 200), mime) == (True, False)


def test_a_picture_on_the_clipboard_is_pasted(window: MainWindow, hotel: Path) -> None:
    assert window._page is not None and window._page.menus is not None
    window._page.parts.map.setFocus()
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QApplication.clipboard().setImage(image)
    window._page.menus.do("paste")
    (one,) = photos(window)
    assert of(window, one).size == (300, 100)
    record = window.work.document.journey.attachments[one.attachment or Id("")]
    assert record.name == "Pasted picture"
    window.selection.choose()
    window._page.menus.do("paste")
    assert len(photos(window)) == 1
    assert "Choose the step" in window._page.parts.foot.refusal.accessibleName()
    both = QMimeData()
    both.setImageData(image)
    both.setText("From a worksheet")
    QApplication.clipboard().setMimeData(both)
    window.selection.choose(step(window))
    window._page.menus.do("paste")
    assert len(photos(window)) == 1, "where there are words too, the words are meant"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [("a.heic", b"\0\0\0\x18ftypheic", "HEIC"), ("a.jpg", b"\xff\xd8 broken", "picture that can be read"),
     ("a.png", b"", "picture that can be read"), ("a.svg.png", b"<svg/>", "SVG")],
)  # fmt: skip
def test_what_is_no_picture_is_said_and_the_others_come_in(
    window: MainWindow, hotel: Path, tmp_path: Path, name: str, data: bytes, says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    told: list[str] = []
    monkeypatch.setattr(questions, "trouble", lambda _look, _t, words, *_: told.append(words))
    (tmp_path / name).write_bytes(data)
    sources = [attaching.from_file(path) for path in (tmp_path / name, photo(tmp_path / "fine.jpg"))]
    attaching.attach(window.desk, Id(step(window)), sources, window)
    assert len(told) == 1 and says in told[0] and name in told[0]
    assert len(photos(window)) == 1


def test_a_photo_that_is_not_in_the_file_says_so(window: MainWindow, hotel: Path, tmp_path: Path) -> None:
    attaching.attach(window.desk, Id(step(window)), [attaching.from_file(photo(tmp_path / "a.jpg"))], window)
    window.work.filing.attachments.clear()
    assert window._page is not None
    window._page.parts.details._shown = ()
    details(window)
    words = [one.text() for one in window._page.parts.details.findChildren(type(window._page.banner.words))]
    assert "The picture is not in the file." in words


KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from journeymap.model.ids import Id
from journeymap.ui import attaching
from journeymap.ui.window import MainWindow
window = MainWindow("en")
window.open_path(Path(sys.argv[1]))
step = sorted(window.work.document.journey.steps)[0]
attaching.attach(window.desk, Id(step), [attaching.from_file(Path(sys.argv[2]))], window)
os.kill(os.getpid(), 9)
"""


def test_a_photo_attached_just_before_a_kill_comes_back(
    window: MainWindow, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    environment = {**os.environ, "PYTHONPATH": str(root()), "QT_QPA_PLATFORM": "offscreen"}
    died = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(photo(tmp_path / "desk.jpg"))],
        env=environment, timeout=60, check=False,
    )  # fmt: skip
    assert died.returncode == -signal.SIGKILL
    monkeypatch.setattr(Rescue, "ask", lambda _dialog: "rescued")
    assert window.offer_rescue()
    (one,) = photos(window)
    assert of(window, one).size == (200, 400)
    window.work.save()
    assert len(files.load(path).attachments) == 1


def test_undo_takes_a_photo_away_and_redo_brings_it_back(
    window: MainWindow, hotel: Path, tmp_path: Path
) -> None:
    attaching.attach(window.desk, Id(step(window)), [attaching.from_file(photo(tmp_path / "a.jpg"))], window)
    window.work.document.undo()
    window.work.save()
    assert files.load(hotel).attachments == {}
    window.work.document.redo()
    window.work.save()
    assert len(files.load(hotel).attachments) == 1
