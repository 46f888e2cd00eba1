"""A workbook of ours as the map it was written from, with what people changed in its sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import Cell, Sheet, is_empty, line_of, text_of
from journeymap.edit.tables.headings import plain
from journeymap.edit.tables.told import Problem, Remark
from journeymap.exchange.tables.book import Book
from journeymap.exchange.workbook import exact
from journeymap.exchange.workbook.codec import Codec
from journeymap.exchange.workbook.columns import HEAD, columns_of
from journeymap.exchange.workbook.exact import REAL_ID, Key
from journeymap.exchange.workbook.names import Names
from journeymap.exchange.workbook.pages import headings_of, read_fields
from journeymap.exchange.workbook.words import EXACT, MAP, SHEETS, heading
from journeymap.i18n import LANGUAGES, N_, catalogue
from journeymap.model.ids import new_id
from journeymap.model.journey import Journey
from journeymap.model.records import FORMAT, RECORDS, Attachment
from journeymap.storage.canonical import canonical
from journeymap.storage.envelope import decode_model
from journeymap.storage.repairs import Repair
from journeymap.storage.shapes import fields_of

PICTURES_STAY = N_("The pictures themselves are not in a workbook: their names came back, they did not.")
NOT_SAID = N_("{sheet}: the field “{heading}” must say something.")


@dataclass(frozen=True, slots=True)
class Returned:
    """The map of a workbook; rows that make no record, and what was read otherwise than it stands."""

    journey: Journey
    problems: tuple[tuple[str, Problem], ...] = ()
    remarks: tuple[tuple[str, Remark], ...] = ()
    rows: int = 0


def is_ours(book: Book) -> bool:
    """Whether the workbook was written from a map: it says so among the map's own facts."""
    sheet = _sheet(book, MAP)
    if sheet is None:
        return False
    facts = dict(_facts(sheet))
    return text_of(facts.get("format", (None, None))[0]) == FORMAT


def read_map(book: Book, file: str) -> Returned:
    """The map; StorageError where the workbook says a version of the format that is none."""
    return _Reader(book, file).read()


@cache
def _spellings(words: str) -> frozenset[str]:
    """A sheet's or heading's words in all three languages."""
    return frozenset(plain(said) for said in (words, *(catalogue(language)(words) for language in LANGUAGES)))


def _sheet(book: Book, words: str) -> Sheet | None:
    return next((sheet for sheet in book.sheets if plain(sheet.name) in _spellings(words)), None)


def _facts(sheet: Sheet) -> Iterator[tuple[str, tuple[Cell, Cell]]]:
    """The map's facts: a known label in the first column, value and perhaps an id beside it."""
    for row in sheet.rows:
        label = plain(line_of(row[0])) if row and not is_empty(row[0]) else ""
        for column in columns_of(HEAD):
            if label in _spellings(column.heading):
                yield column.name, (sheet_cell(row, 1), sheet_cell(row, 2))


def sheet_cell(row: Sequence[Cell], place: int) -> Cell:
    """The cell at a place of a row, None beyond its end."""
    return row[place] if place < len(row) else None


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table's sheet: its number, its cells by heading, ids apart."""

    number: int
    id: str
    values: tuple[Cell, ...]
    ids: Mapping[str, Cell]
    text: str


