"""The panel itself: follows the selection, and keeps the caret's place when the page is made anew."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.edit.document import Edited
from journeymap.model.ids import Id
from journeymap.ui.desk import Desk
from journeymap.ui.details.form import Fold, Opened
from journeymap.ui.details.pages import facts_of, may_wait, page
from journeymap.ui.details.written import LongWords, Words
from journeymap.ui.pieces import column
from journeymap.ui.why.goal import card_at_keyboard, cards_in, held_card

AFTER = 80
"""Milliseconds after which the page follows: the map is painted first."""


class Details(QFrame):
    """Shows what is selected; nothing selected: the map's own facts."""

    left = Signal()
    answered = Signal()
    """Enter in a field that was asked for by name: the keyboard goes back to where it came from."""

    def __init__(self, desk: Desk, opened: Opened | None = None) -> None:
        super().__init__()
        self.setObjectName("details")
        self._desk = desk
        self.opened = opened or Opened()
        self._shown: tuple[object, ...] = ()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self.refresh_now)
        desk.selection.changed.connect(self.refresh)
        desk.telling.changed.connect(self.refresh)
        desk.work.edited.connect(self._hush_what_is_gone)

    def refresh(self) -> None:
        """Show what is selected, once the map has followed."""
        self._soon.start()

    def refresh_now(self) -> None:
        """Show what is selected, unless nothing of it has changed."""
        self._soon.stop()
        if not self.isVisible():
            return
        ids = self._desk.selection.ids
        if may_wait(self._desk, ids, self._shown):
            return
        facts = facts_of(self._desk, ids)
        if len(facts) == len(self._shown) and all(
            a is b or a == b for a, b in zip(facts, self._shown, strict=True)
        ):
            return
        same = bool(self._shown) and self._shown[0] == facts[0]
        held = held_card(self._area.widget()) if same else None
        if held is not None:
            held.follow()
            return
        self._shown = facts
        self._show(page(self._desk, ids, self.opened), same)

    def _hush_what_is_gone(self, news: Edited) -> None:
        """The page of a record that went says nothing more: its field would when the caret leaves it."""
        subjects = cast(Sequence[Id], self._shown[0]) if self._shown else ()
        if not any(news.before.get(id) and not news.after.get(id) for id in subjects):
            return
        for field in self._every():
            if isinstance(field, Words | LongWords):
                field.blockSignals(True)
        self._shown = ()
        self.refresh()

    def _show(self, parts: list[QWidget], same: bool) -> None:
        place, scrolled = self._focus_place() if same else None, self._area.verticalScrollBar().value()
        body = column(*parts, None, gap=10, margins=(16, 12, 14, 16), name="scrolled")
        before = card_at_keyboard(self._area.widget()) if same else None
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(body)
        self._watch()
        for fold in self._folds():
            fold.toggled.connect(self._watch)
        if same:
            self._area.verticalScrollBar().setValue(scrolled)
            self._give_focus(place)
        after = card_at_keyboard(body)
        if before is not None and after is not None:
            after.go_on_from(before)

    def _watch(self) -> None:
        """Show the rest of the page anew when a slider is let go; sections make theirs when opened."""
        unique = Qt.ConnectionType.UniqueConnection
        for card in cards_in(self._area.widget()):
            card.slider.left.connect(self.refresh, unique)
            card.slider.sliderReleased.connect(self.refresh, unique)

    def _stops(self) -> list[QWidget]:
        inner = self._area.widget()
        widgets = inner.findChildren(QWidget) if inner else []
        return [one for one in widgets if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _focus_place(self) -> int | None:
        stops = self._stops()
        return next((place for place, one in enumerate(stops) if one.hasFocus()), None)

    def _give_focus(self, place: int | None) -> None:
        stops = self._stops()
        if place is not None and stops:
            stops[min(place, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Give the keyboard to the first question."""
        for one in self._stops():
            if one.isVisibleTo(self):
                one.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def answer(self, name: str) -> bool:
        """Give the keyboard to the control of a field; the section that holds it is opened."""
        self.refresh_now()
        for fold in self._folds():
            if name in fold.holds and not fold.is_open:
                fold.open(True)
        made = next((one for one in self._every() if one.property("answers") == name), None)
        inside = [] if made is None else [made, *made.findChildren(QWidget)]
        stops = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        fields = [one for one in stops if isinstance(one, QLineEdit)]
        for one, after in zip_longest(fields, fields[1:]):
            one.returnPressed.connect(after.setFocus if after is not None else self.answered.emit)
        stop = next(iter(fields or stops), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QTimer.singleShot(0, stop, lambda: self._bring(stop))
        return stop is not None

    def unfold(self, key: str, *, toggle: bool = True) -> bool:
        """Open the first section whose key begins so and go to it; one that is open is closed again."""
        self.refresh_now()
        fold = next((one for one in self._folds() if one.key.startswith(key)), None)
        if fold is None:
            return False
        fold.open(not (toggle and fold.is_open))
        fold.take_focus()
        QTimer.singleShot(0, fold, lambda: self._see(fold))
        return True

    def _bring(self, widget: QWidget) -> None:
        """Scroll to a widget, unless the page it stood on is gone."""
        inner = self._area.widget()
        if inner is not None and inner.isAncestorOf(widget):
            self._area.ensureWidgetVisible(widget, 0, 60)

    def _see(self, fold: Fold) -> None:
        """Bring as much of a section into sight as there is room for, its heading at any rate."""
        inner = self._area.widget()
        if inner is not None and inner.isAncestorOf(fold):
            place = fold.mapTo(inner, fold.rect().topLeft()).y()
            bar = self._area.verticalScrollBar()
            low = place + fold.height() - self._area.viewport().height()
            bar.setValue(max(min(place - 12, max(bar.value(), low + 12)), 0))

    def _every(self) -> list[QWidget]:
        inner = self._area.widget()
        return inner.findChildren(QWidget) if inner else []

    def _folds(self) -> list[Fold]:
        return [one for one in self._every() if isinstance(one, Fold)]

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @guard(None)
    def showEvent(self, event: object) -> None:
        self.refresh()
