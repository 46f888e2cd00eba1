"""Where many nodes lie: their boxes as plain numbers, a fifth of the memory of as many tuples."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from journeymap.picture.prims import Box


class Boxes:
    """A list of boxes that can grow; a box is made of its four numbers when it is asked for."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._numbers = array("d")
        for box in boxes:
            self._numbers.extend(box)

    def __len__(self) -> int:
        return len(self._numbers) // 4

    def __iter__(self) -> Iterator[Box]:
        numbers = iter(self._numbers)
        return map(Box, numbers, numbers, numbers, numbers)

    def __getitem__(self, place: int) -> Box:
        return Box(*self._numbers[4 * place : 4 * place + 4])

    def __setitem__(self, place: int, box: Box) -> None:
        self._numbers[4 * place : 4 * place + 4] = array("d", box)

    def append(self, box: Box) -> None:
        """One more."""
        self._numbers.extend(box)

    def append_of(self, other: Boxes, place: int) -> None:
        """One more, as it is in another list."""
        self._numbers.extend(other._numbers[4 * place : 4 * place + 4])

    def copied(self) -> Boxes:
        """As they are now."""
        other = Boxes()
        other._numbers = self._numbers[:]
        return other

    def meeting(self, box: Box, places: Iterable[int]) -> list[int]:
        """Those of the places whose box shares more than an edge with this one (`Box.meets`)."""
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        numbers, found = self._numbers, []
        for place in places:
            x, y, w, h = numbers[4 * place : 4 * place + 4]
            if x < right and left < x + w and y < bottom and top < y + h:
                found.append(place)
        return found