class _Reader:
    """One workbook on its way back into a map."""

    def __init__(self, book: Book, file: str) -> None:
        self._book, self._file = book, file
        self._exact = _exact_values(book)
        self._problems: list[tuple[str, Problem]] = []
        self._where: dict[str, tuple[str, _Row]] = {}
        self._rows = {kind.TABLE: list(self._rows_of(kind.TABLE)) for kind in RECORDS}

    def read(self) -> Returned:
        """Names first, so that rows may speak of one another; then every record; then what stands beside."""
        names = Names(self._first_look())
        self._codecs = [Codec(catalogue(language), names) for language in LANGUAGES]
        top = self._head()
        for kind in RECORDS:
            table = self._table(kind.TABLE)
            if table:
                top[kind.TABLE] = table
        self._add_the_rest(top)
        decoded = decode_model(canonical(top), self._file)
        remarks = [self._remark(repair) for repair in decoded.repairs if repair.about in self._where]
        if decoded.journey.of(Attachment):
            remarks.append(("", Remark(0, Message(PICTURES_STAY))))
        rows = sum(map(len, self._rows.values()))
        return Returned(decoded.journey, tuple(self._problems), tuple(remarks), rows)

    def _remark(self, repair: Repair) -> tuple[str, Remark]:
        sheet, row = self._where[repair.about]
        return sheet, Remark(row.number, Message(repair.text, **repair.values))

    # -- rows -------------------------------------------------------------------------------------

    def _rows_of(self, table: str) -> Iterator[_Row]:
        sheet = _sheet(self._book, SHEETS[table])
        if sheet is None:
            return
        places = _places(sheet, table)
        heading = _heading_row(sheet, table)
        taken: set[str] = set()
        for number, cells in enumerate(sheet.rows[heading + 1 :], start=heading + 2):
            if any(not is_empty(cell) for cell in cells):
                row = _row(number, cells, places, table)
                id = row.id if row.id and row.id not in taken else new_id()
                taken.add(id)
                yield _Row(number, id, row.values, row.ids, row.text)

    def _first_look(self) -> dict[str, dict[str, Any]]:
        """Every record by what it is called, before references are understood; ends of links by id."""
        found: dict[str, dict[str, Any]] = {}
        for table, rows in self._rows.items():
            columns = columns_of(table)
            records = found.setdefault(table, {})
            for row in rows:
                raw = {
                    column.name: row.ids.get(column.name) if column.names_records else cell
                    for column, cell in zip(columns, row.values, strict=True)
                }
                records[self._real_id(table, row.id)] = {**raw, **self._whole_texts(table, row.id)}
        return found

    def _whole_texts(self, table: str, id: str) -> dict[str, Any]:
        return {
            key.field: value for key, value in self._exact.items() if key[:2] == (table, id) and key.field
        }

    def _real_id(self, table: str, id: str) -> str:
        return str(self._exact.get(Key(table, id, REAL_ID), id))

    # -- records ----------------------------------------------------------------------------------

    def _head(self) -> dict[str, Any]:
        sheet = _sheet(self._book, MAP)
        facts = dict(_facts(sheet)) if sheet is not None else {}
        cells = [(column, facts.get(column.name, (None, None))) for column in columns_of(HEAD)]
        ids = {column.name: pair[1] for column, pair in cells if column.names_records}
        row = _Row(0, "", tuple(pair[0] for _, pair in cells), ids, "")
        return {"format": FORMAT, "version": 1, **self._record(HEAD, row)}

    def _table(self, table: str) -> dict[str, Any]:
        records: dict[str, Any] = {}
        for row in self._rows[table]:
            raw = self._record(table, row)
            missing = _missing(table, raw)
            if missing is not None:
                self._problems.append((self._name(table), self._problem(table, row, missing)))
                continue
            id = self._real_id(table, row.id)
            records[id] = raw
            self._where[id] = (self._name(table), row)
        return records

    def _name(self, table: str) -> str:
        sheet = _sheet(self._book, SHEETS[table])
        return sheet.name if sheet is not None else table

    def _problem(self, table: str, row: _Row, missing: str) -> Problem:
        named = Message(heading(table, missing))
        return Problem(row.number, row.text, Message(NOT_SAID, sheet=self._name(table), heading=named))

    def _record(self, table: str, row: _Row) -> dict[str, Any]:
        """What the cells say, and what stands exactly beside those that nobody changed."""
        raw = read_fields(table, self._codecs[0], row.values, row.ids)
        kept = self._kept.get((table, row.id), {})
        for name, value in kept.items():
            if name not in _names(table) or self._untouched(table, name, value, row):
                raw[name] = value
        return raw

    def _untouched(self, table: str, name: str, value: Any, row: _Row) -> bool:
        """Whether the cells still show this, in whichever language the workbook was written."""
        return any(codec.shows(table, name, value, row.values, row.ids) for codec in self._codecs)

    @property
    def _kept(self) -> Mapping[tuple[str, str], Mapping[str, Any]]:
        if not hasattr(self, "_kept_by_record"):
            self._kept_by_record: dict[tuple[str, str], dict[str, Any]] = {}
            for key, value in self._exact.items():
                if key.field and key.field != REAL_ID:
                    self._kept_by_record.setdefault((key.table, key.id), {})[key.field] = value
        return self._kept_by_record

    def _add_the_rest(self, top: dict[str, Any]) -> None:
        """Whole records and tables that stand only beside."""
        for key, value in self._exact.items():
            if key.field or key.table == HEAD:
                continue
            if not key.id:
                if key.table not in top:
                    top[key.table] = value
            else:
                top.setdefault(key.table, {}).setdefault(key.id, value)


