"""The ways a wire could go, by the number of their bends (VISUAL 7.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from journeymap.picture.routing.wires import Point

Way = tuple[Point, ...]


class Ways:
    """All shapes worth trying between two cells. The one with four bends is always free."""

    def __init__(self, start: Point, end: Point, strips: Callable[[int], tuple[int, ...]]) -> None:
        self.x0, self.y0 = start
        self.x1, self.y1 = end
        above, below = strips(self.y0), strips(self.y1)
        self.strips = tuple(dict.fromkeys((*above, *below)))
        self.near_end = below
        self.exits = (self.x0 + 1,) if self.x1 > self.x0 else (self.x0 - 1, self.x0 + 1)
        self.entries = (self.x1 - 1,) if self.x1 > self.x0 else (self.x1 - 1, self.x1 + 1)

    def by_bends(self, bends: int) -> Iterable[Way]:
        """The ways with so many bends, 0 to 4."""
        return (self._straight, self._one, self._two, self._three, self._four)[bends]()

    def _straight(self) -> Iterable[Way]:
        if (self.x0 == self.x1) != (self.y0 == self.y1):
            yield ((self.x0, self.y0), (self.x1, self.y1))

    def _one(self) -> Iterable[Way]:
        if self.x0 != self.x1 and self.y0 != self.y1:
            yield ((self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1))
            yield ((self.x0, self.y0), (self.x0, self.y1), (self.x1, self.y1))

    def _two(self) -> Iterable[Way]:
        start, end = (self.x0, self.y0), (self.x1, self.y1)
        if self.y0 != self.y1:
            for gutter in dict.fromkeys((*self.entries, *self.exits)):
                yield (start, (gutter, self.y0), (gutter, self.y1), end)
        if self.x0 != self.x1:
            for strip in self.strips:
                yield (start, (self.x0, strip), (self.x1, strip), end)

    def _three(self) -> Iterable[Way]:
        start, end = (self.x0, self.y0), (self.x1, self.y1)
        for strip in self.strips:
            for gutter in self.exits:
                yield (start, (gutter, self.y0), (gutter, strip), (self.x1, strip), end)
            for gutter in self.entries:
                yield (start, (self.x0, strip), (gutter, strip), (gutter, self.y1), end)

    def _four(self) -> Iterable[Way]:
        start, end = (self.x0, self.y0), (self.x1, self.y1)
        for strip in self.strips:
            for out in self.exits:
                for into in self.entries:
                    if out != into:
                        yield (
                            start,
                            (out, self.y0),
                            (out, strip),
                            (into, strip),
                            (into, self.y1),
                            end,
                        )
            for gutter in self.exits:
                for other in self.near_end:
                    if strip != other:
                        yield (
                            start,
                            (self.x0, strip),
                            (gutter, strip),
                            (gutter, other),
                            (self.x1, other),
                            end,
                        )
