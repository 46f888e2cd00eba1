"""What the window shows until the map that was named is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journeymap.i18n import Catalogue
from journeymap.ui.drawn import sign
from journeymap.ui.label import Elided
from journeymap.ui.look import Look
from journeymap.ui.pieces import column, row


class OpeningPage(QWidget):
    """Says which file is being opened, in the middle of the window."""

    def __init__(self, t: Catalogue, look: Look, path: Path) -> None:
        super().__init__()
        self.setObjectName("window")
        words = Elided(t("Opening {file}…", file=path.name), "title")
        words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        middle = row(None, sign(look, "route", 26, "wall"), words, None, gap=12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column(None, middle, None))
