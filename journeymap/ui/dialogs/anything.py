"""Ctrl+K: do anything by name, in three languages, or go to a step, lane, friction or wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeymap.canvas.guard import guard
from journeymap.edit.suggest import plain
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon
from journeymap.ui.label import label
from journeymap.ui.look import Look

MOST = 14
"""Lines shown at once: what is further down is found by another letter."""
NOTE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Offer:
    """Something to do or to go to: its words, other words by which it is found, its key or place."""

    words: str
    also: str
    note: str
    sign: str
    do: Callable[[], object]
    id: str = ""
    called: tuple[str, ...] = ()
    """What people also call it, as they type it."""


class SearchField(QLineEdit):
    """Arrows walk the list below without leaving the field."""

    stepped = Signal(int)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class Anything(QDialog):
    """The field and what fits it. Enter does the marked one; Esc leaves everything as it was.

    `empty` is the message for words that nothing fits; `written(words)` when Enter is pressed on them.
    """

    written = Signal(str)

    def __init__(
        self, desk: Desk, offers: Sequence[Offer], hint: str, empty: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._desk, self._offers = desk, list(offers)
        self._names = [names_of(offer) for offer in self._offers]
        self.setObjectName("floating")
        self.chosen: Offer | None = None
        self._nothing = empty
        self.field = SearchField()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setIconSize(QSize(desk.look.px(16), desk.look.px(16)))
        self._list.setItemDelegate(Line(desk.look, self._list))
        self._empty = label("", "quiet", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 10)
        layout.addWidget(self.field)
        layout.addWidget(self._empty)
        layout.addWidget(self._list)
        self.field.textChanged.connect(lambda _: self._fill())
        self.field.returnPressed.connect(self._take)
        self.field.stepped.connect(self._step)
        self._list.itemClicked.connect(lambda _: self._take())
        self.resize(desk.look.px(560), desk.look.px(420))
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        self._empty.setText(self._desk.t(self._nothing, words=self.field.text().strip()))
        for offer in self._fitting()[:MOST]:
            item = QListWidgetItem(icon(self._desk.look, offer.sign, 16, "text2"), offer.words)
            item.setData(Qt.ItemDataRole.UserRole, offer)
            item.setData(NOTE, offer.note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.words} {offer.note}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._empty.setVisible(self._list.count() == 0)
        self._list.setVisible(self._list.count() > 0)

    def _fitting(self) -> list[Offer]:
        """Those that hold every word typed, the nearest first, in their given order among equals."""
        said = plain(self.field.text()).split()
        named = zip(self._offers, self._names, strict=True)
        ranked = [(rank_of(offer, names, said), place) for place, (offer, names) in enumerate(named)]
        return [self._offers[place] for rank, place in sorted(ranked) if rank < FAR]

    def _step(self, by: int) -> None:
        count = self._list.count()
        if count:
            self._list.setCurrentRow(max(0, min(count - 1, self._list.currentRow() + by)))

    def _take(self) -> None:
        item, words = self._list.currentItem(), self.field.text().strip()
        self.chosen = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if self.chosen is None and not words:
            return
        self.accept()
        window = self.parentWidget()
        if window is not None:
            window.activateWindow()
            then = self.chosen.do if self.chosen is not None else lambda: self.written.emit(words)
            QTimer.singleShot(0, window, then)


FAR = 9
SHORT = 5
"""A rank or a wall's number is shorter than this."""


Names = tuple[str, str, str, tuple[str, ...]]
"""An offer's words, its other words, its note and what it is also called, as they are compared."""


def names_of(offer: Offer) -> Names:
    """Worked out once, not at every letter."""
    words, also, note = (plain(part.replace("\u00ad", "")) for part in (offer.words, offer.also, offer.note))
    return words, also, note, tuple(map(plain, offer.called))


def rank_of(offer: Offer, names: Names, said: Sequence[str]) -> int:
    """How near an offer is to the words typed; FAR: no fit.

    0 its very name, rank or number; 1 its name begins so; 2 it is also called so: what is selected has a
    "share", and that comes before the sharing of files; then beginnings of words; last, words inside words.
    """
    if not said:
        return 1
    sought, text = " ".join(said), " ".join((*names[:3], *names[3]))
    if sought == names[0] or (offer.id and len(sought) < SHORT and sought in (names[2], *names[1].split())):
        return 0
    if not all(word in text for word in said):
        return FAR
    if names[0].startswith(sought) or sought in names[3]:
        return 1 if names[0].startswith(sought) else 2
    if any(one.startswith(sought) for one in names[3]):
        return 3
    beginnings = text.replace(":", " ").split()
    begun = all(any(one.startswith(word) for one in beginnings) for word in said)
    return (3 if names[0].startswith(said[0]) else 4) if begun else 5


class Line(QStyledItemDelegate):
    """One offer: its sign and words, and at the right end its key or place."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @guard(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        note, area = str(index.data(NOTE) or ""), QRect(option.rect)
        painter.save()
        painter.setPen(self._look.colour("text2"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area.adjusted(0, 0, -self._look.px(10), 0), right, note)
        painter.restore()

    @guard(None)
    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        note = str(index.data(NOTE) or "")
        metrics, taken = option.fontMetrics, self._look.px(60)
        room = option.rect.width() - metrics.horizontalAdvance(note) - taken
        option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    @guard(QSize(200, 30))
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self._look.px(30))
