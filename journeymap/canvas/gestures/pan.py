"""Pan: hold Space or the middle button and push the map."""

from __future__ import annotations

from PySide6.QtCore import Qt

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.gesture import Gesture


class Pan(Gesture):
    """The map follows the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def __init__(self, board: Board, start: Spot) -> None:
        super().__init__(board, start)
        self._last = start.seen

    def move(self, spot: Spot) -> None:
        pushed = spot.seen - self._last
        self._last = spot.seen
        self.board.camera.pan(pushed.x(), pushed.y())
