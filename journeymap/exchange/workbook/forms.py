"""Each form of field as a cell and back: words, yes and no, numbers, rough quantities, lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from journeymap.edit.tables.cells import Cell, text_of
from journeymap.edit.tables.headings import plain
from journeymap.edit.tables.values import UnreadError
from journeymap.edit.tables.values import read_flag as flag_in
from journeymap.edit.tables.values import read_number as number_in
from journeymap.exchange.workbook.cells import Shown, day, is_number, printable
from journeymap.exchange.workbook.columns import Column
from journeymap.exchange.workbook.names import Names
from journeymap.exchange.workbook.words import DATES, SHARES, YES_NO, unit_of
from journeymap.i18n import LANGUAGES, Catalogue, catalogue
from journeymap.sheets.figures import exact, parse


@dataclass(frozen=True, slots=True)
class Speech:
    """The language of a workbook, and the names of what it speaks of."""

    t: Catalogue
    names: Names


def show_text(speech: Speech, column: Column, raw: Any) -> Shown | None:
    if not isinstance(raw, str):
        return None
    named = day(raw) if column.path[-1] in DATES else None
    return Shown(named, "date") if named is not None else Shown(printable(raw))


def read_text(speech: Speech, column: Column, cell: Cell) -> Any:
    if column.path[-1] in DATES and isinstance(cell, date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    return words_of(cell)


def show_flag(speech: Speech, column: Column, raw: Any) -> Shown | None:
    return Shown(speech.t(YES_NO[not raw])) if isinstance(raw, bool) else None


def read_flag(speech: Speech, column: Column, cell: Cell) -> Any:
    return flag_in(cell)


def show_number(speech: Speech, column: Column, raw: Any) -> Shown | None:
    return Shown(raw, _look(column)) if is_number(raw) else None


def read_number(speech: Speech, column: Column, cell: Cell) -> Any:
    return number_in(cell)


def read_whole(speech: Speech, column: Column, cell: Cell) -> Any:
    number = number_in(cell)
    return int(number) if number is not None and float(number).is_integer() else number


def show_quantity(speech: Speech, column: Column, raw: Any) -> Shown | None:
    """A number as a number; a class, a span or three points in words, shares with their sign."""
    if is_number(raw):
        return Shown(raw, _look(column))
    value = tuple(raw) if isinstance(raw, list) else raw
    said = exact(value, unit_of(column.path[-1]), speech.t) if isinstance(value, str | tuple) else ""
    sign = " %" if _look(column) == "percent" and isinstance(raw, list) else ""
    return Shown(f"{said}{sign}") if said else None


def read_quantity(speech: Speech, column: Column, cell: Cell) -> Any:
    if not isinstance(cell, str):
        return number_in(cell)
    found = parse(cell, unit_of(column.path[-1]))
    if found is None:
        raise UnreadError(cell)
    return list(found) if isinstance(found, tuple) else found


def show_choice(speech: Speech, column: Column, raw: Any) -> Shown | None:
    words = column.words or {}
    return Shown(speech.t(words[raw])) if isinstance(raw, str) and raw in words else None


def read_choice(speech: Speech, column: Column, cell: Cell) -> Any:
    found = _said_in_any(tuple((column.words or {}).items())).get(plain(text_of(cell)))
    if found is None:
        raise UnreadError(text_of(cell))
    return found


def show_list(speech: Speech, column: Column, raw: Any) -> Shown | None:
    if not isinstance(raw, list) or not all(isinstance(part, str) for part in raw):
        return None
    words = column.words or {}
    said = [speech.t(words[part]) if part in words else part for part in raw]
    return Shown(printable("\n".join(said))) if said else None


def read_list(speech: Speech, column: Column, cell: Cell) -> Any:
    known = _said_in_any(tuple((column.words or {}).items()))
    return [known.get(plain(line), line) if known else line for line in words_of(cell).split("\n")]


def show_map(speech: Speech, column: Column, raw: Any) -> Shown | None:
    """Lines "name: words"."""
    if not isinstance(raw, dict) or not all(isinstance(text, str) for text in raw.values()):
        return None
    lines = [f"{speech.names.label(id) or id}: {text}" for id, text in raw.items()]
    return Shown(printable("\n".join(lines))) if lines else None


def read_map(speech: Speech, column: Column, cell: Cell) -> Any:
    found: dict[str, str] = {}
    for line in words_of(cell).split("\n"):
        name, _, text = line.partition(": ")
        found[speech.names.find(name, column.field.targets) or name] = text
    return found


def _look(column: Column) -> Any:
    return "percent" if column.path[-1] in SHARES else "number"


def words_of(cell: Cell) -> str:
    """A cell's text as it stands, blanks at its ends too."""
    return str(cell) if isinstance(cell, str) else text_of(cell)


@cache
def _said_in_any(words: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """What people may write, in any of the three languages or as the file says it → the file's word."""
    found: dict[str, str] = {}
    for value, english in words:
        for said in (value, english, *(catalogue(language)(english) for language in LANGUAGES)):
            found.setdefault(plain(said), value)
    return found


Show = Callable[[Speech, Column, Any], Shown | None]
Read = Callable[[Speech, Column, Cell], Any]
SHOW: Mapping[str, Show] = {
    "text": show_text, "flag": show_flag, "whole": show_number,
    "number": show_number, "quantity": show_quantity, "choice": show_choice,
    "list": show_list, "map": show_map,
}  # fmt: skip
READ: Mapping[str, Read] = {
    "text": read_text, "flag": read_flag, "whole": read_whole,
    "number": read_number, "quantity": read_quantity, "choice": read_choice,
    "list": read_list, "map": read_map,
}  # fmt: skip
