"""Hatching over the whole width of the map, of which only the lines in sight are drawn.

On a map of 5 000 steps a lane has 40 000 of them, and Qt strokes all before it cuts any away.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise

from PySide6.QtGui import QPainter

from journeymap.paint.qt.compiled import NO_BRUSH, painter_path, pen
from journeymap.picture.prims import Path
from journeymap.picture.theme import Theme

MANY = 100
"""Lines from which it is worth looking which of them are in sight."""


class Hatching:
    """Lines one beside the other, in a theme's colour."""

    def __init__(self, path: Path, theme: Theme) -> None:
        if path.stroke is None:
            raise ValueError("hatching is made of strokes")
        self._segments = path.segments
        self._begins, self._ends = _sides(path)
        self._room = path.stroke.width
        self._pen = pen(path.stroke, theme.colour(path.stroke.color))

    def paint(self, painter: QPainter) -> None:
        """Draw the lines that reach into what the painter is cut to."""
        first, last = 0, len(self._begins)
        if painter.hasClipping():
            seen = painter.clipBoundingRect()
            first = bisect_left(self._ends, seen.left() - self._room)
            last = bisect_right(self._begins, seen.right() + self._room)
        painter.setPen(self._pen)
        painter.setBrush(NO_BRUSH)
        painter.drawPath(painter_path(self._segments[2 * first : 2 * last]))


def is_hatching(path: Path) -> bool:
    """Whether a path is many strokes, each a line of its own, from the left to the right."""
    segments = path.segments
    if len(segments) < 2 * MANY or path.fill is not None or path.stroke is None:
        return False
    if any(segment[0] != "ML"[place % 2] for place, segment in enumerate(segments)):
        return False
    return all(one <= other for side in _sides(path) for one, other in pairwise(side))


def _sides(path: Path) -> tuple[array[float], array[float]]:
    """Where each line begins and ends across."""
    across = array("d", (float(segment[1]) for segment in path.segments if segment[0] in "ML"))  # type: ignore[misc]
    return across[::2], across[1::2]
