"""The mouse on the map, and a finger that carries: which gesture a press begins, when it is only a click."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.choose import gesture_for
from journeymap.canvas.gestures.gesture import Gesture
from journeymap.canvas.gestures.pan import Pan
from journeymap.canvas.touch import link_end_at, port_at

DRAG_PX = 4.0
EDGE_PX = 32.0
FASTEST = 900.0
"""Auto-scroll in screen px a second, when the pointer is at the very edge."""
TICK_MS = 16


class Pointer(QObject):
    """Turns presses, moves and releases into one gesture at a time."""

    clicked = Signal(object)
    """A press and release in one place: the Spot."""

    def __init__(self, board: Board, window: QWidget) -> None:
        super().__init__(window)
        self._board = board
        self._window = window
        self._gesture: Gesture | None = None
        self._dragging = False
        self._last: Spot | None = None
        self.space_held = False
        self.panned = False
        """Whether the map was pushed since Space went down."""
        self._scroll = QTimer(self)
        self._scroll.setInterval(TICK_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def busy(self) -> bool:
        """Whether a drag is under way."""
        return self._dragging

    def spot(self, event: QMouseEvent) -> Spot:
        """Where an event happened."""
        return self.spot_at(event.position(), event.modifiers())

    def spot_at(self, seen: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Spot:
        """A viewport point as a spot."""
        return Spot(seen, self._board.on_map(seen), modifiers)

    def on_handle(self, spot: Spot) -> bool:
        """Whether this is a dot or a link's end rather than a thing."""
        return port_at(self._board, spot) is not None or link_end_at(self._board, spot) is not None

    def press(self, event: QMouseEvent) -> None:
        """A button went down: something may begin."""
        if self._dragging:
            self.cancel()
            return
        spot = self.spot(event)
        if event.button() == Qt.MouseButton.MiddleButton or self.space_held:
            self._gesture = Pan(self._board, spot)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._gesture = gesture_for(self._board, spot)
        self._last = spot

    def move(self, event: QMouseEvent) -> bool:
        """The pointer moved; True when a gesture has it."""
        if self._gesture is None:
            return False
        spot = self._last = self.spot(event)
        if not self._dragging:
            pushed = spot.seen - self._gesture.origin.seen
            if pushed.manhattanLength() < DRAG_PX:
                return True
            self._begin(self._gesture)
        self._go_to(self._gesture, spot)
        return True

    def release(self, event: QMouseEvent) -> None:
        """The button came up: the gesture ends, or it was a click."""
        gesture, dragged, spot = self._gesture, self._dragging, self.spot(event)
        self._end()
        if gesture is None:
            return
        if dragged:
            gesture.finish(spot)
        elif not isinstance(gesture, Pan):
            self.clicked.emit(spot)

    def cancel(self) -> bool:
        """Call off what is under way; False when there was nothing."""
        gesture, dragged = self._gesture, self._dragging
        self._end()
        if gesture is not None and dragged:
            gesture.cancel()
        return dragged

    def hold_space(self) -> None:
        """Space went down: as long as it is held the mouse pushes the map."""
        if not self.space_held:
            self.space_held, self.panned = True, False

    def let_go_space(self) -> bool:
        """Space came up; True when it was only struck, and nothing was pushed meanwhile."""
        struck = self.space_held and not self.panned
        self.space_held = False
        return struck

    # -- a finger -----------------------------------------------------------------------------------

    def take_hold(self, at: QPointF) -> bool:
        """A finger carries what is selected, and draws links from handles; False: it carries nothing."""
        self.cancel()
        spot = self.spot_at(at)
        node = self._board.node_at(at)
        if not self.on_handle(spot) and (node is None or node.about not in self._board.selection):
            return False
        gesture = self._gesture = gesture_for(self._board, spot)
        self._begin(gesture)
        return True

    def carry(self, at: QPointF) -> None:
        """The finger that took hold has moved."""
        if self._gesture is not None:
            self._last = self.spot_at(at)
            self._go_to(self._gesture, self._last)

    def put_down(self, at: QPointF) -> None:
        """The finger that took hold was lifted."""
        gesture = self._gesture
        self._end()
        if gesture is not None:
            gesture.finish(self.spot_at(at))

    def let_fall(self) -> None:
        """What is carried goes back."""
        self.cancel()

    # -- inside -------------------------------------------------------------------------------------

    def _go_to(self, gesture: Gesture, spot: Spot) -> None:
        gesture.move(spot)
        self._watch_edge(spot)

    def _begin(self, gesture: Gesture) -> None:
        self._dragging = True
        self.panned = self.panned or isinstance(gesture, Pan)
        gesture.start()
        if gesture.cursor is not None:
            self._window.setCursor(gesture.cursor)

    def _end(self) -> None:
        self._gesture, self._dragging = None, False
        self._scroll.stop()
        self._window.unsetCursor()

    def _watch_edge(self, spot: Spot) -> None:
        scrolls = self._gesture is not None and self._gesture.scrolls
        if scrolls and _pull(spot.seen, self._window.rect().toRectF()) != QPointF():
            if not self._scroll.isActive():
                self._scroll.start()
        else:
            self._scroll.stop()

    def _scroll_on(self) -> None:
        if self._gesture is None or self._last is None:
            self._scroll.stop()
            return
        pull = _pull(self._last.seen, self._window.rect().toRectF()) * (FASTEST * TICK_MS / 1000)
        self._board.camera.pan(-pull.x(), -pull.y())
        self._last = self.spot_at(self._last.seen, self._last.modifiers)
        self._gesture.move(self._last)


def _pull(at: QPointF, area: QRectF) -> QPointF:
    """How hard the edge pulls at a point: −1…1 each way, 0 in the middle of the window."""

    def pull(place: float, low: float, high: float) -> float:
        if place < low + EDGE_PX:
            return -min(1.0, (low + EDGE_PX - place) / EDGE_PX)
        return min(1.0, max(0.0, place - high + EDGE_PX) / EDGE_PX)

    return QPointF(pull(at.x(), area.left(), area.right()), pull(at.y(), area.top(), area.bottom()))
