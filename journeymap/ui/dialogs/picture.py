"""A picture as large as the screen allows, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from journeymap.i18n import Catalogue
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.label import label
from journeymap.ui.look import Look

SHARE = 0.7
"""Of the screen's height and width that the picture takes at most."""


class PictureDialog(Ask):
    """Answers "remove", "exchange" or "close"."""

    def __init__(
        self, look: Look, t: Catalogue, name: str, data: bytes, parent: QWidget, *, may_edit: bool
    ) -> None:
        shown = label("")
        picture = QPixmap()
        picture.loadFromData(data)
        room = parent.screen().availableSize() * SHARE
        if picture.width() > room.width() or picture.height() > room.height():
            picture = picture.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        shown.setPixmap(picture)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setAccessibleName(name)
        edits = (
            Choice("remove", t("Remove the picture"), left=True),
            Choice("exchange", t("Exchange it…"), left=True),
        )
        super().__init__(
            look,
            name or t("Picture"),
            "",
            (*(edits if may_edit else ()), Choice("close", t("Close"), primary=True)),
            "close",
            body=shown,
            parent=parent,
        )
        self.setMaximumWidth(max(look.px(640), picture.width() + 60))
