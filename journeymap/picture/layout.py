"""Gives the grid its lengths: gutters and lanes grow with the tracks and walls they carry."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from journeymap.model.ids import Id
from journeymap.model.reading import is_customer_lane
from journeymap.picture.boxes import Title
from journeymap.picture.grid import Grid, Place
from journeymap.picture.measures import Measures
from journeymap.picture.prims import Box
from journeymap.picture.routing.plan import Plan
from journeymap.picture.routing.wires import is_edge

HEAD_ROOM = 22.0
"""Px from a track to a box, so that a bend and an arrow-head fit between."""
FROM_BORDER = 14.0
WALL_ABOVE = 36.0
WALL_BELOW = 40.0
WALL_TO_WALL = 58.0
"""Px of a lane without steps between two walls and their words."""
WALL_ZONE = 26.0
"""Px on either side of a border that a wall's words take: tracks keep out of it."""
LEAF_ROOM = 36.0
EDGE = 12.0
"""Px between the border of a part of the map and its first gutter."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A step's finished place on the map."""

    place: Place
    box: Box
    title: Title

    @property
    def middle(self) -> float:
        return self.box.x + self.box.w / 2

    @property
    def level(self) -> float:
        return self.box.y + self.box.h / 2


@dataclass(frozen=True, slots=True)
class Frame:
    """Where everything lies. `xs` and `ys` are the middles of the router's slots, px."""

    measures: Measures
    grid: Grid
    slots: Mapping[Id, Slot]
    edges: Mapping[str, Box]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    strips: tuple[tuple[float, float], ...]
    strip_rows: tuple[bool, ...]
    lane_bands: tuple[Box, ...]
    column_bands: tuple[Box, ...]
    stage_top: float
    curve_top: float
    curve_height: float
    width: float

    @property
    def map_top(self) -> float:
        return self.lane_bands[0].y if self.lane_bands else self.curve_top + self.curve_height

    @property
    def map_bottom(self) -> float:
        return self.lane_bands[-1].bottom if self.lane_bands else self.map_top

    def box_of(self, id: str) -> Box:
        """The box of a step, or the spot on the border that stands for one elsewhere."""
        slot = self.slots.get(Id(id))
        return self.edges[id] if slot is None else slot.box

    def is_row(self, slot: int) -> bool:
        """Whether a y slot is a row of boxes, not padding."""
        return self.strip_rows[slot]

    def ground_at(self, lane: int) -> str:
        """The colour of a lane's ground: what halos and keylines are painted in."""
        return "back" if lane >= self.grid.back_from else "paper"

    def border(self, lane: int) -> float:
        """The upper edge of a lane; for one past the last lane the lower edge of the map."""
        return self.lane_bands[lane].y if lane < len(self.lane_bands) else self.map_bottom


@dataclass(frozen=True, slots=True)
class Needs:
    """What a layout has to leave room for."""

    titles: Mapping[Id, Title]
    plan: Plan
    walls: frozenset[int]
    leaves: frozenset[int]
    curve: bool
    top: float
    staged: bool = True
    edge: float = EDGE
    least_width: float = 0.0
    room: Mapping[int, float] = field(default_factory=dict)
    """Gutter → px it is wider than its tracks need, so that words of walls have room."""


