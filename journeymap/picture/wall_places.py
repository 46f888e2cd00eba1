"""The bars of walls in px: over the crossing, side by side where several meet, words on a free side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from journeymap.model.ids import Id
from journeymap.picture.kinds.wall import (
    PLATE_GAP,
    WORDS_GAP,
    Side,
    WallLook,
    bar_height,
    column_box,
    plate_box,
)
from journeymap.picture.layout import Frame
from journeymap.picture.measures import Measures
from journeymap.picture.nearby import Nearby, uprights
from journeymap.picture.prims import Box
from journeymap.picture.text import break_lines, width
from journeymap.picture.traces import Trace
from journeymap.picture.walls import Stand

BETWEEN = " · "
LENGTH = 90.0
SUSPECTED_LENGTH = 40.0
BEYOND = 24.0
SIDE_BY_SIDE = 4.0
AT_ONE_CROSSING = 3
FIRST_WIDTH = 210.0
NARROW = 112.0
UNDER = 150.0
CLASH = COVERED = CUT = 24.0
"""What it costs to write over a neighbour's words, over bricks or a step, and beyond the edge."""
CUT_AT = 40.0
"""Px beyond the edge from which words cost more than being cut off; a mere plate only from twice as many."""
UNWRITTEN = 20.0
"""What it costs to write nothing: the plate has the number, the lists have the words."""
FAR = 700.0
"""Walls further apart than this never meet with their words."""
ROUNDS = 4
NEAR = 10.0
"""Px that words keep from a link beside them."""


@dataclass(frozen=True, slots=True)
class WallPlace:
    """A wall's bar, its words' side, and what it crosses: `at` is the x of its crossing."""

    stand: Stand
    bar: Box
    side: Side
    look: WallLook
    at: float


@dataclass(frozen=True, slots=True)
class _Bar:
    stand: Stand
    look: WallLook
    left: float
    right: float
    at: float


@dataclass(frozen=True, slots=True)
class _Ground:
    """What words may stand in the way of: upright pieces of links, steps with 4 px around, bars."""

    frame: Frame
    lines: Nearby
    steps: Nearby
    bars: Nearby


def place_walls(
    frame: Frame,
    found: Sequence[Stand],
    traces: Mapping[str, Trace],
    looks: Mapping[int, WallLook],
    language: str,
) -> tuple[WallPlace, ...]:
    """Every wall's place; those that would overlap are set side by side."""
    by_border: dict[int, list[_Bar]] = defaultdict(list)
    for stand in found:
        by_border[stand.border].append(_bar(frame, stand, traces, looks[stand.mark.number]))
    rows = {border: _side_by_side(bars) for border, bars in sorted(by_border.items())}
    ground = _Ground(
        frame,
        uprights(traces.values()),
        Nearby(slot.box.grown(4) for slot in frame.slots.values()),
        Nearby(_box(bar, frame.border(border)) for border, bars in rows.items() for bar in bars),
    )
    return tuple(
        place for border, bars in rows.items() for place in _lettered(ground, border, bars, language)
    )


def _box(bar: _Bar, y: float) -> Box:
    high = bar_height(bar.look.courses)
    return Box(bar.left, y - high / 2, bar.right - bar.left, high)


def _lettered(ground: _Ground, border: int, bars: Sequence[_Bar], language: str) -> list[WallPlace]:
    """Each wall's words on the side where least stands in the way, neighbours' words counted."""
    frame = ground.frame
    y = frame.border(border)
    taken = Nearby(Box(bar.left - 6, y, bar.right - bar.left + 12, 1.0) for bar in bars)
    options = []
    for bar in bars:
        box = _box(bar, y)
        options.append(
            [
                _Option(
                    _cost(side, look, box, y, taken, ground) + _cost_in_column(look, box, ground),
                    bar,
                    box,
                    side,
                    look,
                    *reach,
                    column_box(look, box, frame.measures) if look.in_column else None,
                )
                for side, look in _choices(bar.look, frame.measures, language)
                for reach in (_span(side, look, box, frame.measures),)
            ]
        )
    return [option.place() for option in _best_together(options)]


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to letter a wall: what stands in its way, and from where to where its words reach."""

    cost: float
    bar: _Bar
    box: Box
    side: Side
    look: WallLook
    low: float
    high: float
    column: Box | None = None

    def meets(self, other: _Option) -> bool:
        over = self.column is not None and other.column is not None and self.column.meets(other.column)
        return over or (self.low < other.high + 4 and other.low - 4 < self.high)

    def place(self) -> WallPlace:
        return WallPlace(self.bar.stand, self.box, self.side, self.look, self.bar.at)


def _best_together(options: Sequence[Sequence[_Option]]) -> list[_Option]:
    """One option a wall so that the sum of costs is least: from three starts, one wall at a time."""
    near = [
        [at for at, other in enumerate(options) if at != index and abs(other[0].bar.at - own[0].bar.at) < FAR]
        for index, own in enumerate(options)
    ]
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


def _in_company(option: _Option, others: Sequence[_Option]) -> float:
    """The cost of an option among its neighbours' words."""
    return option.cost + CLASH * sum(1 for other in others if option.meets(other))


