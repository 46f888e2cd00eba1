"""What the keys do on the map: where the keyboard goes next, and what it moves, renames, deletes."""

from __future__ import annotations

from journeymap.canvas import walk
from journeymap.canvas.board import Board
from journeymap.canvas.chosen import Chosen
from journeymap.canvas.walk import Direction
from journeymap.model.ids import Id
from journeymap.model.journey import Journey


class Traveller:
    """Moves selection and keyboard focus over one board."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._home: Id | None = None

    @property
    def _journey(self) -> Journey:
        return self._board.hands.journey

    @property
    def step(self) -> Id | None:
        """The step the keyboard is on, or whose badge, wall or link it is on."""
        current = self._board.chosen.current
        if current in self._board.sight.steps:
            self._home = current
        return self._home if self._home in self._board.sight.steps else None

    def go(self, towards: Direction, extend: bool = False) -> None:
        """To the nearest step in a direction; with `extend` the selection grows to it."""
        boxes = self._board.sight.steps
        here = self.step
        if here is None:
            self._go_to(walk.end_of_journey(self._journey, last=False) or next(iter(boxes), None))
            return
        found = walk.nearest(boxes, boxes[here], towards)
        if found is not None and extend:
            chosen = self._board.chosen
            self._board.choose(chosen.extended(found, lambda a, b: walk.between(boxes, a, b)))
            self._reveal(found)
        else:
            self._go_to(found)

    def go_along(self, onward: bool) -> None:
        """To the next or previous step of the road."""
        here = self.step
        if here is None:
            self._go_to(walk.end_of_journey(self._journey, last=False))
        else:
            self._go_to(walk.along_road(self._journey, here, onward))

    def go_to_end(self, last: bool, of_journey: bool = False) -> None:
        """To the first or last step of the lane, or of the journey."""
        lane_of = None if of_journey else self.step
        self._go_to(walk.end_of_lane(self._journey, lane_of, last))

    def go_to_part(self, onward: bool) -> bool:
        """To the next badge, wall or link of the step; False when there is none further."""
        home, current = self.step, self._board.chosen.current
        if home is None or current is None:
            return False
        shown = [node.about for node in self._board.sight.picture.nodes if node.about is not None]
        stops = [home, *dict.fromkeys(walk.parts_of_step(self._journey, home, shown))]
        place = (stops.index(current) if current in stops else 0) + (1 if onward else -1)
        if not 0 <= place < len(stops):
            return False
        self._go_to(stops[place])
        self._home = home
        return True

    def back_out(self) -> bool:
        """Let go of the selection; False when there was none."""
        chosen = self._board.chosen
        if not chosen.ids:
            return False
        home = self.step
        part = home is not None and chosen.current != home
        self._board.choose(Chosen().only(home) if part else Chosen())
        return True

    def _go_to(self, id: Id | None) -> None:
        if id is not None and id in self._board.sight:
            self._board.choose(Chosen().only(id))
            self._reveal(id)

    def _reveal(self, id: Id) -> None:
        self._board.reveal(id)
