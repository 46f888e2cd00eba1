"""Cards one can take by click or key, and the grid that wraps them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.look import Look
from journeymap.ui.pieces import Margins

GAP = 12
CARD = 190, 360
"""The least and greatest width of a card, px at text size 100 %."""


class Card(QFrame):
    """Something to click or to press Enter on. `dropped` when Delete is pressed on it."""

    taken = Signal()
    dropped = Signal()

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._layout = QVBoxLayout(self)

    def fill(self, body: QWidget, margins: Margins) -> None:
        """Show this in the card, instead of what it showed."""
        while (item := self._layout.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        self._layout.setContentsMargins(*margins)
        self._layout.addWidget(body)

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.rect().contains(event.position().toPoint()):
            self.taken.emit()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class Wrapped(QWidget):
    """Cards of one width in rows as even as their number allows, from the left."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self._cards: list[QWidget] = []
        self.setMinimumWidth(least)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def add(self, card: QWidget) -> None:
        """One more, after the others."""
        self._cards.append(card)
        self._arrange()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() + GAP
        fitting = max(1, min(len(self._cards), room // (self._least + GAP)))
        rows = ceil(len(self._cards) / fitting)
        columns = ceil(len(self._cards) / max(1, rows)) or 1
        width = max(self._least, min(self._most, room // columns - GAP))
        for place, card in enumerate(self._cards):
            card.setFixedWidth(width)
            self._grid.addWidget(card, place // columns, place % columns)
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, 0)
        self._grid.setColumnStretch(columns, 1)


def card_grid(look: Look) -> Wrapped:
    """The grid that finished maps and templates stand in."""
    return Wrapped(look.px(CARD[0]), look.px(CARD[1]))
