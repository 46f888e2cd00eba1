"""Move steps: a ghost follows, the cell or gutter lights up, one edit at the end."""

from __future__ import annotations

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.gesture import Gesture
from journeymap.canvas.ghost_step import cell_box
from journeymap.canvas.places import Place, place_at
from journeymap.edit.rules import Verdict, may_move_steps
from journeymap.model.ids import Id
from journeymap.picture.prims import Box


class MoveSteps(Gesture):
    """Moves the grabbed step, and with it all that are selected."""

    def __init__(self, board: Board, start: Spot, grabbed: Id) -> None:
        super().__init__(board, start)
        others = board.selection if grabbed in board.selection else ()
        self._grabbed = grabbed
        self._ids = (grabbed, *(id for id in others if id != grabbed and id in board.sight.steps))
        self._place: Place | None = None

    def start(self) -> None:
        if self._grabbed not in self.board.selection:
            self.board.select((self._grabbed,))
        nodes = [node for id in self._ids if (node := self.board.sight.node(id)) is not None]
        self.board.be_quiet(True)
        self.board.marks.lift(nodes, [self.board.sight.box(node) for node in nodes])

    def move(self, spot: Spot) -> None:
        pushed = spot.scene - self.origin.scene
        self._place = self._place_under(spot)
        verdict = self._verdict()
        self.board.marks.carry(pushed.x(), pushed.y(), verdict.ok or not verdict.reason)
        self._show(verdict)
        if verdict.reason:
            self.board.refuse(verdict.reason, spot.seen)
        else:
            self.board.hush()

    def finish(self, spot: Spot) -> None:
        self._place = self._place_under(spot)
        place, verdict = self._place, self._verdict()
        self.clear()
        if verdict and place is not None:
            self.board.hands.move_steps(self._ids, place.lane, place.column)
        elif verdict.reason:
            self.board.refuse(verdict.reason, spot.seen, stays=True)

    def _place_under(self, spot: Spot) -> Place | None:
        """Where the grabbed step's middle is carried to."""
        box = self.board.sight.steps.get(self._grabbed)
        if box is None:
            return None
        pushed = spot.scene - self.origin.scene
        return place_at(self.board.sight, box.x + box.w / 2 + pushed.x(), box.y + box.h / 2 + pushed.y())

    def _verdict(self) -> Verdict:
        document, place = self.board.document, self._place
        if document is None or place is None:
            return Verdict(False)
        return may_move_steps(document.journey, self._ids, lane=place.lane, column=place.column)

    def _show(self, verdict: Verdict) -> None:
        place = self._place
        bar = place.box if place is not None and place.between and verdict else None
        self.board.marks.insert_at(None if bar is None else Box(bar.x, bar.y + 8, 0, bar.h - 16))
        lands = place is not None and verdict and not place.between
        self.board.marks.drop_on(
            cell_box(self.board.sight, place.lane, place.column).grown(4) if lands and place else None
        )