def _exact_values(book: Book) -> dict[Key, Any]:
    sheet = _sheet(book, EXACT)
    if sheet is None:
        return {}
    rows: list[tuple[int, int, str]] = []
    for row in sheet.rows[1:]:
        number, part, text = sheet_cell(row, 0), sheet_cell(row, 1), sheet_cell(row, 5)
        if isinstance(number, int | float) and isinstance(part, int | float) and isinstance(text, str):
            rows.append((int(number), int(part), str(text)))
    return exact.values(rows)


def _heading_row(sheet: Sheet, table: str) -> int:
    """The row with most of the table's headings: people may have written above it."""
    known = _known(table)
    counts = [
        sum(plain(line_of(cell)) in known for cell in row if not is_empty(cell)) for row in sheet.rows[:20]
    ]
    return counts.index(max(counts)) if counts else 0


@cache
def _known(table: str) -> Mapping[str, tuple[str, bool]]:
    """Heading in any language → the column's name ("" is the record's own id), and whether it holds ids."""
    found: dict[str, tuple[str, bool]] = {}
    for language in LANGUAGES:
        for one in headings_of(table, catalogue(language)):
            name = one.column.name if one.column is not None else ""
            found.setdefault(plain(one.words), (name, one.ids))
    return found


def _places(sheet: Sheet, table: str) -> Mapping[tuple[str, bool], int]:
    heading = _heading_row(sheet, table)
    found: dict[tuple[str, bool], int] = {}
    for place, cell in enumerate(sheet.rows[heading] if sheet.rows else ()):
        known = None if is_empty(cell) else _known(table).get(plain(line_of(cell)))
        if known is not None:
            found.setdefault(known, place)
    return found


def _row(number: int, cells: Sequence[Cell], places: Mapping[tuple[str, bool], int], table: str) -> _Row:
    def cell(name: str, ids: bool) -> Cell:
        place = places.get((name, ids))
        return sheet_cell(cells, place) if place is not None else None

    columns = columns_of(table)
    own = cell("", False)
    text = " · ".join(line_of(value) for value in cells[:6] if not is_empty(value))
    return _Row(
        number,
        str(own) if isinstance(own, str) else text_of(own),
        tuple(cell(column.name, False) for column in columns),
        {column.name: cell(column.name, True) for column in columns if column.names_records},
        text[:80],
    )


def _missing(table: str, raw: Mapping[str, Any]) -> str | None:
    """A field that a record must have and this one has not."""
    kind = next(kind for kind in RECORDS if table == kind.TABLE)
    return next((field.name for field in fields_of(kind) if field.marked and field.name not in raw), None)


def _names(table: str) -> frozenset[str]:
    return frozenset(column.path[0] for column in columns_of(table))
