"""Link: drag from the dot at a step's edge to another step; or take a link's end to another step."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.gesture import Gesture
from journeymap.canvas.sight import STEP
from journeymap.edit.rules import Verdict, may_link, may_reattach
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.prims import Box


class _Thread(Gesture):
    """A line from a fixed end to the pointer; the step under the pointer would be the other end."""

    def __init__(self, board: Board, start: Spot, fixed: Id) -> None:
        super().__init__(board, start)
        self._fixed = fixed

    def start(self) -> None:
        takers = [
            box for id, box in self.board.sight.steps.items() if id != self._fixed and self._verdict(id)
        ]
        self.board.marks.glow(takers)

    def move(self, spot: Spot) -> None:
        target = self._under(spot)
        verdict = self._verdict(target) if target is not None else Verdict(True)
        box = self.board.sight.steps.get(self._fixed)
        self.board.marks.thread(None if box is None else _line(box, spot.scene), verdict.ok)
        lit = self.board.sight.steps.get(target) if target is not None and verdict else None
        self.board.marks.drop_on(None if lit is None else lit.grown(4))
        if verdict.reason:
            self.board.refuse(verdict.reason, spot.seen)
        else:
            self.board.hush()

    def finish(self, spot: Spot) -> None:
        target = self._under(spot)
        self.clear()
        if target is None:
            return
        verdict = self._verdict(target)
        if verdict:
            self._join(target)
        elif verdict.reason:
            self.board.refuse(verdict.reason, spot.seen, stays=True)

    def _under(self, spot: Spot) -> Id | None:
        node = self.board.node_at(spot.seen)
        return Id(node.about) if node is not None and node.role == STEP and node.about else None

    def _verdict(self, target: Id) -> Verdict:
        document = self.board.document
        return Verdict(False) if document is None else self._may(document.journey, target)

    def _may(self, journey: Journey, target: Id) -> Verdict:
        return may_link(journey, self._fixed, target)

    def _join(self, target: Id) -> None:
        self.board.hands.link(self._fixed, target)


class DrawLink(_Thread):
    """A new link from a step."""


class ReattachLink(_Thread):
    """One end of a link is taken off its step and put at another."""

    def __init__(self, board: Board, start: Spot, link: Id, fixed: Id, moves_target: bool) -> None:
        super().__init__(board, start, fixed)
        self._link = link
        self._moves_target = moves_target

    def _may(self, journey: Journey, target: Id) -> Verdict:
        source, end = self._ends(target)
        return may_reattach(journey, self._link, source=source, target=end)

    def _join(self, target: Id) -> None:
        self.board.hands.reattach(self._link, *self._ends(target))

    def _ends(self, other: Id) -> tuple[Id | None, Id | None]:
        return (None, other) if self._moves_target else (other, None)


def _line(box: Box, to: QPointF) -> QPainterPath:
    """A calm curve from the edge of a box that faces the pointer."""
    middle = box.y + box.h / 2
    start = QPointF(box.right if to.x() >= box.x + box.w / 2 else box.x, middle)
    reach = max(24.0, abs(to.x() - start.x()) / 2) * (1 if start.x() == box.right else -1)
    shape = QPainterPath(start)
    shape.cubicTo(start + QPointF(reach, 0), to - QPointF(reach, 0), to)
    return shape
