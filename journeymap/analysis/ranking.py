"""The frictions in order, each with its parts and its range (METHOD 2).

The order key: tier A first, then minutes per 1000 journeys rounded to 12 significant digits, then
the number of wall types, the column and the id. Rounding takes away the float noise that would
make paper ties depend on the unit of time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeymap.analysis.findings import Tier, WallFinding, WallType
from journeymap.analysis.graph import ASIDE, ROAD, Graph
from journeymap.analysis.tiers import critical_probability, is_decisive
from journeymap.model.ids import Id
from journeymap.model.quantity import HITS, MINUTES, VALUE_LOST, Range, read_quantity
from journeymap.model.reading import column_of
from journeymap.model.records import Friction

ANSWERS = ("hits", "wait_minutes", "work_minutes", "value_lost", "goal_minutes", "visits")
"""What a place in the order needs, in the order in which missing answers are named."""

MOST = 1e300


@dataclass(frozen=True, slots=True)
class Entry:
    """A friction with its answers as read. `visits` is what one hit is multiplied by: V(at) where
    hits are per visit, 1 where they are per journey, None where V is null or 0.
    """

    friction: Friction
    hits: Range | None
    wait: Range | None
    work: Range | None
    value: Range | None
    goal: float | None
    visits: float | None
    tier: Tier
    probability: float
    column: float
    wall_keys: tuple[str, ...] = ()
    walls: tuple[WallType, ...] = ()

    @property
    def id(self) -> Id:
        return self.friction.id

    @property
    def missing(self) -> tuple[str, ...]:
        """The answers without which it cannot be ranked; empty for a friction that can."""
        needs_goal = self.value is None or not self.value.is_zero
        lacks = (
            self.hits is None,
            self.wait is None,
            self.work is None,
            self.value is None,
            self.goal is None and needs_goal,
            self.visits is None,
        )
        return tuple(name for name, lacking in zip(ANSWERS, lacks, strict=True) if lacking)

    def share_hit(self, bound: str = "point") -> float:
        """n: hits per journey at the point, low or high end of its range."""
        return min((self.visits or 0.0) * _end(self.hits, bound), MOST)

    def minutes(self, bound: str = "point") -> tuple[float, float, float]:
        """Waiting, own work and value lost, in minutes of one who is hit."""
        value = _end(self.value, bound)
        lost = value * (self.goal or 0.0) if value else 0.0
        return _end(self.wait, bound), _end(self.work, bound), lost

    def per1000(self, bound: str = "point") -> float:
        """Minutes per 1000 journeys, rounded to 12 significant digits."""
        return rounded(1000 * self.share_hit(bound) * sum(self.minutes(bound)))

    @property
    def place(self) -> tuple[float, int, float, Id]:
        """The order key inside a tier."""
        return (-self.per1000(), -len(self.walls), self.column, self.id)


def _end(answer: Range | None, bound: str) -> float:
    return 0.0 if answer is None else float(getattr(answer, bound))


def rounded(value: float) -> float:
    """The value to 12 significant digits; absurd answers stop at a figure that can be printed."""
    return float(f"{min(value, MOST):.11e}")


def read_entries(
    graph: Graph, goal: float | None, visits: list[float] | None, shares: list[float]
) -> list[Entry]:
    """Every friction that takes part (not solved, at a step or link of the map), by id."""
    places = _Places(graph, visits, shares)
    open_ones = [f for f in graph.journey.frictions.values() if f.status != "solved" and places.knows(f.at)]
    return [_entry(friction, goal, places) for friction in sorted(open_ones, key=lambda f: f.id)]


class _Places:
    """Where frictions sit: column and expected visits of steps and links."""

    def __init__(self, graph: Graph, visits: list[float] | None, shares: list[float]) -> None:
        self._graph = graph
        self._visits = visits
        self._shares = shares
        self._links = graph.link_numbers()

    def knows(self, at: Id) -> bool:
        return at in self._graph.index or at in self._links

    def step(self, at: Id) -> int:
        """The step itself; of a link its source."""
        if at in self._graph.index:
            return self._graph.index[at]
        return self._graph.source[self._links[at]]

    def visits(self, at: Id) -> float | None:
        """V(at), None for null or 0. Info, order and status links are met as often as their source;
        exit and shadow links take part in no visit, so how often they are met is unknown.
        """
        if self._visits is None:
            return None
        value = self._visits[self.step(at)]
        link = None if at in self._graph.index else self._links[at]
        if link is None:
            return value or None
        if self._graph.kind[link] in ASIDE:
            return None
        if self._graph.kind[link] in ROAD:
            value *= self._shares[link]
        return value or None

    def column(self, at: Id) -> float:
        return column_of(self._graph.steps[self.step(at)])


def _entry(friction: Friction, goal: float | None, places: _Places) -> Entry:
    return Entry(
        friction=friction,
        hits=read_quantity(friction.hits, HITS),
        wait=read_quantity(friction.wait_minutes, MINUTES),
        work=read_quantity(friction.work_minutes, MINUTES),
        value=read_quantity(friction.value_lost, VALUE_LOST),
        goal=goal,
        visits=places.visits(friction.at) if friction.per == "visit" else 1.0,
        tier="A" if is_decisive(friction) else "B",
        probability=critical_probability(friction),
        column=places.column(friction.at),
    )


def ends_of(graph: Graph, at: Id, links: Mapping[Id, int]) -> tuple[Id, ...]:
    """The step a friction sits at; for a link both its ends."""
    if at in graph.index:
        return (at,)
    link = graph.links[links[at]]
    return (link.source, link.target)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Ranked frictions: tier A first, then by the order key."""
    return sorted(entries, key=lambda entry: (entry.tier != "A", *entry.place))


