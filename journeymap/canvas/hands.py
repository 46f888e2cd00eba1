"""Every edit that a gesture or key on the map makes: one verb each, asked of the rules first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from journeymap.canvas.desk import Desk
from journeymap.canvas.walk import Direction
from journeymap.edit import columns, rules, verbs
from journeymap.edit.document import Document
from journeymap.edit.rules import YES, Verdict
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, stages_in_order
from journeymap.model.records import Friction, Lane, Stage, Step

_SHIFT: Mapping[Direction, tuple[int, int]] = {
    "left": (0, -1),
    "right": (0, 1),
    "up": (-1, 0),
    "down": (1, 0),
}
"""Lanes down and moments on."""


class Hands:
    """Edits the desk's document. Without one, nothing happens."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def journey(self) -> Journey:
        """The journey as it is."""
        document = self._desk.document
        return Journey() if document is None else document.journey

    def title(self, id: Id) -> str | None:
        """The title that can be changed in place; None if there is none."""
        record = self.journey.get(id)
        if isinstance(record, Step | Friction):
            return record.title
        return record.name if isinstance(record, Lane | Stage) else None

    def rename(self, id: Id, words: str) -> None:
        """Change a title."""
        if self.title(id) is not None:
            self._do(rules.may_name(words), lambda document: verbs.rename(document, id, words))

    def move_steps(self, ids: Sequence[Id], lane: Id, column: float) -> None:
        """Move steps so that the first lands there."""
        verdict = rules.may_move_steps(self.journey, ids, lane=lane, column=column)
        self._do(
            verdict, lambda document: verbs.move_steps(document, ids, lane=lane, column=columns.tidy(column))
        )

    def link(self, source: Id, target: Id) -> None:
        """Draw a link."""
        verdict = rules.may_link(self.journey, source, target)
        self._do(verdict, lambda document: verbs.link(document, source, target))

    def reattach(self, link: Id, source: Id | None, target: Id | None) -> None:
        """Put one end of a link at another step."""
        verdict = rules.may_reattach(self.journey, link, source=source, target=target)
        self._do(verdict, lambda document: verbs.reattach(document, link, source=source, target=target))

    def move_friction(self, friction: Id, at: Id) -> None:
        """Put a friction at another step or link."""
        verdict = rules.may_move_friction(self.journey, friction, at)
        self._do(verdict, lambda document: verbs.move_friction(document, friction, at))

    def move_lane(self, lane: Id, place: int) -> None:
        """Make a lane the place-th from the top."""
        verdict = rules.may_move_lane(self.journey, lane, place)
        self._do(verdict, lambda document: verbs.move_lane(document, lane, place))

    def move_stage(self, stage: Id, place: int) -> None:
        """Make a stage the place-th from the left."""
        if stages_in_order(self.journey)[place].id != stage:
            self._do(YES, lambda document: verbs.move_stage(document, stage, place))

    def delete(self, ids: Sequence[Id]) -> tuple[Id, ...]:
        """Delete what may go without a question; the answer is lanes that must be asked about."""
        there = [id for id in ids if self.journey.get(id) is not None]
        asked = tuple(
            id for id in there if id in self.journey.lanes and not rules.may_delete_lane(self.journey, id)
        )
        rest = [id for id in there if id not in asked]
        if rest:
            self._do(YES, lambda document: verbs.delete(document, rest))
        return asked

    def push(self, ids: Sequence[Id], towards: Direction) -> None:
        """Move the selected steps, lane or stage one place on."""
        steps = [id for id in ids if id in self.journey.steps]
        first = next(iter(ids), None)
        if steps:
            rows, moments = _SHIFT[towards]
            self._do(YES, lambda document: verbs.shift_steps(document, steps, rows=rows, columns=moments))
        elif first is None:
            return
        elif first in self.journey.lanes and towards in ("up", "down"):
            order = [lane.id for lane in lanes_in_order(self.journey)]
            self.move_lane(first, _next_place(order, first, towards == "down"))
        elif first in self.journey.stages and towards in ("left", "right"):
            stages = [stage.id for stage in stages_in_order(self.journey)]
            self.move_stage(first, _next_place(stages, first, towards == "right"))

    def _do(self, verdict: Verdict, verb: Callable[[Document], object]) -> None:
        document = self._desk.document
        if document is None:
            return
        if verdict:
            verb(document)
        elif verdict.reason:
            self._desk.refuse_here(verdict.reason)


def _next_place(order: Sequence[Id], id: Id, onward: bool) -> int:
    """The place after or before; at the end it stays."""
    return max(0, min(len(order) - 1, order.index(id) + (1 if onward else -1)))
