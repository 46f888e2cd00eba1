"""What every file of sheets shares: how its reading may fail, hidden sheets, merged cells filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from defusedxml import DefusedXmlException

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import Cell, Continued, Row, Sheet
from journeymap.exchange.errors import TableError
from journeymap.exchange.tables.book import MOST_COLUMNS, Book, Kind, Stopped
from journeymap.i18n import N_
from journeymap.storage.errors import StorageError

HIDDEN = N_("The hidden sheet {sheet} is not looked at unless it is chosen.")
Range = tuple[int, int, int, int]
"""First column, first row, last column, last row of merged cells, counted from 1."""


def read_as_book(kind: Kind, file: str, read: Callable[[], tuple[Sheet, ...]]) -> Book:
    """The sheets with a note on hidden ones; TableError says in a sentence why there are none."""
    try:
        sheets = read()
    except (StorageError, Stopped):
        raise
    except Exception as failure:  # a parser meets strangers' bytes: any failure means the same to people
        raise TableError(
            "workbook_hostile" if _is_hostile(failure) else "workbook_damaged", file=file
        ) from failure
    if not sheets:
        raise TableError("empty_table", file=file)
    hidden = [Message(HIDDEN, sheet=sheet.name) for sheet in sheets if sheet.hidden]
    return Book(kind, sheets, tuple(hidden) if any(not sheet.hidden for sheet in sheets) else ())


def _is_hostile(failure: BaseException | None) -> bool:
    """Whether the failure, or one it came from, is that of an entity."""
    while failure is not None:
        if isinstance(failure, DefusedXmlException):
            return True
        failure = failure.__cause__ or failure.__context__
    return False


def trimmed(cells: list[Cell]) -> Sequence[Cell]:
    """The row without the empty cells at its end."""
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return tuple(cells[:end])


def filled(rows: list[Row], merged: list[Range]) -> list[Row]:
    """Every cell of a merged range says what its first one says; rows that are empty else stay so."""
    if not merged:
        return rows
    wide = [list(row) for row in rows]
    for left, top, right, bottom in merged:
        value = wide[top - 1][left - 1] if top <= len(wide) and left <= len(wide[top - 1]) else None
        if value is None:
            continue
        for place in range(top - 1, min(bottom, len(wide))):
            row = wide[place]
            if place >= top and not any(cell is not None for cell in rows[place]):
                continue
            last = min(right, MOST_COLUMNS)
            row += [None] * (last - len(row))
            below = Continued(value) if place >= top and type(value) is str else value
            row[left - 1 : last] = [below] * (last - left + 1)
    return [tuple(row) for row in wide]
