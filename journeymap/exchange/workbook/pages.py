"""The map as pages of cells, before anything is written: what each sheet says, and what no cell can say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymap.exchange.workbook.cells import Shown, as_read, printable
from journeymap.exchange.workbook.codec import ABSENT, Codec, at_path
from journeymap.exchange.workbook.columns import HEAD, Column, columns_of
from journeymap.exchange.workbook.exact import REAL_ID, Key, same
from journeymap.exchange.workbook.names import Names
from journeymap.exchange.workbook.words import ID
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, stages_in_order, steps_in_order
from journeymap.model.records import RECORDS, Lane, Record, Stage, Step
from journeymap.storage.canonical import mended
from journeymap.storage.writing import raw_journey

Cells = list[Shown | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a column: its words, and the column whose value (or ids) stand below."""

    words: str
    column: Column | None = None
    ids: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One table's sheet; ids stand at its right end."""

    table: str
    headings: tuple[Heading, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """All sheets of a map, and the values that stand exactly beside them."""

    head: tuple[tuple[Column, Shown | None, Shown | None], ...]
    tables: tuple[Page, ...]
    exact: Mapping[Key, Any] = field(default_factory=dict)


def pages_of(journey: Journey, t: Catalogue) -> Pages:
    """The map as it stands in its file, in the words of one language."""
    return _Pages(journey, t).made()


def headings_of(table: str, t: Catalogue) -> tuple[Heading, ...]:
    """The headings of a table's sheet: what people read first, ids at the right end."""
    columns = columns_of(table)
    shown = [Heading(t(column.heading), column) for column in columns]
    ids = [
        Heading(t("{heading}: id", heading=t(column.heading)), column, ids=True)
        for column in columns
        if column.names_records
    ]
    return (*shown, Heading(t(ID)), *ids)


class _Pages:
    """One map on its way into cells."""

    def __init__(self, journey: Journey, t: Catalogue) -> None:
        self._journey, self._t = journey, t
        self._tree: dict[str, Any] = mended(raw_journey(journey))
        self._records = {kind.TABLE: self._of(kind) for kind in RECORDS}
        self._codec = Codec(t, Names(self._records))
        self._exact: dict[Key, Any] = {}

    def _of(self, kind: type[Record]) -> dict[str, Any]:
        """The raw records of a kind in the order in which people read them; what is set aside left out."""
        table = self._tree.get(kind.TABLE)
        ids = _in_reading_order(kind, self._journey)
        return {id: table[id] for id in map(mended, ids) if id in table} if isinstance(table, dict) else {}

    def made(self) -> Pages:
        """Everything: head, tables, and beside them what is left."""
        head = tuple(self._head())
        tables = tuple(self._page(kind.TABLE) for kind in RECORDS)
        self._keep_the_rest()
        return Pages(head, tables, self._exact)

    def _head(self) -> Iterable[tuple[Column, Shown | None, Shown | None]]:
        """The map's own facts; where one points at a record its id stands in a third cell."""
        raw = {name: value for name, value in self._tree.items() if name in _names(HEAD)}
        columns = columns_of(HEAD)
        cells = self._cells(HEAD, "", raw)
        ids = iter(cells[len(columns) :])
        for column, cell in zip(columns, cells, strict=False):
            yield column, cell, next(ids) if column.names_records else None

    def _page(self, table: str) -> Page:
        taken: set[str] = set()
        rows = []
        for id, raw in self._records[table].items():
            shown = self._id_shown(table, id, taken)
            taken.add(shown)
            columns = columns_of(table)
            cells = self._cells(table, shown, raw)
            values, ids = cells[: len(columns)], cells[len(columns) :]
            rows.append([*values, Shown(shown, "id"), *ids])
        return Page(table, headings_of(table, self._t), tuple(rows))

    def _id_shown(self, table: str, id: str, taken: set[str]) -> str:
        """The id, or a stand-in for one that a cell cannot hold; its own then stands beside."""
        if as_read(printable(id)) == id and id not in taken and id.strip() == id:
            return id
        number = len(taken) + 1
        while f"id-{number}" in taken or f"id-{number}" in self._records[table]:
            number += 1
        self._exact[Key(table, f"id-{number}", REAL_ID)] = id
        return f"id-{number}"

    def _cells(self, table: str, id: str, raw: Mapping[str, Any]) -> Cells:
        """A record's cells, names before ids; what they cannot say exactly goes beside."""
        columns = columns_of(table)
        values = [self._value(column, raw) for column in columns]
        ids = [self._ids(column, raw) for column in columns if column.names_records]
        said = read_fields(table, self._codec, *_as_read(table, values, ids))
        for name, value in raw.items():
            if name not in said or not same(said[name], value):
                self._exact[Key(table, id, name)] = value
        return [*values, *ids]

    def _value(self, column: Column, raw: Mapping[str, Any]) -> Shown | None:
        value = at_path(raw, column.path)
        return self._codec.show_names(value) if column.names_records else self._codec.show(column, value)

    def _ids(self, column: Column, raw: Mapping[str, Any]) -> Shown | None:
        return self._codec.show_ids(at_path(raw, column.path))

    def _keep_the_rest(self) -> None:
        """Tables and records that are set aside, names nobody knows, and tables that are there but empty."""
        for name, value in self._tree.items():
            if name in _names(HEAD):
                continue
            records = self._records.get(name)
            if records is None or not isinstance(value, dict) or not value:
                self._exact[Key(name, "", "")] = value
                continue
            for id, raw in value.items():
                if id not in records:
                    self._exact[Key(name, id, "")] = raw


def read_fields(table: str, codec: Codec, values: Sequence[Any], ids: Mapping[str, Any]) -> dict[str, Any]:
    """A record's fields as its cells say them; parts are put together again."""
    found: dict[str, Any] = {}
    for column, cell in zip(columns_of(table), values, strict=True):
        if column.names_records:
            value = codec.read_reference(column, cell, ids.get(column.name))
        else:
            value = codec.read(column, cell)
        if value is not ABSENT:
            place = found
            for name in column.path[:-1]:
                place = place.setdefault(name, {})
            place[column.path[-1]] = value
    return found


def _as_read(table: str, values: Cells, ids: Cells) -> tuple[list[Any], dict[str, Any]]:
    """What a reader of the sheet would find in the cells."""
    names = [column.name for column in columns_of(table) if column.names_records]
    found = [None if cell is None else as_read(cell.value) for cell in ids]
    return [None if cell is None else as_read(cell.value) for cell in values], dict(
        zip(names, found, strict=True)
    )


def _names(table: str) -> frozenset[str]:
    return frozenset(column.path[0] for column in columns_of(table))


def _in_reading_order(kind: type[Record], journey: Journey) -> Iterable[str]:
    orders: Mapping[type[Record], Iterable[Record]] = {
        Lane: lanes_in_order(journey),
        Stage: stages_in_order(journey),
        Step: steps_in_order(journey),
    }
    return [record.id for record in orders.get(kind, journey.of(kind).values())]
