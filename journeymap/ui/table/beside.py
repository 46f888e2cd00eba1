"""What stands beside a cell while it is written: what it offers, why it was not taken, what will be made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QVBoxLayout, QWidget

from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.mappane import shadow
from journeymap.ui.pieces import row

SHOWN = 8


def beside(widget: QWidget, cell: QRect, size: QSize) -> None:
    """Put a floating part below a cell, above it where there is no room, and wholly inside its parent."""
    over = widget.parentWidget()
    assert over is not None
    left = max(4, min(cell.left(), over.width() - size.width() - 8))
    below = cell.bottom() + 5
    fits = below + size.height() < over.height() - 4
    widget.setGeometry(left, below if fits else cell.top() - size.height() - 4, size.width(), size.height())
    widget.raise_()
    widget.show()


class Offered(QFrame):
    """The list of offers. It never takes the keyboard: the editor moves its mark."""

    taken = Signal(str)

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("floating")
        self._look = desk.look
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(desk.t("Suggestions"))
        self._list.itemClicked.connect(lambda item: self.taken.emit(item.text()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.addWidget(self._list)
        self.hide()
        shadow(desk, self)

    def offer(self, words: Sequence[str], cell: QRect) -> None:
        """Offer these below a cell; nothing to offer: go."""
        self._list.clear()
        self._list.addItems([word.replace("\u00ad", "") for word in words])
        for place, word in enumerate(words):
            self._list.item(place).setData(Qt.ItemDataRole.UserRole, word)
        self._list.setCurrentRow(-1)
        if not words:
            self.hide()
            return
        high = max(self._list.sizeHintForRow(0), self._look.px(24)) * min(len(words), SHOWN) + 14
        wide = max(cell.width(), min(self._look.px(420), self._list.sizeHintForColumn(0) + self._look.px(44)))
        beside(self, cell, QSize(wide, high))

    @property
    def marked(self) -> str | None:
        """The offer that is marked, if one is."""
        item = self._list.currentItem()
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def step(self, by: int) -> str | None:
        """Mark the next or previous offer, round and round, and answer it."""
        count = self._list.count()
        now = self._list.currentRow()
        place = (now + by) % count if now >= 0 else (0 if by > 0 else count - 1)
        self._list.setCurrentRow(place)
        return self.marked


class Remark(QFrame):
    """One sentence beside the cell: a refusal with its sign, or what Enter will make."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("floating")
        self._look = desk.look
        self._words = label("", wrap=True)
        self._warn = sign(desk.look, "triangle-alert", 16, "warn")
        self._plus = sign(desk.look, "plus", 16, "text2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 7, 12, 7)
        layout.addWidget(row(self._warn, self._plus, (self._words, 1), gap=8))
        self.hide()
        shadow(desk, self)

    def say(self, words: str, cell: QRect, *, refused: bool) -> None:
        """Show a sentence below a cell; nothing to say: go."""
        self._words.setText(words)
        self._warn.setVisible(refused)
        self._plus.setVisible(not refused)
        if not words:
            self.hide()
            return
        text = self._words.fontMetrics().horizontalAdvance(words)
        wide = min(self._look.px(360), text + self._look.px(62))
        lines = 1 + text // max(1, wide - self._look.px(58))
        high = self._words.fontMetrics().lineSpacing() * lines + self._look.px(20)
        beside(self, cell, QSize(wide, high))
