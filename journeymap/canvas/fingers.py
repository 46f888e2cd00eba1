"""Fingers on the map: one pushes it or carries what is selected, two zoom; taps and long presses are told.

Touch pads are not touch screens: their scrolling and zooming arrive as wheels and native gestures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot
from time import monotonic
from typing import Literal, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QEventPoint, QGuiApplication, QInputDevice, QTouchEvent
from PySide6.QtWidgets import QWidget

from journeymap.canvas.camera import Camera

SLOP_PX = 10.0
"""A finger that moves less than this rests."""
NEAR_PX = 32.0
"""Two taps no further apart than this, and no slower than a double click, are one double tap."""


class Carrier(Protocol):
    """Who takes what one finger carries; without anything to carry the finger pushes the map."""

    def take_hold(self, at: QPointF) -> bool: ...

    def carry(self, at: QPointF) -> None: ...

    def put_down(self, at: QPointF) -> None: ...

    def let_fall(self) -> None: ...


Doing = Literal["rests", "carries", "pushes", "nothing"]
"""What the fingers do from the first that touches to the last that is lifted; "nothing" more after a long
press, or when it was called off."""


class Fingers(QObject):
    """Turns touches of one widget into looking elsewhere, and into taps, long presses and carrying."""

    tapped = Signal(QPointF)
    tapped_twice = Signal(QPointF)
    held = Signal(QPointF)

    def __init__(self, camera: Camera, window: QWidget) -> None:
        super().__init__(window)
        self._camera, self._window = camera, window
        self.carrier: Carrier | None = None
        self.doing: Doing = "nothing"
        self._last: dict[int, QPointF] = {}
        self._start = QPointF()
        self._tap: tuple[QPointF, float] | None = None
        """Where and when (s) the last tap ended."""
        self.hold_ms = QGuiApplication.styleHints().mousePressAndHoldInterval()
        self._hold = QTimer(self, singleShot=True)
        self._hold.timeout.connect(self._rested)

    def touch(self, event: QTouchEvent) -> bool:
        """Take a touch event of the window; False for those of a touch pad."""
        if event.deviceType() == QInputDevice.DeviceType.TouchPad:
            return False
        points, kind = event.points(), event.type()
        if kind == QEvent.Type.TouchBegin:
            self._begin(points)
        elif kind == QEvent.Type.TouchUpdate:
            self._go(points)
        elif kind == QEvent.Type.TouchEnd:
            self._end(points)
        else:
            self.cancel()
        event.accept()
        return True

    def cancel(self) -> None:
        """Call off what the fingers do; they do nothing more until they are lifted."""
        self._become("nothing")

    def _become(self, doing: Doing) -> None:
        """Whatever else they did before ends without a trace."""
        self._hold.stop()
        if self.doing == "carries" and self.carrier is not None:
            self.carrier.let_fall()
        self.doing = doing

    def _begin(self, points: Sequence[QEventPoint]) -> None:
        self._become("rests" if len(points) == 1 else "pushes")
        self._last, self._start = self._places(points), self._place(points[0])
        if self.doing == "rests":
            self._hold.start(self.hold_ms)

    def _go(self, points: Sequence[QEventPoint]) -> None:
        before, now = self._last, self._places(points)
        self._last = now
        if len(now) > 1 and self.doing in ("rests", "carries"):
            self._become("pushes")
        if len(now) > 1 and self.doing == "pushes":
            self._pinch(before, now)
        elif len(now) == 1:
            self._lead(before, *now.items())

    def _lead(self, before: Mapping[int, QPointF], finger: tuple[int, QPointF]) -> None:
        """One finger has moved."""
        id, at = finger
        since = before.get(id, at)
        if self.doing == "rests" and _apart(at, self._start) >= SLOP_PX:
            self._become("pushes")
            since = self._start
            if self.carrier is not None and self.carrier.take_hold(self._start):
                self.doing = "carries"
        if self.doing == "carries" and self.carrier is not None:
            self.carrier.carry(at)
        elif self.doing == "pushes":
            self._camera.pan(at.x() - since.x(), at.y() - since.y())

    def _pinch(self, before: Mapping[int, QPointF], now: Mapping[int, QPointF]) -> None:
        pair = [id for id in now if id in before][:2]
        if len(pair) < 2:
            return
        (a, b), (c, d) = ((where[pair[0]], where[pair[1]]) for where in (before, now))
        if _apart(a, b) > 1 and _apart(c, d) > 1:
            self._camera.zoom(self._camera.scale * _apart(c, d) / _apart(a, b), (a + b) / 2)
        pushed = (c + d - a - b) / 2
        self._camera.pan(pushed.x(), pushed.y())

    def _end(self, points: Sequence[QEventPoint]) -> None:
        at, doing = self._place(points[-1]), self.doing
        if doing == "carries" and self.carrier is not None:
            self.doing = "nothing"
            self.carrier.put_down(at)
        self._become("nothing")
        if doing == "rests":
            self._tapped(at)

    def _tapped(self, at: QPointF) -> None:
        now = monotonic()
        before, self._tap = self._tap, (at, now)
        soon = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        if before is not None and now - before[1] <= soon and _apart(at, before[0]) <= NEAR_PX:
            self._tap = None
            self.tapped_twice.emit(at)
        else:
            self.tapped.emit(at)

    def _rested(self) -> None:
        """A long press."""
        self._become("nothing")
        self.held.emit(self._start)

    def _places(self, points: Sequence[QEventPoint]) -> dict[int, QPointF]:
        """Where the fingers are that are still down."""
        down = (one for one in points if one.state() != QEventPoint.State.Released)
        return {one.id(): self._place(one) for one in down}

    def _place(self, point: QEventPoint) -> QPointF:
        return self._window.mapFromGlobal(point.globalPosition())


def _apart(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
