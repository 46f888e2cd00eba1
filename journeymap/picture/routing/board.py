"""The slots of a map: which hold a box, where they lie roughly, and which pieces run where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from journeymap.picture.routing.wires import Point

PITCH = 72.0
STRIP = 24.0
ROW = 52.0


def lane_bases(rows: Sequence[int]) -> tuple[int, ...]:
    """The first y slot of every lane, for lanes of so many rows."""
    return tuple(accumulate((2 * count + 1 for count in rows[:-1]), initial=0)) if rows else ()


class Board:
    """Columns and lanes numbered as slots, with bit masks of the boxes for quick looks ahead.

    Slot x = 2·column + 1, gutters at the even numbers. A lane with k rows takes 2k + 1 slots of y:
    strip, row, strip … strip.
    """

    def __init__(self, columns: int, rows: Sequence[int]) -> None:
        self.width = 2 * columns + 1
        self.base = lane_bases(rows)
        self.is_row: list[bool] = []
        self.lane_of: list[int] = []
        for lane, count in enumerate(rows):
            self.is_row += [slot % 2 == 1 for slot in range(2 * count + 1)]
            self.lane_of += [lane] * (2 * count + 1)
        self.height = len(self.is_row)
        self.px = [PITCH * slot for slot in range(self.width)]
        self.py = self._heights()
        self.in_row = [0] * self.height
        self.in_column = [0] * self.width
        self.uprights = [bytearray(self.width) for _ in range(self.height)]
        self.levels = [bytearray(self.height) for _ in range(self.width)]

    def _heights(self) -> list[float]:
        y, places = 0.0, []
        for is_row in self.is_row:
            size = ROW if is_row else STRIP
            places.append(y + size / 2)
            y += size
        return places

    def occupy(self, cells: Iterable[Point]) -> None:
        """Tell where boxes stand."""
        for x, y in cells:
            self.in_row[y] |= 1 << x
            self.in_column[x] |= 1 << y

    def clear(self, points: Sequence[Point]) -> bool:
        """Whether a way meets no box but the two at its ends."""
        last = len(points) - 2
        for index, (a, b) in enumerate(pairwise(points)):
            along = 1 if a[0] == b[0] else 0
            held = self.in_column[a[0]] if along else self.in_row[a[1]]
            low, high = (a[along], b[along]) if a[along] < b[along] else (b[along], a[along])
            own = (1 << a[along] if index == 0 else 0) | (1 << b[along] if index == last else 0)
            if held & (((1 << (high - low + 1)) - 1) << low) & ~own:
                return False
        return True

    def length(self, points: Sequence[Point]) -> float:
        """Roughly how long a way is, px."""
        px, py = self.px, self.py
        return sum(abs(px[a[0]] - px[b[0]]) + abs(py[a[1]] - py[b[1]]) for a, b in pairwise(points))

    def crossings(self, points: Sequence[Point]) -> int:
        """How many pieces already laid a way would cross."""
        count = 0
        for (ax, ay), (bx, by) in pairwise(points):
            if ax == bx:
                low, high = (ay, by) if ay < by else (by, ay)
                count += sum(self.levels[ax][low + 1 : high])
            else:
                low, high = (ax, bx) if ax < bx else (bx, ax)
                count += sum(self.uprights[ay][low + 1 : high])
        return count

    def lay(self, points: Sequence[Point]) -> None:
        """Count a way's pieces, so that later ways see what they cross."""
        for (ax, ay), (bx, by) in pairwise(points):
            if ax == bx:
                for y in range(min(ay, by) + 1, max(ay, by)):
                    self.uprights[y][ax] = min(255, self.uprights[y][ax] + 1)
            else:
                for x in range(min(ax, bx) + 1, max(ax, bx)):
                    self.levels[x][ay] = min(255, self.levels[x][ay] + 1)
