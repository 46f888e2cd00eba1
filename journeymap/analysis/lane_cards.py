"""One card a lane: walls, hand-offs, frictions, decisive moments, so that sums reconcile (FEATURES 33).

Every hand-off, friction, decisive moment and hour of the map stands on exactly one card of each kind
of sum; a wall and its hours are divided among the lanes on its sides, in halves where there are two,
unless its owner is named as one of them (FEATURES 35).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeymap.analysis.chains import moments_touched
from journeymap.analysis.findings import Findings, RankedFriction, WallFinding
from journeymap.analysis.graph import Graph
from journeymap.analysis.ledger import booking_order
from journeymap.analysis.ranking import ends_of
from journeymap.analysis.walks import Walks
from journeymap.analysis.wall_sides import owner_of_wall, wall_parts
from journeymap.model.ids import Id
from journeymap.model.reading import is_critical, lanes_in_order
from journeymap.model.records import Lane, Step


@dataclass(frozen=True, slots=True)
class LaneCard:
    """What one lane has of the map. Hours are a year's, None without journeys_per_year.

    Sums over all cards: `steps`; `handoffs_out` and `handoffs_in` (each = all hand-offs); `carried_out`
    and `carried_in` (each = hand-offs between which the customer goes); `walls` (= standing walls);
    `hours`, `minutes_per_1000` (= of all ranked frictions); `wall_hours` (= hours at walls);
    `critical` (= critical moments). `walls_out` and `walls_in` are the keys of the standing walls on
    which the lane gives and receives; `touched` the decisive moments of other lanes that it has a part
    in; `unowned` what has no owner at the lane: frictions, decisive provider steps, walls.
    """

    lane: Id
    kind: str
    accountable: str
    steps: int
    handoffs_out: int
    handoffs_in: int
    carried_out: int
    carried_in: int
    walls: float
    walls_out: tuple[str, ...]
    walls_in: tuple[str, ...]
    wall_hours: float | None
    wall_minutes_per_1000: float
    frictions: tuple[Id, ...]
    unranked: tuple[Id, ...]
    hours: float | None
    minutes_per_1000: float
    critical: tuple[Id, ...]
    touched: tuple[Id, ...]
    unowned: tuple[str, ...]


def lane_cards(graph: Graph, walks: Walks, findings: Findings) -> tuple[LaneCard, ...]:
    """The cards of all lanes from the top; a supplier's names the unit that answers for it."""
    sorted_out = _Sorted(graph, walks, findings)
    return tuple(sorted_out.card(lane) for lane in lanes_in_order(graph.journey))


