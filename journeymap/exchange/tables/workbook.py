"""XLSX files of any program as sheets: values as they were last worked out, merged cells filled."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import UNCOUNTED, Cell, Continued, Fault, Row, Sheet
from journeymap.exchange.errors import TableError
from journeymap.exchange.tables.book import MOST_COLUMNS, MOST_ROWS, Book, Heed, Stopped, unheeded
from journeymap.i18n import N_
from journeymap.storage.errors import StorageError
from journeymap.storage.zipped import check_members

HIDDEN = N_("The hidden sheet {sheet} is not looked at unless it is chosen.")
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
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_members(archive.infolist(), file)
            _check_dialect(archive, file)
            sheets = tuple(_Workbook(data, archive, file, heed).sheets())
    except (StorageError, Stopped):
        raise
    except Exception as failure:  # a parser meets strangers' bytes: any failure means the same to people
        raise TableError(
            "workbook_hostile" if _is_hostile(failure) else "workbook_damaged", file=file
        ) from failure
    if not sheets:
        raise TableError("empty_table", file=file)
    hidden = [Message(HIDDEN, sheet=sheet.name) for sheet in sheets if sheet.hidden]
    return Book("xlsx", sheets, tuple(hidden) if any(not sheet.hidden for sheet in sheets) else ())


def _is_hostile(failure: BaseException | None) -> bool:
    """Whether the failure, or one it came from, is that of an entity."""
    while failure is not None:
        if isinstance(failure, DefusedXmlException):
            return True
        failure = failure.__cause__ or failure.__context__
    return False


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
                yield Sheet(sheet.title, _filled(rows, _merged(raw)), sheet.sheet_state != "visible")

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
                cells = _trimmed([_cell(value) for value in row])
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
            marked.append(_trimmed([_marked(cell, counted, at) for at, cell in enumerate(row)]))
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


def _trimmed(cells: list[Cell]) -> Sequence[Cell]:
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return tuple(cells[:end])


def _merged(raw: bytes) -> list[tuple[int, int, int, int]]:
    """The merged ranges as first column, first row, last column, last row, counted from 1."""
    end = raw.rfind(b"sheetData>")
    names = _MERGED.findall(raw, max(0, end))[:_MOST_MERGED]
    return [range_boundaries(name.decode()) for name in names]


def _filled(rows: list[Row], merged: list[tuple[int, int, int, int]]) -> list[Row]:
    """Every cell of a merged range says what its first one says."""
    if not merged:
        return rows
    wide = [list(row) for row in rows]
    for left, top, right, bottom in merged:
        value = wide[top - 1][left - 1] if top <= len(wide) and left <= len(wide[top - 1]) else None
        if value is None:
            continue
        for place in range(top - 1, min(bottom, len(wide))):
            row = wide[place]
            last = min(right, MOST_COLUMNS)
            row += [None] * (last - len(row))
            below = Continued(value) if place >= top and type(value) is str else value
            row[left - 1 : last] = [below] * (last - left + 1)
    return [tuple(row) for row in wide]
