"""A hand on a touch screen, for tests of whatever can be touched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QPointingDevice, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget


class Hand:
    """Fingers of one hand on one widget, by number; what is sent is what Qt makes of a touch screen."""

    def __init__(self, widget: QWidget, screen: QPointingDevice) -> None:
        self.widget, self.screen = widget, screen
        self.down: dict[int, QPoint] = {}

    def press(self, *places: QPoint) -> None:
        self._send(QEvent.Type.TouchBegin, QEventPoint.State.Pressed, dict(enumerate(places)))

    def move(self, *places: QPoint) -> None:
        self._send(QEvent.Type.TouchUpdate, QEventPoint.State.Updated, dict(enumerate(places)))

    def lift(self, *places: QPoint) -> None:
        self._send(QEvent.Type.TouchEnd, QEventPoint.State.Released, dict(enumerate(places)))

    def also(self, new: QPoint) -> None:
        """A second finger joins the first."""
        one = self._point(0, QEventPoint.State.Stationary, self.down[0])
        self.down[1] = new
        self._event(QEvent.Type.TouchUpdate, [one, self._point(1, QEventPoint.State.Pressed, new)])

    def tap(self, place: QPoint) -> None:
        self.press(place)
        self.lift(place)

    def drag(self, *places: QPoint) -> None:
        """Press, go through the places, and hold."""
        self.press(places[0])
        for place in places[1:]:
            self.move(place)

    def call_off(self) -> None:
        """The system needs the screen itself."""
        self._send(QEvent.Type.TouchCancel, QEventPoint.State.Released, self.down)

    def _send(self, kind: QEvent.Type, state: QEventPoint.State, places: dict[int, QPoint]) -> None:
        self.down = places
        self._event(kind, [self._point(id, state, place) for id, place in places.items()])

    def _event(self, kind: QEvent.Type, points: list[QEventPoint]) -> None:
        event = QTouchEvent(kind, self.screen, Qt.KeyboardModifier.NoModifier, points)
        QApplication.sendEvent(self.widget, event)

    def _point(self, id: int, state: QEventPoint.State, place: QPoint) -> QEventPoint:
        return QEventPoint(id, state, QPointF(place), QPointF(self.widget.mapToGlobal(place)))