@dataclass(frozen=True, slots=True)
class Places:
    """Where one friction stands, and where it may stand within all stated ranges."""

    rank: int
    by_hours: int
    best: int
    worst: int


def places(ordered: list[Entry]) -> dict[Id, Places]:
    """Rank, rank by hours alone, and the best and worst place, in F log F."""
    by_hours = {entry.id: rank for rank, entry in enumerate(sorted(ordered, key=lambda e: e.place), 1)}
    found: dict[Id, Places] = {}
    above = 0
    for tier in ("A", "B"):
        members = [entry for entry in ordered if entry.tier == tier]
        lows = sorted(entry.per1000("low") for entry in members)
        highs = sorted(entry.per1000("high") for entry in members)
        for rank, entry in enumerate(members, above + 1):
            surely = len(lows) - bisect_right(lows, entry.per1000("high"))
            possibly = len(highs) - bisect_left(highs, entry.per1000("low"))
            found[entry.id] = Places(rank, by_hours[entry.id], above + surely + 1, above + possibly)
        above += len(members)
    return found


def walls_named(
    graph: Graph, entries: list[Entry], walls: Iterable[WallFinding]
) -> dict[Id, tuple[WallFinding, ...]]:
    """Friction → the findings its place names, standing or not; `friction.walls` replaces the place."""
    by_key = {wall.key: wall for wall in walls}
    at_step: dict[Id, list[WallFinding]] = {}
    for wall in by_key.values():
        for step in dict.fromkeys((wall.source, wall.target, *wall.steps)):
            if step is not None:
                at_step.setdefault(step, []).append(wall)
    links = graph.link_numbers()
    named: dict[Id, tuple[WallFinding, ...]] = {}
    for entry in entries:
        keys: Iterable[str] | None = entry.friction.walls
        if keys is None:
            ends = ends_of(graph, entry.friction.at, links)
            keys = (wall.key for end in ends for wall in at_step.get(end, ()))
        named[entry.id] = tuple(by_key[key] for key in dict.fromkeys(keys) if key in by_key)
    return named
