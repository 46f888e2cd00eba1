"""Rubber band: drag over empty ground to select the steps within."""

from __future__ import annotations

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.gesture import Gesture
from journeymap.model.ids import Id
from journeymap.picture.prims import Box


class RubberBand(Gesture):
    """Selects while it is drawn; Esc gives back what was selected before."""

    def __init__(self, board: Board, start: Spot) -> None:
        super().__init__(board, start)
        self._before = board.selection
        self._kept: tuple[Id, ...] = board.selection if start.adds else ()

    def move(self, spot: Spot) -> None:
        band = _between(self.origin, spot)
        self.board.marks.band(band)
        inside = [id for id, box in self.board.sight.steps.items() if band.meets(box)]
        self.board.select((*self._kept, *inside))

    def finish(self, spot: Spot) -> None:
        self.move(spot)
        self.clear()

    def cancel(self) -> None:
        self.board.select(self._before)
        self.clear()


def _between(one: Spot, other: Spot) -> Box:
    a, b = one.scene, other.scene
    return Box(min(a.x(), b.x()), min(a.y(), b.y()), abs(a.x() - b.x()), abs(a.y() - b.y()))
