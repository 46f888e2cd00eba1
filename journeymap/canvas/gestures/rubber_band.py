"""Rubber band: drag over empty ground to select the steps within."""

from __future__ import annotations

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.gesture import Gesture
from journeymap.model.ids import Id
from journeymap.picture.prims import Box


class RubberBand(Gesture):
    """Selects while it is drawn: with Shift too, with Ctrl the other way round. Esc gives back what was."""

    def __init__(self, board: Board, start: Spot) -> None:
        super().__init__(board, start)
        self._before = board.selection
        self._kept: tuple[Id, ...] = board.selection if start.adds else ()
        self._toggles = start.toggles

    def move(self, spot: Spot) -> None:
        band = _between(self.origin, spot)
        self.board.marks.band(band)
        inside = [id for id, box in self.board.sight.steps.items() if band.meets(box)]
        kept = [id for id in self._kept if not (self._toggles and id in inside)]
        new = [id for id in inside if not (self._toggles and id in self._kept)]
        self.board.select((*kept, *new))

    def finish(self, spot: Spot) -> None:
        self.move(spot)
        self.clear()

    def cancel(self) -> None:
        self.board.select(self._before)
        self.clear()


def _between(one: Spot, other: Spot) -> Box:
    a, b = one.scene, other.scene
    return Box(min(a.x(), b.x()), min(a.y(), b.y()), abs(a.x() - b.x()), abs(a.y() - b.y()))
