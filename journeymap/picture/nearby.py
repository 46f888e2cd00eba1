"""Boxes by their left edge: which of them meet another box, without asking all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from journeymap.picture.prims import Box
from journeymap.picture.traces import Trace


class Nearby:
    """Boxes of about equal width that stay as they are. A line is a box without width."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes = sorted(boxes)
        self._lefts = [box.x for box in self._boxes]
        self._widest = max((box.w for box in self._boxes), default=0.0)

    def count(self, box: Box) -> int:
        """How many share more than an edge with the box."""
        return len(self.meeting(box))

    def meeting(self, box: Box) -> list[Box]:
        """Those that share more than an edge with the box, from the left."""
        first = bisect_left(self._lefts, box.x - self._widest)
        last = bisect_right(self._lefts, box.right)
        return [other for other in self._boxes[first:last] if other.meets(box)]


def uprights(traces: Iterable[Trace]) -> Nearby:
    """All upright pieces of ways."""
    return Nearby(
        Box(a[0], min(a[1], b[1]), 0.0, abs(a[1] - b[1]))
        for trace in traces
        for a, b in trace.pieces()
        if abs(a[0] - b[0]) < 0.01
    )


STRETCH = 256.0
"""Level pieces are kept in stretches of at most this width, px: `Nearby` looks as far as its widest."""


def levels(traces: Iterable[Trace]) -> Nearby:
    """All level pieces of ways, long ones in stretches."""
    return Nearby(
        Box(x, a[1], min(STRETCH, max(a[0], b[0]) - x), 0.0)
        for trace in traces
        for a, b in trace.pieces()
        if abs(a[0] - b[0]) >= 0.01
        for x in _starts(min(a[0], b[0]), max(a[0], b[0]))
    )


def _starts(left: float, right: float) -> Iterable[float]:
    return (left + STRETCH * index for index in range(int((right - left) // STRETCH) + 1))
