"""Which places of the map are taken, so that signs and words do not cover anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from journeymap.picture.prims import Box

CELL = 192.0


class Taken:
    """Boxes that no further sign may cover, looked up by squares of the map."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.take(box)

    def free(self, box: Box) -> bool:
        """Whether nothing stands there yet."""
        return not any(box.meets(other) for cell in _cells(box) for other in self._boxes.get(cell, ()))

    def near(self, box: Box) -> frozenset[Box]:
        """All that stands there."""
        found = {other for cell in _cells(box) for other in self._boxes.get(cell, ())}
        return frozenset(other for other in found if box.meets(other))

    def take(self, box: Box) -> None:
        """Keep a place."""
        for cell in _cells(box):
            self._boxes[cell].append(box)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for x in range(int(box.x // CELL), int(box.right // CELL) + 1):
        for y in range(int(box.y // CELL), int(box.bottom // CELL) + 1):
            yield (x, y)