def _span(side: Side, look: WallLook, bar: Box, m: Measures) -> tuple[float, float]:
    """What plate and words take beside a bar."""
    words = 0.0 if look.in_column or not look.first else WORDS_GAP + _widest(look, m)
    reach = PLATE_GAP + look.tag_width + words
    return (bar.right, bar.right + reach) if side == "right" else (bar.x - reach, bar.x)


def words_boxes(place: WallPlace, m: Measures) -> tuple[Box, ...]:
    """What a wall's plate and words take: beside the bar, and in a column over or under it."""
    look, bar = place.look, place.bar
    left, right = _span(place.side, look, bar, m)
    first, second = (0, 0) if look.in_column else (len(look.first), len(look.second))
    y, above, under = bar.y + bar.h / 2, 15.0 * first + 4, 15.0 * second + 4
    beside = Box(left, y - above, right - left, above + under)
    return (beside, column_box(look, bar, m)) if look.in_column else (beside,)


def _widest(look: WallLook, m: Measures) -> float:
    """The longest line of the words, in px."""
    return max(
        [width(line, m.wall_words) for line in look.first]
        + [width(line, m.wall_second) for line in look.second],
        default=0.0,
    )


def _bar(frame: Frame, stand: Stand, traces: Mapping[str, Trace], look: WallLook) -> _Bar:
    y = frame.border(stand.border)
    xs = [x for wire in stand.wires for x in _crossing(traces[wire], y)]
    if not xs:
        slot = frame.slots[stand.step]
        xs = [slot.middle]
    if stand.spans and len(xs) > 1 and max(xs) - min(xs) > 20:
        return _Bar(stand, look, min(xs) - BEYOND, max(xs) + BEYOND, min(xs))
    at = xs[-1]
    half = LENGTH / 2
    return _Bar(stand, look, at - half, at + half, at)


def _crossing(trace: Trace, y: float) -> list[float]:
    """Where a way crosses a border, in its own direction."""
    return [a[0] for a, b in trace.pieces() if min(a[1], b[1]) < y < max(a[1], b[1])]


def _side_by_side(bars: Sequence[_Bar]) -> list[_Bar]:
    """Bars of one border from the left. Where some would overlap, the certain one stays on the
    road and the others move beside it; more than three become one."""
    order = sorted(bars, key=lambda bar: (not bar.look.certain, bar.stand.mark.number))
    settled: list[_Bar] = []
    for bar in order:
        meeting = [other for other in settled if other.left < bar.right and bar.left < other.right]
        if len(meeting) >= AT_ONE_CROSSING:
            settled = _merged(settled, meeting[0])
        elif meeting:
            settled = _beside(settled, meeting, bar)
        else:
            settled.append(bar)
    return _with_room_for_plates(sorted(settled, key=lambda bar: bar.left))


def _with_room_for_plates(bars: Sequence[_Bar]) -> list[_Bar]:
    """A bar with neighbours on both sides has no place for its plate: the one on the left, which
    stands beside its crossing anyway, moves further away."""
    moved = list(bars)
    for index in range(len(moved) - 2, 0, -1):
        before, bar, after = moved[index - 1 : index + 2]
        room = PLATE_GAP + bar.look.tag_width + SIDE_BY_SIDE + 7
        aside = not before.left <= before.at <= before.right
        short = room - (bar.left - before.right)
        if aside and short > 0 and after.left - bar.right < room:
            moved[index - 1] = replace(before, left=before.left - short, right=before.right - short)
    return moved


def _beside(settled: list[_Bar], meeting: Sequence[_Bar], bar: _Bar) -> list[_Bar]:
    """Both still over their crossing: the bars are shortened and stand left and right of one another."""
    other = meeting[0]
    if bar.at < other.at - 20 or bar.at > other.at + 20:
        return _parted(settled, other, bar)
    wide = LENGTH if bar.look.certain else SUSPECTED_LENGTH
    left = min(one.left for one in meeting) - SIDE_BY_SIDE - wide
    return [*settled, replace(bar, left=left, right=left + wide)]


