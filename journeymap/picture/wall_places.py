"""Where walls stand, and where their words do: beside the plate, or in a column over or under the bar.

Words keep clear of lines, steps and other walls. Where they cannot, `asked_room` says which gutters
would have to be wider.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from journeymap.model.ids import Id
from journeymap.picture.kinds.wall import Side, WallLook, plate_box, word_lines
from journeymap.picture.layout import Frame
from journeymap.picture.measures import Measures
from journeymap.picture.nearby import Nearby, levels, uprights
from journeymap.picture.prims import Box
from journeymap.picture.traces import Trace
from journeymap.picture.wall_bars import Bar, bar_of, side_by_side
from journeymap.picture.wall_room import room_for
from journeymap.picture.wall_wraps import beside, in_column
from journeymap.picture.walls import Stand

CLASH = COVERED = CUT = 24.0
"""What it costs to write over a neighbour's words, over bricks or a step, and beyond the edge."""
CUT_AT = 40.0
"""Px beyond the edge from which words cost more than being cut off; a mere plate only from twice as many."""
UNWRITTEN = 20.0
"""What it costs to write nothing: the plate has the number, the lists have the words."""
CROSSED, ROOM, ROOM_PX = 9.0, 2.0, 0.05
"""What a line through the words costs, and what it costs to make room, at all and for each px."""
PLATE_CROSSED = 2.0
ON_BAR = 12.0
"""What a plate on its own bar costs: only where a neighbour would hide it on either side."""
COLUMN, ABOVE, LEFT, LINE = 2.0, 1.0, 0.5, 0.8
"""Words beside the plate are found soonest; over the bar they are read before the wall is seen."""
FREE = 3.0
"""Words beside the bar that cost less than this need no other place."""
ROUNDS = 4
NEAR = 8.0
"""Px that words keep from an upright line, and half of it from a level one."""


@dataclass(frozen=True, slots=True)
class WallPlace:
    """A wall's bar, its words' side, and what it crosses: `at` is the x of its crossing."""

    stand: Stand
    bar: Box
    side: Side
    look: WallLook
    at: float


@dataclass(frozen=True, slots=True)
class _Ground:
    """What words may stand in the way of: pieces of links, steps with their discs, bars."""

    frame: Frame
    uprights: Nearby
    levels: Nearby
    steps: Nearby
    bars: Nearby
    can_grow: bool
    """Whether the map is not laid out for good: gutters may still grow for words."""

    def lines_across(self, box: Box) -> Iterable[Box]:
        """Pieces of links that would run through words there."""
        around = Box(box.x - NEAR, box.y - 1, box.w + 2 * NEAR, box.h + 2)
        over = Box(box.x, box.y - NEAR / 2, box.w, box.h + NEAR)
        return chain(self.uprights.meeting(around), self.levels.meeting(over))

    def covered(self, box: Box) -> bool:
        """Whether a step or a bar would be written over."""
        return bool(self.steps.meeting(box) or self.bars.meeting(box))


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to letter a wall: what stands in its way, and what plate and words take."""

    cost: float
    bar: Bar
    box: Box
    side: Side
    look: WallLook
    plate: Box
    words: tuple[Box, ...]
    hull: Box

    def meets(self, other: _Option) -> bool:
        """Whether two walls would be written over each other."""
        if not self.hull.meets(other.hull):
            return False
        return any(
            one.grown(2).meets(two)
            for one in (self.plate, *self.words)
            for two in (other.plate, *other.words)
        )

    def place(self) -> WallPlace:
        return WallPlace(self.bar.stand, self.box, self.side, self.look, self.bar.at)


def place_walls(
    frame: Frame,
    found: Sequence[Stand],
    traces: Mapping[str, Trace],
    looks: Mapping[int, WallLook],
    language: str,
) -> tuple[WallPlace, ...]:
    """Every wall's place; those that would overlap are set side by side."""
    chosen = _lettered(frame, found, traces, looks, language, can_grow=False)[1]
    return tuple(option.place() for option in chosen)


