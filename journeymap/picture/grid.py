"""The map as a table: which lane, column and row every step stands in, before any length is known."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import (
    column_of,
    is_customer_lane,
    lanes_in_order,
    stage_of_steps,
    stages_in_order,
    steps_in_order,
)
from journeymap.model.records import Lane, Step
from journeymap.picture.options import Options


@dataclass(frozen=True, slots=True)
class Place:
    """A step's cell: indices of column, lane and the row within that lane."""

    step: Step
    column: int
    lane: int
    row: int


@dataclass(frozen=True, slots=True)
class Column:
    """One moment: its number as written (or between two such, for a stage without steps).

    An `edge` is no moment but the border of a part of the map, where links come in and leave.
    """

    value: float
    stage: Id | None
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Lanes from the top with their rows, columns from the left, and a place for every step.

    `rows` is 0 for a lane that is drawn as a name line only. Lanes from index `back_from` on lie
    behind the line of visibility.
    """

    lanes: tuple[Lane, ...]
    rows: tuple[int, ...]
    columns: tuple[Column, ...]
    places: Mapping[Id, Place]
    back_from: int

    def bands(self) -> tuple[tuple[Id | None, int, int], ...]:
        """Stages as (stage, first column, last column); one that returns has several bands."""
        bands: list[tuple[Id | None, int, int]] = []
        for index, column in enumerate(self.columns):
            if column.edge:
                continue
            if bands and bands[-1][0] == column.stage:
                bands[-1] = (column.stage, bands[-1][1], index)
            else:
                bands.append((column.stage, index, index))
        return tuple(bands)


def grid_of(
    journey: Journey, visits: Mapping[Id, float] | None, front: frozenset[Id], options: Options
) -> Grid:
    """Places every step that the options show; `front` are the steps the customer meets."""
    lanes = tuple(
        lane for lane in lanes_in_order(journey) if options.lanes is None or lane.id in options.lanes
    )
    row_of = {lane.id: index for index, lane in enumerate(lanes)}
    steps = [step for step in steps_in_order(journey) if step.lane in row_of and _shown(step, options)]
    columns = _columns(journey, steps, options)
    rank = {column.value: index for index, column in enumerate(columns)}
    cells: dict[tuple[int, int], list[Step]] = defaultdict(list)
    for step in steps:
        cells[row_of[step.lane], rank[column_of(step)]].append(step)
    places = _stacked(cells, _sidings(journey, cells, visits or {}))
    return Grid(
        lanes,
        _rows(lanes, places.values(), options),
        columns,
        places,
        _back_from(lanes, journey, front),
    )


def _shown(step: Step, options: Options) -> bool:
    return options.columns is None or options.columns[0] <= column_of(step) <= options.columns[1]


def _columns(journey: Journey, steps: Sequence[Step], options: Options) -> tuple[Column, ...]:
    """The distinct column numbers in order, each under the stage of its first step."""
    stage_of = stage_of_steps(journey)
    first: dict[float, Id | None] = {}
    for step in steps:
        value = column_of(step)
        if first.get(value) is None:
            first[value] = stage_of.get(step.id)
    columns = [Column(value, first[value]) for value in sorted(first)]
    if options.columns is None:
        return tuple(_with_empty_stages(journey, columns)) or (Column(0, None),)
    west, east = Column(-math.inf, None, edge=True), Column(math.inf, None, edge=True)
    return (west, *columns, east)


def _with_empty_stages(journey: Journey, columns: list[Column]) -> list[Column]:
    """Gives every stage without steps a column of its own behind the stage before it."""
    last = {column.stage: index for index, column in enumerate(columns)}
    behind: dict[int, list[Id]] = {}
    after = -1
    for stage in stages_in_order(journey):
        after = last.get(stage.id, after)
        if stage.id not in last:
            behind.setdefault(after, []).append(stage.id)
    for place in sorted(behind, reverse=True):
        before, later = columns[: place + 1], columns[place + 1 :]
        for stage_id in behind[place]:
            before.append(Column(_between(before, later), stage_id))
        columns = [*before, *later]
    return columns


def _between(before: Sequence[Column], later: Sequence[Column]) -> float:
    if not before:
        return later[0].value - 1 if later else 0
    return (before[-1].value + later[0].value) / 2 if later else before[-1].value + 1


def _sidings(
    journey: Journey, cells: Mapping[tuple[int, int], Sequence[Step]], visits: Mapping[Id, float]
) -> frozenset[Id]:
    """Lone steps that fewer than half of the journeys meet and a straight road in their lane passes.

    They stand a row lower, so that the road keeps straight on above them (VISUAL 7.6).
    """
    lone = [steps[0] for steps in cells.values() if len(steps) == 1 and visits.get(steps[0].id, 1.0) < 0.5]
    if not lone:
        return frozenset()
    spans: dict[Id, list[tuple[float, float]]] = defaultdict(list)
    for link in journey.links.values():
        source, target = journey.steps.get(link.source), journey.steps.get(link.target)
        if source is None or target is None or link.kind not in (None, "flow"):
            continue
        if source.lane == target.lane and column_of(source) < column_of(target):
            spans[source.lane].append((column_of(source), column_of(target)))
    passed = {lane: _Spans(found) for lane, found in spans.items()}
    return frozenset(
        step.id for step in lone if step.lane in passed and passed[step.lane].cover(column_of(step))
    )


class _Spans:
    """Stretches of a line: which places lie strictly inside one, by the farthest end so far."""

    def __init__(self, spans: Iterable[tuple[float, float]]) -> None:
        self._starts: list[float] = []
        self._ends: list[float] = []
        for start, end in sorted(spans):
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def cover(self, place: float) -> bool:
        before = bisect_left(self._starts, place)
        return before > 0 and self._ends[before - 1] > place


def _stacked(cells: Mapping[tuple[int, int], Sequence[Step]], sidings: frozenset[Id]) -> dict[Id, Place]:
    places: dict[Id, Place] = {}
    for (lane, column), steps in cells.items():
        for row, step in enumerate(steps):
            places[step.id] = Place(step, column, lane, 1 if step.id in sidings else row)
    return places


def _rows(lanes: Sequence[Lane], places: Iterable[Place], options: Options) -> tuple[int, ...]:
    """How many rows each lane needs; an empty lane has one, or none where it is collapsed."""
    most = [0 if options.collapse else 1] * len(lanes)
    for place in places:
        most[place.lane] = max(most[place.lane], place.row + 1)
    return tuple(most)


def _back_from(lanes: Sequence[Lane], journey: Journey, front: frozenset[Id]) -> int:
    """The first lane of the run at the bottom in which the customer meets nobody."""
    met = {step.lane for step in journey.steps.values() if step.id in front}
    unmet = {step.lane for step in journey.steps.values()} - met
    first = len(lanes)
    for index in range(len(lanes) - 1, -1, -1):
        lane = lanes[index]
        hidden = lane.id in unmet or lane.kind in ("supplier", "system")
        if is_customer_lane(lane) or lane.id in met or not hidden:
            break
        first = index
    return first
