"""Photos of evidence and the logo in the details: small, a click away from large, or a way to add one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from journeymap.i18n import N_
from journeymap.model.ids import HEAD, Id
from journeymap.model.records import Attachment, Evidence
from journeymap.ui.desk import Desk
from journeymap.ui.details.form import Fold, Opened
from journeymap.ui.label import label, tip
from journeymap.ui.pieces import button, column, row

STAMP = (248, 132)
"""The greatest width and height of a picture in the details, px at text size 100 %."""
LOGO = N_("Logo")


def of_evidence(desk: Desk, one: Evidence) -> QWidget | None:
    """The photo of a piece of evidence; None where it has none."""
    return _shown(desk, one.id, one.attachment) if one.attachment is not None else None


def adder(desk: Desk, about: Id) -> QPushButton:
    """Add a photo: to a piece of evidence, or as new evidence about a record."""
    words = desk.t("Add a picture…")
    made = button(desk.look, words, role="link", sign="camera")
    made.clicked.connect(lambda _checked: desk.selection.picture_asked.emit(about, False))
    return made


def logo(desk: Desk, opened: Opened) -> Fold:
    """The organisation's logo, for the report."""
    id = desk.journey.head.logo

    def body() -> QWidget:
        said = label(desk.t("Stands at the top of the report."), "caption", wrap=True)
        return column(said, adder(desk, HEAD) if id is None else _shown(desk, HEAD, id), gap=6)

    note = "" if id is None else _name(desk.journey.attachments.get(id))
    return opened.fold(desk, "logo", desk.t(LOGO), note, body, usual=False)


def _shown(desk: Desk, about: Id, id: Id) -> QWidget:
    record = desk.journey.attachments.get(id)
    data = desk.work.filing.attachments.get(record.sha256) if record is not None else None
    picture = _stamp(desk, data) if data is not None else None
    if data is None or picture is None:
        return row(label(desk.t("The picture is not in the file."), "warn", wrap=True), adder(desk, about))
    made = QPushButton()
    made.setProperty("role", "picture")
    made.setIcon(QIcon(picture))
    made.setIconSize(picture.deviceIndependentSize().toSize())
    made.setFixedSize(made.iconSize() + QSize(6, 6))
    made.setAutoDefault(False)
    name = _name(record) or desk.t("Picture")
    made.setAccessibleName(name)
    tip(made, name)
    made.clicked.connect(lambda _checked: desk.selection.picture_asked.emit(about, True))
    return row(made, None)


def _stamp(desk: Desk, data: bytes) -> QPixmap | None:
    """The picture at its size in the details, sharp on fine screens; None if it cannot be shown."""
    picture = QPixmap()
    if not picture.loadFromData(data):
        return None
    look, fine = desk.look, 2
    room = QSize(look.px(STAMP[0]), look.px(STAMP[1]))
    size = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(picture.size())
    small = picture.scaled(
        size * fine, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    small.setDevicePixelRatio(fine)
    return small


def _name(record: Attachment | None) -> str:
    return (record.name or "") if record is not None else ""