def asked_room(
    frame: Frame,
    found: Sequence[Stand],
    traces: Mapping[str, Trace],
    looks: Mapping[int, WallLook],
    language: str,
) -> Mapping[int, float]:
    """Gutter → px it should be wider by, so that no line runs through the words beside a plate."""
    ground, chosen = _lettered(frame, found, traces, looks, language, can_grow=True)
    asked: dict[int, float] = {}
    for option in chosen:
        lines = _lines(ground, option.words)
        room = _room(ground, option.bar, option.side, option.look, option.words, lines)
        if room is not None:
            asked[room[0]] = max(room[1], asked.get(room[0], 0.0))
    return asked


def _lines(ground: _Ground, words: Sequence[Box]) -> frozenset[Box]:
    """The lines that run through words."""
    return frozenset(line for box in words for line in ground.lines_across(box))


def _room(
    ground: _Ground, bar: Bar, side: Side, look: WallLook, words: Sequence[Box], lines: Collection[Box]
) -> tuple[int, float] | None:
    """The gutter that would have to grow, and by how much, so that no line runs through the words."""
    if not lines or any(line.w for line in lines):
        return None
    if look.in_column:
        side = "left" if look.ended else "right"
    reach = _hull(words)
    xs = {line.x for line in lines}
    return room_for(ground.frame.xs, bar, side, (reach.x - NEAR, reach.right + NEAR), xs)


def place_facts(
    frame: Frame, found: Sequence[Stand], traces: Mapping[str, Trace], language: str
) -> tuple[object, ...]:
    """All that walls' places hang on but their looks, to compare with the picture before."""
    return (
        tuple(found),
        tuple((id, trace.spots) for id, trace in traces.items()),
        tuple(slot.box for slot in frame.slots.values()),
        frame.lane_bands,
        frame.width,
        frame.measures,
        language,
    )


def _lettered(
    frame: Frame,
    found: Sequence[Stand],
    traces: Mapping[str, Trace],
    looks: Mapping[int, WallLook],
    language: str,
    *,
    can_grow: bool,
) -> tuple[_Ground, list[_Option]]:
    by_border: dict[int, list[Bar]] = defaultdict(list)
    for stand in found:
        by_border[stand.border].append(bar_of(frame, stand, traces, looks[stand.mark.number]))
    edges = (frame.measures.header_width, frame.width - 4)
    rows = {border: side_by_side(bars, *edges) for border, bars in sorted(by_border.items())}
    ground = _Ground(
        frame,
        uprights(traces.values()),
        levels(traces.values()),
        Nearby(_with_discs(slot.box) for slot in frame.slots.values()),
        Nearby(bar.box(frame.border(border)).grown(2) for border, bars in rows.items() for bar in bars),
        can_grow,
    )
    options = [
        _options(ground, bar, frame.border(border), language) for border, bars in rows.items() for bar in bars
    ]
    return ground, _best_together(options)


def _with_discs(box: Box) -> Box:
    """A step with what hangs over its corner."""
    return Box(box.x - 4, box.y - 14, box.w + 8, box.h + 18)


def _options(ground: _Ground, bar: Bar, y: float, language: str) -> list[_Option]:
    """Ways to letter a wall; columns are only thought of where neither side is free."""
    m, box = ground.frame.measures, bar.box(y)
    near = [_option(ground, bar, box, *way) for way in beside(bar.look, m, language)]
    if min(option.cost for option in near) < FREE:
        return near
    side = min(near[-2:], key=lambda option: option.cost).side  # where the plate alone stands best
    ways = list(in_column(bar, m, language))
    columns = [_option(ground, bar, box, side, look) for look in ways]
    if min(option.cost for option in near[-2:]) < UNWRITTEN + COVERED:
        return near + columns
    return near + columns + [_option(ground, bar, box, "on", look) for look in ways]


