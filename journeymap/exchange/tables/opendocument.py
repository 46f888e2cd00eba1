"""ODS files of LibreOffice and its kin as sheets: values as last worked out, merged cells filled."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from journeymap.edit.tables.cells import UNCOUNTED, Cell, Fault, Row, Sheet
from journeymap.exchange.errors import TableError
from journeymap.exchange.tables.book import MOST_COLUMNS, MOST_ROWS, Book, Heed, unheeded
from journeymap.exchange.tables.filled import Range, filled, read_as_book, trimmed
from journeymap.storage.zipped import check_members

_OFFICE, _TABLE, _TEXT, _STYLE = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text", "style")
)
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_MANIFEST = "META-INF/manifest.xml"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_FAULT = re.compile(r"#[A-Z0-9/!?]+[!?]?|Err:\d+")
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")


def read_opendocument(data: bytes, file: str, heed: Heed = unheeded) -> Book:
    """Every sheet with anything in it; TableError says in a sentence why there is none."""
    return read_as_book("ods", file, lambda: _sheets(data, file, heed))


def _sheets(data: bytes, file: str, heed: Heed) -> tuple[Sheet, ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_members(archive.infolist(), file)
        if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
            raise TableError("locked_workbook", file=file)
        size = max(1, archive.getinfo("content.xml").file_size)
        with archive.open("content.xml") as content:
            return tuple(_Reader(file).sheets(content, size, heed))


class _Reader:
    """One file while it is read from its first byte to its last."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._unseen: set[str] = set()

    def sheets(self, content: IO[bytes], size: int, heed: Heed) -> Iterator[Sheet]:
        """One sheet after the other, rows let go of as soon as they are read."""
        rows: list[Row] = []
        merged: list[Range] = []
        depth = empty = 0
        for event, element in iterparse(content, ("start", "end"), forbid_dtd=True):
            is_table = element.tag == f"{_TABLE}table"
            if event == "start":
                depth += is_table
                if is_table and depth == 1:
                    rows, merged, empty = [], [], 0
            elif is_table:
                depth -= 1
                if depth == 0 and rows:
                    hidden = element.get(f"{_TABLE}style-name", "") in self._unseen
                    yield Sheet(element.get(f"{_TABLE}name", ""), filled(rows, merged), hidden)
                    element.clear()
            elif element.tag == f"{_STYLE}style":
                self._look_at(element)
            elif element.tag == f"{_TABLE}table-row" and depth == 1:
                heed(min(1.0, content.tell() / size))
                empty = self._take(element, rows, merged, empty)
                element.clear()

    def _look_at(self, style: Element) -> None:
        properties = style.find(f"{_STYLE}table-properties")
        if properties is not None and properties.get(f"{_TABLE}display") == "false":
            self._unseen.add(style.get(f"{_STYLE}name", ""))

    def _take(self, row: Element, rows: list[Row], merged: list[Range], empty: int) -> int:
        """Add the row as often as it stands there; how many empty ones wait for one that says something."""
        times = _count(row, "number-rows-repeated")
        cells = _cells(row, len(rows) + empty + 1, merged)
        if not cells:
            return min(empty + times, MOST_ROWS)
        rows += [()] * empty + [cells] * min(times, MOST_ROWS)
        if len(rows) > MOST_ROWS:
            raise TableError("too_many_rows", file=self._file, most=MOST_ROWS)
        return 0


def _count(element: Element, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return max(1, int(said)) if said.isdigit() else 1


def _cells(row: Element, number: int, merged: list[Range]) -> Row:
    """The row's cells; where some are merged the range is noted, counted from 1."""
    cells: list[Cell] = []
    for element in row:
        if element.tag not in _CELLS or len(cells) >= MOST_COLUMNS:
            continue
        left = len(cells) + 1
        right = left + _count(element, "number-columns-spanned") - 1
        bottom = number + _count(element, "number-rows-spanned") - 1
        if (right, bottom) != (left, number):
            merged.append((left, number, right, bottom))
        times = min(_count(element, "number-columns-repeated"), MOST_COLUMNS - len(cells))
        cells += [_value(element)] * times
    return trimmed(cells)


def _value(cell: Element) -> Cell:
    """What the cell says: a number, a day, a time, else its words as they are shown."""
    kind = cell.get(f"{_OFFICE}value-type", "")
    words = "\n".join(_words(part) for part in cell.findall(f"{_TEXT}p"))
    formula = cell.get(f"{_TABLE}formula") is not None
    if cell.get(f"{_CALC}value-type") == "error" or (formula and _FAULT.fullmatch(words)):
        return Fault(words)
    if formula and not kind:
        return UNCOUNTED
    name, read = _READ.get(kind, ("string-value", str))
    said = cell.get(f"{_OFFICE}{name}")
    try:
        return read(said) if said and read is not str else words or said
    except ValueError:
        return words or None


def _words(part: Element) -> str:
    """A paragraph with its blanks, tabs and line ends; what is said about it stays out."""
    said = part.text or ""
    for inner in part:
        if inner.tag == f"{_TEXT}s":
            times = inner.get(f"{_TEXT}c", "1")
            said += " " * (min(int(times), 1000) if times.isdigit() else 1)
        elif inner.tag in (f"{_TEXT}line-break", f"{_TEXT}tab"):
            said += "\n" if inner.tag.endswith("break") else "\t"
        elif inner.tag not in (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text"):
            said += _words(inner)
        said += inner.tail or ""
    return said


def _number(said: str) -> Cell:
    number = float(said)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _length(said: str) -> Cell:
    found = _DURATION.fullmatch(said)
    if found is None:
        raise ValueError(said)
    days, hours, minutes = (int(part or 0) for part in found.groups()[1:4])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=float(found[5] or 0))
    return -length if found[1] else length


_READ: Mapping[str, tuple[str, Callable[[str], Cell]]] = {
    "float": ("value", _number),
    "percentage": ("value", _number),
    "currency": ("value", _number),
    "date": ("date-value", datetime.fromisoformat),
    "time": ("time-value", _length),
    "boolean": ("boolean-value", lambda said: said == "true"),
}
"""Where a kind of value stands exactly, and how it is read; of text the words themselves are read."""
