"""The room over the whole window: band, the mode it is in, and the foot; its keys, and leaving it."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.storage import settings
from journeymap.ui.look import Look
from journeymap.ui.parts import Parts
from journeymap.ui.room.countdown import USUAL, Countdown
from journeymap.ui.room.gathered import Gathered
from journeymap.ui.room.hall import Hall

Does = Callable[[Parts, QKeySequence], bool]
"""Does what a key means in the room, with the room's own map and line; whether it means anything."""
MINUTES = "room_minutes"
"""Setting: how long a round is."""
TWICE = 2.0
"""Seconds within which Esc is pressed twice to leave."""
BROAD, HIGH = 1920, 1080
"""The screen at which text is twice as large as in the window."""
OWN = {"Ctrl+T": "turn", "Ctrl+Shift+T": "ask_minutes"}
"""Keys of the time."""


def look_for(wide: int, high: int) -> Look:
    """The projector's look at the size that a screen of so many px wants."""
    return Look("projector", round(min(2.0, max(1.2, 2.0 * min(wide / BROAD, high / HIGH))), 2))


class RoomPage(QFrame):
    """Lies over the window until Ctrl+R, or Esc twice; every key is the room's while it does."""

    surprise_asked = Signal()

    def __init__(self, parts: Parts, over: QWidget, does: Does) -> None:
        super().__init__(over)
        self.setObjectName("window")
        self.parts, self._does = parts, does
        self._worn = (parts.desk.t, parts.desk.look)
        self._was = over.windowState()
        self._escaped = -TWICE
        minutes = settings.get(MINUTES, USUAL)
        self._countdown = Countdown().set(minutes)
        self._gathered = Gathered(parts.desk.journey.head.document or "")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hall: Hall | None = None
        over.installEventFilter(self)
        parts.desk.work.opened.connect(self.leave)
        parts.desk.work.examined.connect(self._examined)
        parts.drawing.sleep(True, "room")
        _turn(over, self._was | Qt.WindowState.WindowFullScreen)
        self._cover()

    # -- furnishing -------------------------------------------------------------------------------

    def _cover(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        self.setGeometry(over.rect())
        look = look_for(over.width(), over.height())
        if self.hall is None or self.hall.look != look:
            self._furnish(look)
        self.show()
        self.raise_()

    def _furnish(self, look: Look) -> None:
        """Make everything at this size; what was being written, and the time, stay."""
        old, self.hall = self.hall, Hall(self.parts, look, self._countdown, self._gathered)
        hall = self.hall
        if old is not None:
            hall.go_on_from(old)
            self._layout.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._layout.addWidget(hall)
        hall.pressed.connect(self._pressed)
        hall.band.turned.connect(self._timed)
        hall.tell.beside.surprise_asked.connect(self.surprise_asked)
        hall.modes.walk_asked.connect(lambda: self._do("F5"))
        hall.modes.leave_asked.connect(self.leave)
        hall.refresh()
        hall.show()
        QTimer.singleShot(0, self, self.take_focus)

    def take_focus(self) -> None:
        """The keyboard goes to what the room does now."""
        if self.hall is not None:
            self.hall.take_focus()

    def show_mode(self, place: int) -> None:
        """Be in this mode."""
        if self.hall is not None:
            self.hall.show_mode(place)

    def _timed(self) -> None:
        if self.hall is not None:
            self._countdown = self.hall.band.countdown
            settings.put(MINUTES, self._countdown.minutes)
            self.take_focus()

    def _examined(self) -> None:
        if self.hall is not None:
            self.hall.refresh()

    def leave(self) -> None:
        """Back to the window as it was, standing where the room stood."""
        over, desk = self.parentWidget(), self.parts.desk
        if over is None:
            return
        over.removeEventFilter(self)
        desk.work.opened.disconnect(self.leave)
        desk.work.examined.disconnect(self._examined)
        self.hide()
        self.setParent(None)
        self.deleteLater()
        _turn(over, self._was)
        self.parts.drawing.sleep(False, "room")
        if desk.work.is_open and desk.selection.one and self.parts.views.shows_map:
            self.parts.show(desk.selection.one)
        self.parts.writing.focus() if self.parts.views.shows_map else self.parts.views.take_focus()

    # -- keys -------------------------------------------------------------------------------------

    def _pressed(self, event: QKeyEvent) -> None:
        """A key nobody below had a use for."""
        key = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if self._do(key):
            event.accept()

    def _do(self, key: str) -> bool:
        hall = self.hall
        if hall is None:
            return False
        if key in OWN:
            getattr(hall.band, OWN[key])()
            return True
        if key in ("Ctrl+Tab", "Meta+Tab", "Ctrl+Shift+Backtab", "Ctrl+Shift+Tab"):
            hall.turn(-1 if "Shift" in key else 1)
            return True
        return self._does(hall.tell.parts, QKeySequence(key))

    def _escape(self) -> None:
        """The second Esc within two seconds leaves, once there is nothing else to take back."""
        hall = self.hall
        if hall is None or not hall.is_idle:
            self._escaped = -TWICE
            if hall is not None and not hall.band.minutes.isHidden():
                hall.take_focus()
            return
        before, self._escaped = self._escaped, monotonic()
        if self._escaped - before <= TWICE:
            QTimer.singleShot(0, self, self.leave)
        else:
            hall.say(self.parts.desk.t("Esc once more leaves the room."))

    @guard(False)
    def event(self, event: QEvent) -> bool:
        """No key of the window behind holds here: each is pressed in the room, and may mean something."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._escape()
            event.accept()
            return True
        return super().event(event)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self._pressed(event)

    @guard(True)
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        """Tab stays in the room: what lies behind it cannot be seen."""
        stops = [one for one in self.findChildren(QWidget) if _can_be_stopped_at(one, self)]
        now = self.focusWidget()
        if stops:
            place = stops.index(now) if now in stops else -1
            stops[(place + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    # -- covering the window ----------------------------------------------------------------------

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        kind = event.type()
        if kind == QEvent.Type.Resize and watched is self.parentWidget():
            QTimer.singleShot(0, self, self._cover)
        elif kind == QEvent.Type.ChildAdded and self._worn != (self.parts.desk.t, self.parts.desk.look):
            QTimer.singleShot(0, self, self.leave)  # the window was made anew in another language or look
        elif kind == QEvent.Type.ChildRemoved:
            QTimer.singleShot(0, self, self.take_focus)  # a walk or a dialogue over the room has ended
        return False


def _turn(window: QWidget, state: Qt.WindowState) -> None:
    """Another state of the window; some systems take the keyboard from it meanwhile."""
    if window.windowState() != state:
        window.setWindowState(state)
        QTimer.singleShot(0, window, window.activateWindow)


def _can_be_stopped_at(one: QWidget, page: QWidget) -> bool:
    tabbed = bool(one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tabbed and one.isEnabled() and one.isVisibleTo(page) and one.focusProxy() is None
