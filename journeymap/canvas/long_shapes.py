"""Shapes that run over the whole width of the map, of which only what is in sight is drawn.

On a map of 5 000 steps a hatched lane has 35 000 lines and the curve 2 300 pieces and beads: Qt strokes
all of them before it cuts any away, and what it makes of them stays in memory.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import Any

from PySide6.QtGui import QPainter

from journeymap.paint.qt.compiled import NO_BRUSH, paint, painter_path, pen
from journeymap.picture.prims import Path, Prim, Rect, Segment
from journeymap.picture.theme import Theme

MANY = 100
"""Pieces from which it is worth looking which of them are in sight."""
IN_ORDER = frozenset({"lane_ground", "curve"})
"""Roles whose long shapes run from the left to the right as they are made (`picture.kinds.lane`,
`picture.curve`): with hundreds of thousands of pieces even looking takes longer than a frame."""
KIND, ACROSS = itemgetter(0), itemgetter(1)
END = itemgetter(-2)
"""Where a piece of a line ends, across."""


class Hatching:
    """Lines one beside the other, in a theme's colour."""

    def __init__(self, path: Path, theme: Theme) -> None:
        if path.stroke is None:
            raise ValueError("hatching is made of strokes")
        self._segments = path.segments
        self._room = path.stroke.width
        self._pen = pen(path.stroke, theme.colour(path.stroke.color))

    def paint(self, painter: QPainter) -> None:
        """Draw the lines that reach into what the painter is cut to."""
        lines, (left, right) = range(len(self._segments) // 2), _seen(painter, self._room)
        first = bisect_left(lines, left, key=lambda line: ACROSS(self._segments[2 * line + 1]))
        last = bisect_right(lines, right, key=lambda line: ACROSS(self._segments[2 * line]))
        painter.setPen(self._pen)
        painter.setBrush(NO_BRUSH)
        painter.drawPath(painter_path(self._segments[2 * first : 2 * last]))


class Course:
    """One line that goes from the left to the right, in a theme's colour."""

    def __init__(self, path: Path, theme: Theme) -> None:
        if path.stroke is None:
            raise ValueError("a course is a stroke")
        self._segments = path.segments
        self._room = 4 * path.stroke.width
        self._pen = pen(path.stroke, theme.colour(path.stroke.color))

    def paint(self, painter: QPainter) -> None:
        """Draw the pieces that reach into what the painter is cut to."""
        left, right = _seen(painter, self._room)
        first = max(1, bisect_left(self._segments, left, key=END))
        last = bisect_right(self._segments, right, key=END) + 1
        start: Segment = ("M", *self._segments[first - 1][-2:])
        painter.setPen(self._pen)
        painter.setBrush(NO_BRUSH)
        painter.drawPath(painter_path((start, *self._segments[first:last])))


class Beads:
    """Rectangles from the left to the right, in a theme's colours; none is kept compiled."""

    def __init__(self, rects: Sequence[Rect], theme: Theme) -> None:
        self._rects, self._theme = rects, theme
        self._reach = max(rect.w for rect in rects)
        self._room = max(rect.stroke.width if rect.stroke is not None else 0.0 for rect in rects)

    def paint(self, painter: QPainter) -> None:
        """Draw those that reach into what the painter is cut to."""
        left, right = _seen(painter, self._room)
        first = bisect_left(self._rects, left - self._reach, key=attrgetter("x"))
        last = bisect_right(self._rects, right, key=attrgetter("x"))
        paint(painter, self._rects[first:last], self._theme)


def is_hatching(path: Path, in_order: bool = False) -> bool:
    """Whether a path is many strokes, each a line of its own, from the left to the right.

    `in_order` says that the order need not be looked into, only what kind of path it is.
    """
    segments = path.segments
    if len(segments) < 2 * MANY or len(segments) % 2 or path.fill is not None or path.stroke is None:
        return False
    begins, ends = (segments[:4:2], segments[1:4:2]) if in_order else (segments[::2], segments[1::2])
    if {*map(KIND, begins)} != {"M"} or {*map(KIND, ends)} != {"L"}:
        return False
    return _rises(map(ACROSS, begins)) and _rises(map(ACROSS, ends))


def is_course(path: Path, in_order: bool = False) -> bool:
    """Whether a path is one undashed line of many pieces, none of which turns back to the left.

    `in_order` as for `is_hatching`.
    """
    segments = path.segments
    if len(segments) <= MANY or path.fill is not None or path.stroke is None or path.stroke.dash:
        return False
    looked_into = segments[:4] if in_order else segments
    if KIND(segments[0]) != "M" or not {*map(KIND, looked_into[1:])} <= {"L", "C"}:
        return False
    places: list[tuple[float, ...]] = [piece[1:] for piece in looked_into]
    return all(one[-2] <= min(other[::2]) and max(other[::2]) <= other[-2] for one, other in pairwise(places))


def row_of(prims: Sequence[Prim]) -> Sequence[Rect]:
    """These as many rectangles from the left to the right; none where they are something else."""
    rects = [prim for prim in prims if isinstance(prim, Rect)]
    is_row = MANY <= len(prims) == len(rects) and _rises(rect.x for rect in rects)
    return rects if is_row else ()


def _rises(numbers: Iterable[Any]) -> bool:
    found = list(numbers)
    return found == sorted(found)


def _seen(painter: QPainter, room: float) -> tuple[float, float]:
    """From where to where across something may be seen that reaches `room` beyond its place."""
    if not painter.hasClipping():
        return float("-inf"), float("inf")
    seen = painter.clipBoundingRect()
    return seen.left() - room, seen.right() + room
