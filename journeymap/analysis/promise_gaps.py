"""What was promised, beside the longest way to where it is to be honoured (FEATURES 30).

Time runs over links (waiting and calendar delay) and over the steps in between: the customer's own
and waiting minutes, behind the scenes the minutes needed. The way is the longest that does not go
round: inside a round the shortest way through counts. What nobody has said counts as 0 and is listed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Literal, NamedTuple

from journeymap.analysis.components import components, reachable, reversed_lists
from journeymap.analysis.graph import Graph
from journeymap.analysis.walls.promise import makers_and_honourers
from journeymap.model.ids import Id
from journeymap.model.quantity import MINUTES, PLAIN, Range, read_quantity

A_DAY = 24 * 60
"""Minutes of a calendar day: promises are kept in calendar time."""
_FORWARDS = frozenset({"flow", "refer", "info"})
Kept = Literal["short", "maybe_short", "enough", "unknown"]
"""The way is surely longer than promised; longer by its points; short enough; nobody can say."""


@dataclass(frozen=True, slots=True)
class PromiseGap:
    """A promise from one maker to one who is to honour it, in minutes.

    `gap` is what was promised less the way by its points: below 0 the promise is too short. `way` are
    the steps of the longest way, both ends included; `unknown` the links and steps between the two
    of which nobody has said how long they take.
    """

    promise: Id
    maker: Id
    honourer: Id
    due: float
    low: float
    point: float
    high: float
    way: tuple[Id, ...]
    unknown: tuple[Id, ...]

    @property
    def gap(self) -> float:
        """Minutes to spare; negative where the way is longer than what was promised."""
        return self.due - self.point

    @property
    def kept(self) -> Kept:
        """What can be said: unknown times can only make the way longer."""
        if self.low > self.due:
            return "short"
        if self.point > self.due:
            return "maybe_short"
        return "unknown" if self.unknown or self.high > self.due else "enough"


def promise_gaps(graph: Graph) -> tuple[PromiseGap, ...]:
    """One gap for each maker and honourer that a way joins, the tightest first."""
    makers, honourers = makers_and_honourers(graph)
    roads = _Roads(graph)
    found = [
        gap
        for promise, makes in makers.items()
        for maker in makes
        for honourer in honourers.get(promise, ())
        if (gap := _gap(graph, roads, promise, maker, honourer)) is not None
    ]
    return tuple(sorted(found, key=lambda gap: (gap.gap, gap.promise, gap.maker, gap.honourer)))


def _gap(graph: Graph, roads: _Roads, promise: Id, maker: int, honourer: int) -> PromiseGap | None:
    due = graph.journey.promises[promise].due_minutes
    is_number = isinstance(due, int | float) and not isinstance(due, bool)
    if not is_number or due is None or not math.isfinite(due) or due < 0 or maker == honourer:
        return None
    between = roads.between(maker, honourer)
    if not between:
        return None
    ways = {bound: roads.longest(maker, honourer, between, bound) for bound in ("low", "point", "high")}
    return PromiseGap(
        promise=promise,
        maker=graph.steps[maker].id,
        honourer=graph.steps[honourer].id,
        due=float(due),
        low=ways["low"].minutes,
        point=ways["point"].minutes,
        high=ways["high"].minutes,
        way=tuple(graph.steps[step].id for step in ways["point"].steps),
        unknown=tuple(roads.unknown(maker, honourer, between)),
    )


class _Way(NamedTuple):
    minutes: float
    steps: list[int]


class _Roads:
    """The map as work runs through it, with the minutes of its links and steps."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._out: list[list[tuple[int, int]]] = [[] for _ in graph.steps]
        for link, kind in enumerate(graph.kind):
            source, target = graph.source[link], graph.target[link]
            if kind in _FORWARDS:
                self._out[source].append((target, link))
            elif kind == "order":
                self._out[target].append((source, link))
        self._targets = [[target for target, _ in ways] for ways in self._out]
        self._before = reversed_lists(self._targets)

    def between(self, start: int, end: int) -> set[int]:
        """Steps on any way from one to the other, both included; empty where there is none."""
        there, back = reachable(self._targets, [start]), reachable(self._before, [end])
        return {step for step in range(len(there)) if there[step] and back[step]} if there[end] else set()

    def unknown(self, start: int, end: int, between: set[int]) -> Iterator[Id]:
        """Links and steps between the two whose time nobody has said."""
        for step in sorted(between - {end}):
            for target, link in self._out[step]:
                if target in between and target != start and self._link_time(link) is None:
                    yield self._graph.links[link].id
        for step in sorted(between - {start, end}):
            if self._step_time(step) is None:
                yield self._graph.steps[step].id

    def longest(self, start: int, end: int, between: set[int], bound: str) -> _Way:
        """The longest way that does not go round, at the low, point or high of what is said."""
        inside = [[target for target in self._targets[step] if target in between] for step in between]
        steps = list(between)
        place = {step: number for number, step in enumerate(steps)}
        parts = components([[place[target] for target in targets] for targets in inside])
        entered: dict[int, tuple[float, list[int]]] = {start: (0.0, [start])}
        best: dict[int, tuple[float, list[int]]] = {}
        for part in reversed(parts):
            members = {steps[number] for number in part}
            self._walk_through(members, entered, best, bound, end)
            self._go_on(members, between, entered, best, bound, end)
        minutes, way = best[end]
        return _Way(minutes, way)

    def _walk_through(
        self,
        members: set[int],
        entered: dict[int, tuple[float, list[int]]],
        best: dict[int, tuple[float, list[int]]],
        bound: str,
        end: int,
    ) -> None:
        """From every entry the shortest way to each member; of several entries the latest arrival."""
        for entry in sorted(members & entered.keys()):
            minutes, way = entered[entry]
            for step, (more, steps) in self._shortest(entry, members, bound, end).items():
                if step not in best or minutes + more > best[step][0]:
                    best[step] = (minutes + more, [*way, *steps])

    def _go_on(
        self,
        members: set[int],
        between: set[int],
        entered: dict[int, tuple[float, list[int]]],
        best: dict[int, tuple[float, list[int]]],
        bound: str,
        end: int,
    ) -> None:
        for step in sorted(members & best.keys()):
            minutes, way = best[step]
            for target, link in self._out[step]:
                if target in between and target not in members:
                    later = minutes + self._cost(link, target, bound, end)
                    if target not in entered or later > entered[target][0]:
                        entered[target] = (later, [*way, target])

    def _shortest(
        self, entry: int, members: set[int], bound: str, end: int
    ) -> dict[int, tuple[float, list[int]]]:
        """Dijkstra inside one component: minutes and steps after the entry."""
        found: dict[int, tuple[float, list[int]]] = {}
        queue: list[tuple[float, int, list[int]]] = [(0.0, entry, [])]
        while queue:
            minutes, step, way = heappop(queue)
            if step in found:
                continue
            found[step] = (minutes, way)
            for target, link in self._out[step]:
                if target in members and target not in found:
                    heappush(queue, (minutes + self._cost(link, target, bound, end), target, [*way, target]))
        return found

    def _cost(self, link: int, target: int, bound: str, end: int) -> float:
        """Minutes from leaving the link's first step until the second one is done, or, at the end, begun."""
        passed = _at(self._link_time(link), bound)
        step = self._graph.steps[target]
        if target == end:
            return passed + _at(read_quantity(step.wait_minutes, MINUTES), bound)
        return passed + _at(self._step_time(target), bound)

    def _link_time(self, link: int) -> Range | None:
        record = self._graph.links[link]
        days = read_quantity(record.lead_days, PLAIN)
        delay = None if days is None else Range(days.low * A_DAY, days.point * A_DAY, days.high * A_DAY)
        return _sum([read_quantity(record.wait_minutes, MINUTES), delay])

    def _step_time(self, number: int) -> Range | None:
        step, back = self._graph.steps[number], self._graph.back(number)
        work = read_quantity(step.minutes_needed if back else step.own_minutes, MINUTES)
        return _sum([work, read_quantity(step.wait_minutes, MINUTES)])


def _sum(parts: Sequence[Range | None]) -> Range | None:
    known = [part for part in parts if part is not None]
    if not known:
        return None
    return Range(sum(p.low for p in known), sum(p.point for p in known), sum(p.high for p in known))


def _at(known: Range | None, bound: str) -> float:
    return 0.0 if known is None else float(getattr(known, bound))
