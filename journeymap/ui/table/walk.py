"""Where the cursor goes in a table: arrows, edges of what is filled, ends, pages, Tab and Enter. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Cell = tuple[int, int]
Step = Literal["left", "right", "up", "down"]
STEPS: dict[Step, Cell] = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}


@dataclass(frozen=True)
class Field:
    """How large the table is, which of its cells say something, and how many rows are a page."""

    height: int
    width: int
    filled: Callable[[int, int], bool]
    page: int = 20

    def held(self, cell: Cell) -> Cell:
        """The cell itself, or the nearest one inside."""
        row = max(0, min(cell[0], self.height - 1))
        return (row, max(0, min(cell[1], self.width - 1)))

    def holds(self, cell: Cell) -> bool:
        """Whether the table has this cell."""
        return cell == self.held(cell)


def step(field: Field, cell: Cell, towards: Step) -> Cell:
    """The neighbour; at the edge the cell itself."""
    down, right = STEPS[towards]
    return field.held((cell[0] + down, cell[1] + right))


def leap(field: Field, cell: Cell, towards: Step) -> Cell:
    """To the last filled cell of a block, over a gap to the next one, else to the edge."""
    here = step(field, cell, towards)
    if here == cell:
        return cell
    along = field.filled(*cell) and field.filled(*here)
    while True:
        onward = step(field, here, towards)
        if onward == here or (along and not field.filled(*onward)) or (not along and field.filled(*here)):
            return here
        here = onward


def page(field: Field, cell: Cell, by: int) -> Cell:
    """A page up (−1) or down (1)."""
    return field.held((cell[0] + by * field.page, cell[1]))


def along(field: Field, cell: Cell, by: int) -> Cell:
    """Tab: to the next cell, from the last of a row to the first of the next one, and back."""
    row, column = cell[0], cell[1] + by
    if column >= field.width and row + 1 < field.height:
        return (row + 1, 0)
    if column < 0 and row > 0:
        return (row - 1, field.width - 1)
    return field.held((row, column))


def end(field: Field, cell: Cell, *, last: bool, whole: bool) -> Cell:
    """Home and End: of the row, with Ctrl (`whole`) of the table."""
    if whole:
        return (field.height - 1, field.width - 1) if last else (0, 0)
    return (cell[0], field.width - 1 if last else 0)
