"""A link in words that never widens its column: what does not fit ends in … and stands in the tip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from journeymap.canvas.guard import guard
from journeymap.ui.label import tip


class LinkLine(QPushButton):
    """One line to be clicked."""

    def __init__(self, words: str, call: Callable[[], object]) -> None:
        super().__init__(words.replace("&", "&&"))
        self._words = words
        self.setProperty("role", "link")
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked: call())

    @guard(QSize(40, 24))
    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sign = 0 if self.icon().isNull() else self.iconSize().width() + 8
        room = max(20, self.width() - 8 - sign)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        tip(self, self._words if shown != self._words else "")
