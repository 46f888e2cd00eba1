"""Ctrl+K: do anything by name, in three languages, or go to a step, lane, friction or wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.edit.suggest import plain
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import row

MOST = 40


@dataclass(frozen=True)
class Offer:
    """Something to do or to go to: its words, other words by which it is found, its key or place."""

    words: str
    also: str
    note: str
    sign: str
    do: Callable[[], object]
    id: str = ""


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
    """The field and what fits it. Enter does the marked one; Esc leaves everything as it was."""

    def __init__(
        self, desk: Desk, offers: Sequence[Offer], hint: str, empty: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._desk, self._offers = desk, list(offers)
        self.setObjectName("floating")
        self.chosen: Offer | None = None
        self.hits: list[str] = []
        """Ids of all places that fitted when one was taken: "next hit" walks them."""
        self.field = SearchField()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = label(empty, "quiet", wrap=True)
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
        for offer in self._fitting()[:MOST]:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, offer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.words} {offer.note}")
            item.setIcon(icon(self._desk.look, offer.sign, 16, "text2"))
            self._list.addItem(item)
            self._list.setItemWidget(item, self._line(offer))
        self._list.setCurrentRow(0)
        self._empty.setVisible(self._list.count() == 0)

    def _line(self, offer: Offer) -> QWidget:
        note = label(offer.note, "caption")
        return row((Elided(offer.words), 1), note, gap=10, margins=(4, 0, 8, 0))

    def _fitting(self) -> list[Offer]:
        """Those whose words hold every word typed; beginnings first, in their given order."""
        said = plain(self.field.text()).split()

        def rank(offer: Offer) -> int | None:
            text = plain(f"{offer.words} {offer.also} {offer.note}".replace("\u00ad", ""))
            if not all(word in text for word in said):
                return None
            return 0 if not said or plain(offer.words).startswith(said[0]) else 1

        ranked = [(rank(offer), place, offer) for place, offer in enumerate(self._offers)]
        fitting = sorted(((r, place) for r, place, _ in ranked if r is not None))
        return [self._offers[place] for _, place in fitting]

    def _step(self, by: int) -> None:
        count = self._list.count()
        if count:
            self._list.setCurrentRow(max(0, min(count - 1, self._list.currentRow() + by)))

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        self.chosen = item.data(Qt.ItemDataRole.UserRole)
        self.hits = [offer.id for offer in self._fitting() if offer.id]
        self.accept()
        window = self.parentWidget()
        if self.chosen is not None and window is not None:
            window.activateWindow()
            QTimer.singleShot(0, window, self.chosen.do)