def _option(ground: _Ground, bar: Bar, box: Box, side: Side, look: WallLook) -> _Option:
    m = ground.frame.measures
    plate = plate_box(look, box, side)
    words = tuple(line.box for line in word_lines(look, box, side, m))
    cost = _cost(ground, bar, side, look, plate, words)
    return _Option(cost, bar, box, side, look, plate, words, _hull((plate, *words)).grown(3))


def _cost(ground: _Ground, bar: Bar, side: Side, look: WallLook, plate: Box, words: Sequence[Box]) -> float:
    """How much stands in the way of the plate and words."""
    cost = LEFT if side == "left" else 0.0
    if side == "on":
        cost += ON_BAR
    else:
        cost += PLATE_CROSSED * ground.uprights.count(Box(plate.x - 3, plate.y, plate.w + 6, plate.h))
        cost += COVERED if ground.covered(plate) else 0.0
    cost += _cut(ground.frame, plate, words)
    if not words:
        return cost + UNWRITTEN
    lines = _lines(ground, words)
    room = _room(ground, bar, side, look, words, lines) if ground.can_grow else None
    cost += CROSSED * len(lines) if room is None else ROOM + ROOM_PX * room[1]
    cost += COVERED if any(ground.covered(box) for box in words) else 0.0
    if look.in_column:
        cost += COLUMN + (ABOVE if look.above else 0.0)
    return cost + LINE * (len(words) - 2)


def _cut(frame: Frame, plate: Box, words: Sequence[Box]) -> float:
    """What it costs to stand beyond the edge or under a lane's name: a plate may do so a little."""
    mere, written = _beyond(frame, (plate,)), _beyond(frame, words)
    return CUT * (max(written, 1.0) if written else min(mere / 2, 1.0))


def _beyond(frame: Frame, boxes: Iterable[Box]) -> float:
    """How far the boxes stand beyond the map's edges, in CUT_AT px."""
    left, right = frame.measures.header_width, frame.width - 4
    return max((max(left - box.x, box.right - right, 0.0) for box in boxes), default=0.0) / CUT_AT


def _hull(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of them."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _best_together(options: Sequence[Sequence[_Option]]) -> list[_Option]:
    """One option a wall so that the sum of costs is least: from three starts, one wall at a time."""
    near = _neighbours(options)
    best: list[_Option] = []
    least = float("inf")
    for start in (0, 1, 2):
        chosen = [own[start] if start < 2 else min(own, key=lambda one: one.cost) for own in options]
        for _ in range(ROUNDS):
            for index, own in enumerate(options):
                costs = [_in_company(one, [chosen[at] for at in near[index]]) for one in own]
                chosen[index] = own[costs.index(min(costs))]
        total = sum(_in_company(one, [chosen[at] for at in near[i]]) for i, one in enumerate(chosen))
        if total < least:
            best, least = chosen, total
    return best


def _neighbours(options: Sequence[Sequence[_Option]]) -> list[list[int]]:
    """For each wall the places of those whose words could reach it, on any border."""
    reaches = [_hull([option.hull for option in own]) for own in options]
    order = sorted(range(len(options)), key=lambda at: reaches[at].x)
    near: list[list[int]] = [[] for _ in options]
    open_: list[int] = []
    for at in order:
        open_ = [other for other in open_ if reaches[other].right > reaches[at].x]
        for other in open_:
            if reaches[other].meets(reaches[at]):
                near[at].append(other)
                near[other].append(at)
        open_.append(at)
    return near


def words_boxes(place: WallPlace, m: Measures) -> tuple[Box, ...]:
    """What a wall's plate and the lines of its words take."""
    look, bar = place.look, place.bar
    lines = word_lines(look, bar, place.side, m)
    return (plate_box(look, bar, place.side), *(line.box.grown(2) for line in lines))


def _in_company(option: _Option, others: Sequence[_Option]) -> float:
    """The cost of an option among its neighbours' words."""
    return option.cost + CLASH * sum(1 for other in others if option.meets(other))


def wires_walled(places: Iterable[WallPlace]) -> Mapping[Id, WallPlace]:
    """Link → the wall that stands across it."""
    return {Id(wire): place for place in places for wire in place.stand.wires}