def _parted(settled: list[_Bar], other: _Bar, bar: _Bar) -> list[_Bar]:
    """Two crossings closer than a bar is long: the border between the bars lies halfway."""
    first, second = (bar, other) if bar.at < other.at else (other, bar)
    middle = (first.at + second.at) / 2
    shortened = {
        id(first): replace(first, right=min(first.right, middle - SIDE_BY_SIDE / 2)),
        id(second): replace(second, left=max(second.left, middle + SIDE_BY_SIDE / 2)),
    }
    return [*(shortened.get(id(one), one) for one in settled), shortened[id(bar)]]


def _merged(settled: Sequence[_Bar], bar: _Bar) -> list[_Bar]:
    """One more wall than can be shown: the bar's plate says how many stand behind it."""
    plate, _, more = bar.look.plate.partition(" +")
    look = replace(bar.look, plate=f"{plate} +{int(more or 0) + 1}")
    return [replace(one, look=look) if one is bar else one for one in settled]


def _choices(look: WallLook, m: Measures, language: str) -> list[tuple[Side, WallLook]]:
    """Words on the right or left or under the bar; facts in one line, or in two where that is narrower."""
    words = look.first[0] if look.first else ""
    wide = replace(
        look,
        first=break_lines(words, m.wall_words, FIRST_WIDTH, language, 2),
        second=(BETWEEN.join(look.second),) if look.second else (),
    )
    narrow = replace(
        look, first=break_lines(words, m.wall_words, NARROW, language, 2), second=_folded(look.second, m)
    )
    choices: list[tuple[Side, WallLook]] = [("right", wide), ("left", wide)]
    if narrow != wide and not (narrow.first and narrow.first[-1].endswith("…")):
        choices += [("right", narrow), ("left", narrow)]
    under = replace(
        look, first=break_lines(words, m.wall_words, UNDER, language, 3), second=look.second, below=True
    )
    for column in (
        replace(wide, below=True),
        under,
        replace(wide, above=True),
        replace(under, below=False, above=True),
    ):
        choices += [("right", column), ("left", column)]
    unwritten = replace(look, first=(), second=())
    return [*choices, ("right", unwritten), ("left", unwritten)]


def _folded(facts: tuple[str, ...], m: Measures) -> tuple[str, ...]:
    """Two lines of about equal width; one where there is but one fact."""
    if len(facts) < 2:
        return facts
    splits = [(BETWEEN.join(facts[:at]), BETWEEN.join(facts[at:])) for at in range(1, len(facts))]
    return min(splits, key=lambda lines: max(width(line, m.wall_second) for line in lines))


def _cost(side: Side, look: WallLook, bar: Box, y: float, taken: Nearby, ground: _Ground) -> float:
    """How much stands in the way of the plate and words on this side; `taken` holds the wall itself."""
    m = ground.frame.measures
    low, high = _span(side, look, bar, m)
    cost = 3.0 * ground.lines.count(Box(low - NEAR, y - 16, high - low + 2 * NEAR, 36.0))
    own = bar.x - 6 < high and low < bar.right + 6
    cost += COVERED * (taken.count(Box(low, y, high - low, 1.0)) - own)
    beyond = max(m.header_width - low, high - (ground.frame.width - 4), 0.0) / CUT_AT
    if beyond:  # a mere plate may stand a little under the lane's name
        cost += CUT * (min(beyond / 2, 1.0) if look.in_column or not look.first else max(beyond, 1.0))
    plate = plate_box(look, bar, side)
    cost += 2.0 * ground.lines.count(Box(plate.x - 3, y - 16, plate.w + 6, 36.0))
    lines = max(len(look.first), 1) + max(len(look.second), 1)
    cost += 0.0 if look.first else UNWRITTEN
    return cost + (0.5 if side == "left" else 0.0) + 0.8 * (lines - 2)


def _cost_in_column(look: WallLook, bar: Box, ground: _Ground) -> float:
    """How much stands in the way of words over or under the bar; they are the last way out."""
    if not look.in_column:
        return 0.0
    box = column_box(look, bar, ground.frame.measures)
    crossed = ground.lines.count(Box(box.x - 4, box.y, box.w + 8, box.h))
    cost = 4.0 + 3.0 * crossed + COVERED * ground.steps.count(box)
    cost += COVERED * ground.bars.count(box)
    if look.above:  # its words are read before the wall is seen
        cost += 1.0
    return cost + (CUT if box.right > ground.frame.width - 4 else 0.0)


def wires_walled(places: Iterable[WallPlace]) -> Mapping[Id, WallPlace]:
    """Link → the wall that stands across it."""
    return {Id(wire): place for place in places for wire in place.stand.wires}