class _Builder:
    def __init__(self, grid: Grid, measures: Measures, needs: Needs) -> None:
        self.grid, self.measures, self.needs = grid, measures, needs
        self.plan = needs.plan

    def frame(self) -> Frame:
        m, needs = self.measures, self.needs
        xs, bands = self._across()
        curve_top = needs.top + (m.stage_band if needs.staged else 0.0)
        curve_height = m.curve_band if needs.curve else 0.0
        ys, strips, lane_heights = self._down(curve_top + curve_height)
        width = max(bands[-1].right + m.right, needs.least_width)
        tops = list(accumulate(lane_heights, initial=curve_top + curve_height))
        lanes = tuple(Box(0, top, width, high) for top, high in zip(tops, lane_heights, strict=False))
        bottom = tops[-1]
        columns = tuple(Box(band.x, curve_top, band.w, bottom - curve_top) for band in bands)
        slots = self._slots(xs, ys)
        kinds = tuple(index % 2 == 1 for rows in self.grid.rows for index in range(2 * rows + 1))
        return Frame(
            m, self.grid, slots, self._edges(xs, ys), tuple(xs), tuple(ys), tuple(strips), kinds,
            lanes, columns, needs.top, curve_top, curve_height, width,
        )  # fmt: skip

    def _across(self) -> tuple[list[float], list[Box]]:
        """The middles of gutters and columns, and the band of every column."""
        m, count = self.measures, len(self.grid.columns)
        gutters = [self._gutter(index, count) for index in range(count + 1)]
        x, xs, bands = m.header_width, [], []
        for index, gutter in enumerate(gutters):
            xs.append(x + gutter / 2)
            x += gutter
            if index < count:
                wide = self._column_width(index)
                xs.append(x + wide / 2)
                bands.append((x - gutter / 2, x + wide))
                x += wide
        rights = [bands[i + 1][0] if i + 1 < count else bands[i][1] + gutters[-1] / 2 for i in range(count)]
        left = m.header_width
        return xs, [
            Box(left if i == 0 else band[0], 0, right - (left if i == 0 else band[0]), 0)
            for i, (band, right) in enumerate(zip(bands, rights, strict=True))
        ]

    def _column_width(self, index: int) -> float:
        return self.needs.edge if self.grid.columns[index].edge else self.measures.step_width

    def _gutter(self, index: int, count: int) -> float:
        """An outer gutter is half as wide as an inner one; both grow with their tracks."""
        base = self.measures.gutter / 2 if index in (0, count) else self.measures.gutter
        spread = self.plan.spread.get((True, 2 * index))
        tracks = 0.0 if spread is None else math.ceil(spread + 2 * HEAD_ROOM)
        return max(base, tracks) + self.needs.room.get(index, 0.0)

    def _down(self, top: float) -> tuple[list[float], list[tuple[float, float]], list[float]]:
        """Middles of all y slots, (first track, direction) of the strips, heights of lanes."""
        heights = self._row_heights()
        ys: list[float] = []
        strips: list[tuple[float, float]] = []
        lanes: list[float] = []
        y, slot = top, 0
        for lane, rows in enumerate(self.grid.rows):
            start = y
            sizes = self._lane_sizes(lane, rows, slot, heights)
            y = self._fill(sizes, y, ys, strips, lane)
            slot += len(sizes)
            lanes.append(y - start)
        return ys, strips, lanes

    def _row_heights(self) -> dict[tuple[int, int], float]:
        heights: dict[tuple[int, int], float] = {}
        for id, place in self.grid.places.items():
            key = (place.lane, place.row)
            heights[key] = max(heights.get(key, 0.0), self.needs.titles[id].height)
        return heights

    def _lane_sizes(
        self, lane: int, rows: int, slot: int, heights: Mapping[tuple[int, int], float]
    ) -> list[float]:
        """Heights of strip, row, strip … of one lane, stretched to the least height of a lane."""
        m = self.measures
        if rows == 0:
            walled = lane in self.needs.walls and lane + 1 in self.needs.walls
            return [max(m.collapsed, WALL_TO_WALL if walled else 0.0, self._needed(slot, 8.0))]
        sizes = [self._pad_above(lane, slot)]
        for row in range(rows):
            sizes.append(heights.get((lane, row), m.step_height))
            last = row == rows - 1
            below = slot + 2 * row + 2
            sizes.append(self._pad_below(lane, below) if last else self._between(below))
        short = 2 * math.ceil((m.lane_height - sum(sizes)) / 2)
        if short > 0:
            sizes[0] += short / 2
            sizes[-1] += short / 2
        return sizes

    def _needed(self, slot: int, room: float) -> float:
        spread = self.plan.spread.get((False, slot))
        return 0.0 if spread is None else math.ceil(spread + room)

    def _pad_above(self, lane: int, slot: int) -> float:
        walled = lane in self.needs.walls
        first = WALL_ZONE if walled else FROM_BORDER
        leaf = LEAF_ROOM if lane in self.needs.leaves else 0.0
        return max(
            self.measures.pad, WALL_BELOW if walled else 0.0, leaf, self._needed(slot, first + HEAD_ROOM)
        )

    def _pad_below(self, lane: int, slot: int) -> float:
        walled = lane + 1 in self.needs.walls
        first = WALL_ZONE if walled else FROM_BORDER
        return max(self.measures.pad, WALL_ABOVE if walled else 0.0, self._needed(slot, first + HEAD_ROOM))

    def _between(self, slot: int) -> float:
        return max(self.measures.row_gap, self._needed(slot, 2 * HEAD_ROOM))

    def _fill(
        self, sizes: Sequence[float], y: float, ys: list[float], strips: list[tuple[float, float]], lane: int
    ) -> float:
        """Notes the slots of one lane from y on; returns where the lane ends.

        A strip's tracks count from its border towards the boxes; those between rows from the middle.
        """
        last = len(sizes) - 1
        for index, size in enumerate(sizes):
            spread = self.plan.spread.get((False, len(ys)), 0.0)
            middle = y + (size - spread) / 2
            if last == 0 or 0 < index < last:
                first = middle
            elif index == 0:
                first = y + (WALL_ZONE if lane in self.needs.walls else FROM_BORDER)
            else:
                first = y + size - (WALL_ZONE if lane + 1 in self.needs.walls else FROM_BORDER)
            strips.append((first, -1.0 if index == last and last else 1.0))
            ys.append(y + size / 2)
            y += size
        return y

    def _edges(self, xs: Sequence[float], ys: Sequence[float]) -> dict[str, Box]:
        """Where links to other parts of the map meet the border: boxes without width."""
        edges = {}
        for item in self.plan.laid:
            wire = item.path.wire
            for id, (x, y) in ((wire.source, wire.start), (wire.target, wire.end)):
                if is_edge(id):
                    out = self.needs.edge / 2 if x > 1 else -self.needs.edge / 2
                    edges[id] = Box(xs[x] + out, ys[y] - 24, 0, 48)
        return edges

    def _slots(self, xs: Sequence[float], ys: Sequence[float]) -> dict[Id, Slot]:
        width = self.measures.step_width
        slots = {}
        for id, place in self.grid.places.items():
            title = self.needs.titles[id]
            x, y = self.plan.board_slot(place.column, place.lane, place.row)
            box = Box(xs[x] - width / 2, ys[y] - title.height / 2, width, title.height)
            slots[id] = Slot(place, box, title)
        return slots


def lay_out(grid: Grid, measures: Measures, needs: Needs) -> Frame:
    """All lengths of a picture but those of bands below the map."""
    return _Builder(grid, measures, needs).frame()


def lane_kind(frame: Frame, lane: int) -> str:
    """customer, department, supplier or system: how a lane's edge and steps are drawn."""
    record = frame.grid.lanes[lane]
    return "customer" if is_customer_lane(record) else record.kind
