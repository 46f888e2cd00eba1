"""The panel itself: follows the selection, and keeps the caret's place when the page is made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk
from journeymap.ui.details.form import Opened
from journeymap.ui.details.pages import facts_of, page
from journeymap.ui.pieces import column


class Details(QFrame):
    """Shows what is selected; nothing selected: the map's own facts."""

    left = Signal()

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
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh_now)
        desk.selection.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is selected, after the running event."""
        self._soon.start()

    def refresh_now(self) -> None:
        """Show what is selected, unless nothing of it has changed."""
        self._soon.stop()
        if not self.isVisible():
            return
        ids = self._desk.selection.ids
        facts = facts_of(self._desk, ids)
        if len(facts) == len(self._shown) and all(
            a is b or a == b for a, b in zip(facts, self._shown, strict=True)
        ):
            return
        same = bool(self._shown) and self._shown[0] == facts[0]
        self._shown = facts
        self._show(page(self._desk, ids, self.opened), same)

    def _show(self, parts: list[QWidget], same: bool) -> None:
        place, scrolled = self._focus_place() if same else None, self._area.verticalScrollBar().value()
        body = column(*parts, None, gap=10, margins=(16, 12, 14, 16), name="scrolled")
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(body)
        if same:
            self._area.verticalScrollBar().setValue(scrolled)
            self._give_focus(place)

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

    def ask(self, words: str) -> None:
        """Give the keyboard to the question with these words."""
        self.refresh_now()
        for one in self._stops():
            if one.accessibleName() == words:
                one.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._area.ensureWidgetVisible(one)
                return

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @guard(None)
    def showEvent(self, event: object) -> None:
        self.refresh()
