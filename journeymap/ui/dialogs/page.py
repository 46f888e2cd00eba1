"""What dialogues with a title, a body and a way out are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import Part, column


class Page(QDialog):
    """A title, parts below one another, as wide as is said (px at text size 100 %)."""

    def __init__(self, look: Look, title: str, width: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.look, self._title = look, title
        self.setWindowTitle(title)
        self.setMinimumWidth(look.px(width))
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)

    def show_parts(self, *parts: Part, gap: int = 14, bare: bool = False) -> None:
        """The body, below the title; once. Without a title where the first part is one."""
        head = [] if bare else [label(self._title, "title")]
        body = column(*head, *parts, gap=gap, margins=(24, 22, 24, 20))
        self._outer.addWidget(body)