class _Sorted:
    """Everything that stands on the cards, by lane."""

    def __init__(self, graph: Graph, walks: Walks, findings: Findings) -> None:
        self._graph, self._findings = graph, findings
        self._known = any(line.hours is not None for line in findings.ranked)
        self._steps = Counter(step.lane for step in graph.steps)
        self._out, self._in = _by_ends(graph, findings.handoffs)
        self._carried_out, self._carried_in = _by_ends(graph, _carried(graph, walks, findings))
        self._ranked = self._placed([line.id for line in findings.ranked])
        self._waiting = self._placed([line.id for line in findings.unranked])
        self._standing = {wall.key: wall for wall in findings.walls if wall.stands}
        self._lines = {line.id: line for line in findings.ranked}
        self._parts = self._wall_parts()
        self._booked = self._wall_minutes()
        self._from, self._to = self._sides("source"), self._sides("target")
        self._touched = moments_touched(graph)

    def card(self, lane: Lane) -> LaneCard:
        """One lane's card."""
        id = lane.id
        lines = [self._lines[friction] for friction in self._ranked[id]]
        booked = self._booked[id]
        return LaneCard(
            lane=id,
            kind=lane.kind,
            accountable=(lane.accountable or "").strip(),
            steps=self._steps[id],
            handoffs_out=self._out[id],
            handoffs_in=self._in[id],
            carried_out=self._carried_out[id],
            carried_in=self._carried_in[id],
            walls=sum(part for _, part in self._parts[id]),
            walls_out=tuple(self._from[id]),
            walls_in=tuple(self._to[id]),
            wall_hours=sum(part * (line.hours or 0.0) for line, part in booked) if self._known else None,
            wall_minutes_per_1000=sum(part * line.per1000 for line, part in booked),
            frictions=tuple(self._ranked[id]),
            unranked=tuple(self._waiting[id]),
            hours=sum(line.hours or 0.0 for line in lines) if self._known else None,
            minutes_per_1000=sum(line.per1000 for line in lines),
            critical=tuple(step.id for step in self._decisive() if step.lane == id),
            touched=self._touched[id],
            unowned=tuple(self._unowned(id)),
        )

    def _placed(self, frictions: Sequence[Id]) -> Mapping[Id, list[Id]]:
        """Lane → frictions felt there; one on a link is its source's, as in the order of frictions."""
        graph, links = self._graph, self._graph.link_numbers()
        found: dict[Id, list[Id]] = defaultdict(list)
        for friction in frictions:
            step = ends_of(graph, graph.journey.frictions[friction].at, links)[0]
            found[graph.journey.steps[step].lane].append(friction)
        return found

    def _wall_parts(self) -> Mapping[Id, list[tuple[WallFinding, float]]]:
        found: dict[Id, list[tuple[WallFinding, float]]] = defaultdict(list)
        for wall in self._standing.values():
            for lane, part in wall_parts(self._graph.journey, wall).items():
                found[lane].append((wall, part))
        return found

    def _wall_minutes(self) -> Mapping[Id, list[tuple[RankedFriction, float]]]:
        """Lane → frictions at walls with its part of each: a friction is booked on one wall."""
        found: dict[Id, list[tuple[RankedFriction, float]]] = defaultdict(list)
        for line in self._findings.ranked:
            walls = [self._standing[key] for key in line.wall_keys if key in self._standing]
            if walls:
                wall = min(walls, key=booking_order)
                for lane, part in wall_parts(self._graph.journey, wall).items():
                    found[lane].append((line, part))
        return found

    def _sides(self, end: str) -> Mapping[Id, list[str]]:
        """Lane → keys of the walls with this end in it."""
        found: dict[Id, list[str]] = defaultdict(list)
        for wall in self._standing.values():
            step = getattr(wall, end)
            if step is not None:
                found[self._graph.journey.steps[step].lane].append(wall.key)
        return found

    def _decisive(self) -> Iterable[Step]:
        return (step for step in self._graph.steps if is_critical(step))

    def _unowned(self, lane: Id) -> Iterable[str]:
        journey = self._graph.journey
        for friction in (*self._ranked[lane], *self._waiting[lane]):
            if not (journey.frictions[friction].owner or "").strip():
                yield friction
        for step in self._decisive():
            provider = not self._graph.customer[self._graph.index[step.id]]
            if step.lane == lane and provider and not (step.owner or "").strip():
                yield step.id
        yield from (wall.key for wall, _ in self._parts[lane] if not owner_of_wall(journey, wall))


def _by_ends(graph: Graph, pairs: Iterable[tuple[Id, Id]]) -> tuple[Counter[Id], Counter[Id]]:
    """How many pairs leave each lane, and how many come to it."""
    steps, listed = graph.journey.steps, list(pairs)
    return Counter(steps[one].lane for one, _ in listed), Counter(steps[other].lane for _, other in listed)


def _carried(graph: Graph, walks: Walks, findings: Findings) -> Iterable[tuple[Id, Id]]:
    """Hand-offs between which the customer goes: joined by a contact walk and by no road link."""
    direct = {(graph.source[link], graph.target[link]) for links in graph.out for link in links}
    for one, other in findings.handoffs:
        pair = (graph.index[one], graph.index[other])
        if pair in walks and pair not in direct:
            yield one, other
