"""XLSX files of any program as sheets: values as they were last worked out, merged cells filled."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from journeymap.edit.tables.cells import UNCOUNTED, Cell, Fault, Row, Sheet
from journeymap.exchange.errors import TableError
from journeymap.exchange.tables.book import MOST_COLUMNS, MOST_ROWS, Book, Heed, unheeded
from journeymap.exchange.tables.filled import Range, filled, read_as_book, trimmed
from journeymap.storage.zipped import check_members

_FAULT = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|BLOCKED!|FIELD!|GETTING_DATA)"
)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+\d+:[A-Z]+\d+)"')
_STRICT = b"purl.oclc.org/ooxml"
_MOST_MERGED = 20_000


def read_workbook(data: bytes, file: str, heed: Heed = unheeded) -> Book:
    """Every sheet with anything in it; TableError says in a sentence why there is none."""
    return read_as_book("xlsx", file, lambda: _sheets(data, file, heed))


def _sheets(data: bytes, file: str, heed: Heed) -> tuple[Sheet, ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_members(archive.infolist(), file)
        _check_dialect(archive, file)
        return tuple(_Workbook(data, archive, file, heed).sheets())


def _check_dialect(archive: zipfile.ZipFile, file: str) -> None:
    if "xl/workbook.xml" in archive.namelist() and _STRICT in archive.read("xl/workbook.xml"):
        raise TableError("strict_workbook", file=file)


class _Watched(io.BytesIO):
    """The file's bytes, telling how far the reading has come: so a large one can be broken off."""

    def __init__(self, data: bytes, heed: Heed) -> None:
        super().__init__(data)
        self._size, self._heed = max(1, len(data)), heed

    def read(self, size: int | None = -1, /) -> bytes:
        self._heed(self.tell() / self._size)
        return super().read(size)


class _Workbook:
    """One workbook being read."""

    def __init__(self, data: bytes, archive: zipfile.ZipFile, file: str, heed: Heed) -> None:
        self._data, self._archive, self._file, self._heed = data, archive, file, heed
        self._far = 0.0

    def _read_to(self, share: float) -> None:
        """How far in its bytes the reading has come; sheets stand in any order, and it never goes back."""
        self._far = max(self._far, min(1.0, share))
        self._heed(self._far)

    def sheets(self) -> Iterator[Sheet]:
        """One sheet after the other; those without a single value fall away."""
        book = self._loaded(values=True)
        formulas: Any = None
        for sheet in book.worksheets:
            raw = self._archive.read(sheet._worksheet_path)  # noqa: SLF001 - no other way says which it is
            rows = self._rows(sheet)
            if _FORMULA.search(raw):
                formulas = formulas or self._loaded(values=False)
                rows = self._with_uncounted(rows, formulas[sheet.title])
            if rows:
                yield Sheet(sheet.title, filled(rows, _merged(raw)), sheet.sheet_state != "visible")

    def _loaded(self, *, values: bool) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            watched = _Watched(self._data, self._read_to)
            return load_workbook(watched, read_only=True, data_only=values, keep_links=False)

    def _rows(self, sheet: Any) -> list[Row]:
        sheet.reset_dimensions()
        found: list[Row] = []
        empty = 0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)):
                if number % 500 == 0:
                    self._read_to(0)
                cells = trimmed([_cell(value) for value in row])
                found.append(cells)
                empty = 0 if cells else empty + 1
                if len(found) - empty > MOST_ROWS:
                    raise TableError("too_many_rows", file=self._file, most=MOST_ROWS)
        return found[: len(found) - empty]

    def _with_uncounted(self, rows: list[Row], formulas: Any) -> list[Row]:
        """Cells that hold a formula and no value beside it are marked, so that none passes for empty."""
        written = self._rows(formulas)
        marked: list[Row] = []
        for place, row in enumerate(written):
            counted = rows[place] if place < len(rows) else ()
            marked.append(trimmed([_marked(cell, counted, at) for at, cell in enumerate(row)]))
        return marked


def _marked(written: Cell, counted: Row, at: int) -> Cell:
    value = counted[at] if at < len(counted) else None
    is_formula = isinstance(written, str) and written.startswith("=")
    return UNCOUNTED if value is None and is_formula else value


def _cell(value: Any) -> Cell:
    """A value as openpyxl gives it; formulas of arrays come as objects with their text."""
    if isinstance(value, str):
        return Fault(value) if _FAULT.fullmatch(value) else unescaped(value)
    text = getattr(value, "text", None)
    found: Cell = f"={text}" if isinstance(text, str) else value
    return found


def unescaped(text: str) -> str:
    """_x000D_ and its like as the characters they stand for (ECMA-376 22.4.2.4)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _merged(raw: bytes) -> list[Range]:
    """The merged ranges as first column, first row, last column, last row, counted from 1."""
    end = raw.rfind(b"sheetData>")
    names = _MERGED.findall(raw, max(0, end))[:_MOST_MERGED]
    return [range_boundaries(name.decode()) for name in names]
