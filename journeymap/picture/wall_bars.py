"""The bars of walls in px: over the crossing, side by side where several meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journeymap.picture.kinds.wall import PLATE_GAP, WallLook, bar_height
from journeymap.picture.layout import Frame
from journeymap.picture.prims import Box
from journeymap.picture.traces import Trace
from journeymap.picture.walls import Stand

LENGTH = 90.0
SUSPECTED_LENGTH = 40.0
BEYOND = 24.0
SIDE_BY_SIDE = 4.0
AT_ONE_CROSSING = 3
ONE_CROSSING = 20.0
"""Px apart: two lines this near one another are crossed by one wall."""


@dataclass(frozen=True, slots=True)
class Bar:
    """From where to where a wall's bar reaches, and the x of its first and last crossing."""

    stand: Stand
    look: WallLook
    left: float
    right: float
    at: float
    last: float

    def box(self, y: float) -> Box:
        """The bar over a border at y."""
        high = bar_height(self.look.courses)
        return Box(self.left, y - high / 2, self.right - self.left, high)


def bar_of(frame: Frame, stand: Stand, traces: Mapping[str, Trace], look: WallLook) -> Bar:
    """A wall's bar: over its crossing, or from its first to its last where it spans a round."""
    y = frame.border(stand.border)
    xs = [x for wire in stand.wires for x in _crossing(traces[wire], y)]
    if not xs:
        slot = frame.slots[stand.step]
        xs = [slot.middle]
    if stand.spans and len(xs) > 1 and max(xs) - min(xs) > 20:
        return Bar(stand, look, min(xs) - BEYOND, max(xs) + BEYOND, min(xs), max(xs))
    at = xs[-1]
    half = LENGTH / 2
    return Bar(stand, look, at - half, at + half, at, at)


def _crossing(trace: Trace, y: float) -> list[float]:
    """Where a way crosses a border, in its own direction."""
    return [a[0] for a, b in trace.pieces() if min(a[1], b[1]) < y < max(a[1], b[1])]


def side_by_side(bars: Sequence[Bar], left: float = float("-inf"), right: float = float("inf")) -> list[Bar]:
    """Bars of one border from the left. Where some would overlap, the certain one stays on the road
    and the others move beside it, to the right where `left` px is near; more than three become one."""
    order = sorted(bars, key=lambda bar: (not bar.look.certain, bar.stand.mark.number))
    settled: list[Bar] = []
    for bar in order:
        meeting = [other for other in settled if _meet(other, bar)]
        if len(meeting) >= AT_ONE_CROSSING:
            settled = _merged(settled, meeting[0])
        elif meeting:
            settled = _beside(settled, meeting[0], bar, left, right)
        else:
            settled.append(bar)
    return _with_room_for_plates(sorted(settled, key=lambda bar: bar.left), left)


def _meet(one: Bar, other: Bar) -> bool:
    """Whether two bars would overlap, or are at one crossing though one has moved aside."""
    return (one.left < other.right and other.left < one.right) or abs(one.at - other.at) <= ONE_CROSSING


def _with_room_for_plates(bars: Sequence[Bar], left: float) -> list[Bar]:
    """A bar with neighbours on both sides has no place for its plate: the one on the left, which
    stands beside its crossing anyway, moves further away."""
    moved = list(bars)
    for index in range(len(moved) - 2, 0, -1):
        before, bar, after = moved[index - 1 : index + 2]
        room = PLATE_GAP + bar.look.tag_width + SIDE_BY_SIDE + 7
        aside = not before.left <= before.at <= before.right
        short = room - (bar.left - before.right)
        if aside and short > 0 and after.left - bar.right < room and before.left - short >= left:
            moved[index - 1] = _shifted(before, short)
    return _apart(moved)


def _apart(bars: Sequence[Bar]) -> list[Bar]:
    """Bars from the left, none over its neighbour: what was moved last may need still more room."""
    clear = list(bars[-1:])
    for bar in reversed(bars[:-1]):
        over = bar.right + SIDE_BY_SIDE - clear[0].left
        clear.insert(0, _shifted(bar, over) if over > SIDE_BY_SIDE else bar)
    return clear


def _shifted(bar: Bar, by: float) -> Bar:
    """The bar so far to the left."""
    return replace(bar, left=bar.left - by, right=bar.right - by)


def _beside(settled: list[Bar], other: Bar, bar: Bar, left: float, right: float) -> list[Bar]:
    """Both still over their crossing: the bars are shortened and stand left and right of one another."""
    if abs(bar.at - other.at) > ONE_CROSSING:
        return _parted(settled, other, bar)
    wide = LENGTH if bar.look.certain else SUSPECTED_LENGTH
    start = _leftwards(settled, other.left - SIDE_BY_SIDE, wide)
    if start < left and (after := _rightwards(settled, other.right + SIDE_BY_SIDE, wide)) + wide <= right:
        start = after
    return [*settled, replace(bar, left=start, right=start + wide)]


def _leftwards(settled: Sequence[Bar], end: float, wide: float) -> float:
    """Where so wide a bar begins that ends at `end`, or as near to the left of it as there is room."""
    for one in sorted(settled, key=lambda one: -one.right):
        if one.left < end and end - wide < one.right:
            end = one.left - SIDE_BY_SIDE
    return end - wide


def _rightwards(settled: Sequence[Bar], start: float, wide: float) -> float:
    """Where so wide a bar begins: at `start`, or as near to the right of it as there is room."""
    for one in sorted(settled, key=lambda one: one.left):
        if one.left < start + wide and start < one.right:
            start = one.right + SIDE_BY_SIDE
    return start


def _parted(settled: list[Bar], other: Bar, bar: Bar) -> list[Bar]:
    """Two crossings closer than a bar is long: the border between the bars lies halfway."""
    first, second = (bar, other) if bar.at < other.at else (other, bar)
    middle = (first.at + second.at) / 2
    shortened = {
        id(first): replace(first, right=min(first.right, middle - SIDE_BY_SIDE / 2)),
        id(second): replace(second, left=max(second.left, middle + SIDE_BY_SIDE / 2)),
    }
    return [*(shortened.get(id(one), one) for one in settled), shortened[id(bar)]]


def _merged(settled: Sequence[Bar], bar: Bar) -> list[Bar]:
    """One more wall than can be shown: the bar's plate says how many stand behind it."""
    plate, _, more = bar.look.plate.partition(" +")
    look = replace(bar.look, plate=f"{plate} +{int(more or 0) + 1}")
    return [replace(one, look=look) if one is bar else one for one in settled]
