"""Cells as spreadsheets hold them, and the words and numbers people see in them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journeymap.edit.texts import clean, one_line


class Fault(str):
    """A cell without a value to read: the text is what its program shows there, such as "#REF!"."""


class Continued(str):
    """Text that a merged cell holds, in a row below its first one: no new thing of that name begins."""


UNCOUNTED = Fault("=")
"""A formula that no program has worked out yet: there is no value beside it."""

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as it stands in its file: the first row is number 1. Rows may differ in length."""

    name: str
    rows: Sequence[Row]
    hidden: bool = False

    @property
    def width(self) -> int:
        """The number of columns that hold anything."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place counted from 0; None outside."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else None


def is_empty(cell: Cell) -> bool:
    """Nothing there, or nothing but blanks."""
    return cell is None or (isinstance(cell, str) and not isinstance(cell, Fault) and not cell.strip())


def text_of(cell: Cell) -> str:
    """The cell as text, line breaks kept: 7 for 7.0, dates as ISO, durations as hours and minutes."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return clean(cell).strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number_text(cell)
    return _time_text(cell)


def line_of(cell: Cell) -> str:
    """The cell as one line."""
    return one_line(text_of(cell))


def _number_text(number: float) -> str:
    if isinstance(number, float) and math.isfinite(number) and number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return str(number)


def _time_text(cell: date | time | timedelta) -> str:
    if isinstance(cell, datetime):
        at_midnight = cell.time() == time()
        return cell.date().isoformat() if at_midnight else cell.isoformat(" ", "minutes")
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return cell.isoformat() if isinstance(cell, date) else cell.isoformat("minutes")


_BULLET = re.compile(r"\s*(?:[-–—•·▪◦‣●○*✓]\s+|\(?\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s*)?")


def lines_of(cell: Cell, *, as_written: bool = False) -> tuple[str, ...]:
    """Each line of a cell on its own, empty ones left out; bullets and numbering fall off.

    `as_written` keeps them: in a table of our own a dash at the beginning is part of the words.
    """
    text = text_of(cell)
    if as_written:
        return tuple(line for part in text.split("\n") if (line := one_line(part)))
    parts = re.split(r"\n|(?<=\S)\s+[•●▪]\s+", text)
    bare = (one_line(_BULLET.sub("", part, count=1)) for part in parts)
    return tuple(line for line in bare if line)


def column_letter(place: int) -> str:
    """A, B … Z, AA: a column's name by its place from 0."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def words_of(row: Row) -> str:
    """A row short enough to be listed."""
    said = " · ".join(line_of(cell) for cell in row if not is_empty(cell))
    return said if len(said) <= 80 else f"{said[:79]}…"
