"""Where the walls stand: on which lane border, at which crossing, how long, with words on which side."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeymap.analysis.findings import WallMark, WallType
from journeymap.analysis.graph import ROAD, Graph, unit_path
from journeymap.analysis.ledger import ORDER
from journeymap.model.ids import Id
from journeymap.model.reading import is_customer_lane
from journeymap.model.records import Lane
from journeymap.picture.grid import Grid
from journeymap.picture.routing.plan import Plan
from journeymap.picture.routing.runs import Laid

AT_GIVER = frozenset({"silent", "refusal", "nobody"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A wall's border (the lane whose upper edge it is; one past the last for the map's lower
    edge) and the wires that cross it there. `step` is where it stands if nothing crosses."""

    mark: WallMark
    border: int
    wires: tuple[str, ...]
    step: Id
    spans: bool = False


def leading_type(mark: WallMark) -> WallType:
    """The type that decides where a wall stands and what is said of it."""
    findings = [finding for finding in mark.findings if finding.stands] or list(mark.findings)
    types = {finding.type for finding in findings}
    return "ping_pong" if "ping_pong" in types else min(types, key=ORDER.index)


def courses(one: Lane | None, other: Lane | None) -> int:
    """How far apart two units stand: 1 inside a team, 2 a division, 3 a company, 4 another firm."""
    if one is None or other is None:
        return 2
    if (one.kind == "supplier") != (other.kind == "supplier"):
        return 4
    a, b = unit_path(one.unit), unit_path(other.unit)
    if not a or not b:
        return 2
    if a == b:
        return 1
    if a[0] != b[0]:
        return 4
    return 2 if len(a) > 1 and len(b) > 1 and a[1] == b[1] else 3


def stands(marks: Iterable[WallMark], grid: Grid, plan: Plan, graph: Graph) -> tuple[Stand, ...]:
    """A place for every mark that has one of its steps on this grid."""
    finder = _Finder(grid, plan, graph)
    found = (finder.stand(mark) for mark in marks)
    return tuple(stand for stand in found if stand is not None)


class _Finder:
    def __init__(self, grid: Grid, plan: Plan, graph: Graph) -> None:
        self.grid, self.graph = grid, graph
        self.lane_of = [lane for lane, rows in enumerate(grid.rows) for _ in range(2 * rows + 1)]
        self.laid = {item.path.wire.id: item for item in plan.laid}
        self.number = {wire: number for number, wire in enumerate(self.laid)}
        self.out_of: dict[str, list[Laid]] = defaultdict(list)
        self.into: dict[str, list[Laid]] = defaultdict(list)
        for item in self.laid.values():
            self.out_of[item.path.wire.source].append(item)
            self.into[item.path.wire.target].append(item)

    def stand(self, mark: WallMark) -> Stand | None:
        source, target = self._placed(mark.source), self._placed(mark.target)
        if source is None and target is None:
            return None
        types = {finding.type for finding in mark.findings}
        if "ping_pong" in types:
            return self._between(mark)
        if leading_type(mark) in AT_GIVER and source is not None:
            return self._at(mark, source, self._leaving(mark), leaving=True)
        if target is not None:
            return self._at(mark, target, self._arriving(mark), leaving=False)
        return self._at(mark, source or Id(""), self._leaving(mark), leaving=True)

    def _placed(self, step: Id | None) -> Id | None:
        return step if step in self.grid.places else None

    def _lane(self, step: Id) -> int:
        return self.grid.places[step].lane

    def _at(self, mark: WallMark, step: Id, items: Sequence[Laid], *, leaving: bool) -> Stand:
        """On the border of the step's lane that one of these links crosses, the best one first."""
        lane = self._lane(step)
        for item in items:
            border = self._crossed(item, lane, leaving)
            if border is not None:
                return Stand(mark, border, (item.path.wire.id,), step)
        other = self._lane_anywhere(mark.source if step == mark.target else mark.target)
        below = leaving if other is None or other == lane else other > lane
        return Stand(mark, lane + 1 if below else lane, (), step)

    def _lane_anywhere(self, step: Id | None) -> int | None:
        """The lane of a step that may stand on another part of the map."""
        record = self.graph.journey.steps.get(step) if step is not None else None
        ids = [lane.id for lane in self.grid.lanes]
        return ids.index(record.lane) if record is not None and record.lane in ids else None

    def _crossed(self, item: Laid, lane: int, leaving: bool) -> int | None:
        """The border by which a path enters (leaves) its step's lane."""
        points = item.path.points if not leaving else item.path.points[::-1]
        for _, y in reversed(points[:-1]):
            if self.lane_of[y] != lane:
                return lane if self.lane_of[y] < lane else lane + 1
        return None

    def _leaving(self, mark: WallMark) -> list[Laid]:
        """Links out of the giver: to the receiver first, information before the road."""

        def place(item: Laid) -> tuple[bool, bool, float]:
            wire = item.path.wire
            return (wire.target != mark.target, wire.family == "promise", wire.weight)

        return sorted(self.out_of.get(mark.source or "", ()), key=place)

    def _arriving(self, mark: WallMark) -> list[Laid]:
        """Roads into the receiver: from the giver, from a step the giver leads to, then any."""
        behind = self._reached(mark.source)

        def place(item: Laid) -> tuple[bool, bool, float]:
            wire = item.path.wire
            return (wire.source != mark.source, Id(wire.source) not in behind, -wire.weight)

        found = self.into.get(mark.target or "", [])
        roads = [i for i in found if i.path.wire.family in ("road", "refer")]
        others = [i for i in found if i.path.wire.family not in ("road", "refer", "promise")]
        return sorted(roads, key=place) + sorted(others, key=place)

    def _reached(self, source: Id | None) -> frozenset[Id]:
        """Steps that the giver's customers come to without meeting anybody else."""
        graph = self.graph
        start = graph.index.get(source) if source is not None else None
        if start is None:
            return frozenset()
        seen, queue = {start}, deque([start])
        while queue:
            step = queue.popleft()
            for link in graph.out[step]:
                following = graph.target[link]
                if following not in seen and graph.kind[link] in ROAD and graph.customer[following]:
                    seen.add(following)
                    queue.append(following)
        return frozenset(graph.steps[step].id for step in seen)

    def _between(self, mark: WallMark) -> Stand | None:
        """A ping-pong wall: between its two lanes, over all crossings of the loop."""
        steps = {step for finding in mark.findings for step in finding.steps}
        inside = [step for step in sorted(steps) if step in self.grid.places]
        met = {self._lane(step) for step in inside}
        lanes = sorted(lane for lane in met if not is_customer_lane(self.grid.lanes[lane]))
        if not lanes:
            return None
        border = lanes[1] if len(lanes) > 1 else lanes[0]
        leaving = (item for step in steps for item in self.out_of.get(step, ()))
        wires = [
            item.path.wire.id
            for item in leaving
            if item.path.wire.family in ("road", "refer")
            and item.path.wire.target in steps
            and self._crosses(item, border)
        ]
        wires.sort(key=self.number.__getitem__)
        return Stand(mark, border, tuple(wires), inside[0], spans=True)

    def _crosses(self, item: Laid, border: int) -> bool:
        lanes = [self.lane_of[y] for _, y in item.path.points]
        return min(lanes) < border <= max(lanes)


def borders(found: Iterable[Stand]) -> frozenset[int]:
    """The borders that carry a wall."""
    return frozenset(stand.border for stand in found)
