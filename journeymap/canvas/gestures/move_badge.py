"""Friction badges go to another step or link; wall marks stay with their hand-off and say so."""

from __future__ import annotations

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.gesture import Gesture
from journeymap.canvas.sight import LINK, STEP
from journeymap.edit.rules import Verdict, may_move_friction, may_slide_wall
from journeymap.model.ids import Id
from journeymap.picture.prims import Node


class MoveFriction(Gesture):
    """Carries a friction to where it belongs."""

    def __init__(self, board: Board, start: Spot, badge: Node, friction: Id) -> None:
        super().__init__(board, start)
        self._badge = badge
        self._friction = friction

    def start(self) -> None:
        self.board.select((self._friction,))
        self.board.be_quiet(True)
        self.board.marks.lift((self._badge,), (self.board.sight.box(self._badge),), outline=False)

    def move(self, spot: Spot) -> None:
        pushed = spot.scene - self.origin.scene
        target = self._under(spot)
        verdict = self._verdict(target)
        self.board.marks.carry(pushed.x(), pushed.y(), verdict.ok or not verdict.reason)
        box = self.board.sight.box_of(target.about) if target and target.about and verdict else None
        self.board.marks.drop_on(None if box is None else box.grown(4))
        if verdict.reason:
            self.board.refuse(verdict.reason, spot.seen)
        else:
            self.board.hush()

    def finish(self, spot: Spot) -> None:
        target = self._under(spot)
        verdict = self._verdict(target)
        self.clear()
        if verdict and target is not None and target.about is not None:
            self.board.hands.move_friction(self._friction, Id(target.about))
        elif verdict.reason:
            self.board.refuse(verdict.reason, spot.seen, stays=True)

    def _under(self, spot: Spot) -> Node | None:
        node = self.board.node_at(spot.seen)
        return None if node is None or node.about == self._friction else node

    def _verdict(self, target: Node | None) -> Verdict:
        document = self.board.document
        if document is None or target is None or target.about is None:
            return Verdict(False)
        record = document.journey.frictions.get(self._friction)
        if record is not None and target.role not in (STEP, LINK) and target.about == record.at:
            return Verdict(False)
        return may_move_friction(document.journey, self._friction, Id(target.about))


class HoldWall(Gesture):
    """A wall stands where its hand-off crosses the border; dragging it only says why it stays."""

    scrolls = False

    def move(self, spot: Spot) -> None:
        self.board.refuse(may_slide_wall(False).reason, spot.seen)

    def finish(self, spot: Spot) -> None:
        self.board.refuse(may_slide_wall(False).reason, spot.seen, stays=True)
