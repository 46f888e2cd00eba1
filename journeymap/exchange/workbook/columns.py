"""The columns of each table's sheet, made from the records themselves: nothing can be forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from journeymap.exchange.workbook.words import WORDS, heading, place
from journeymap.model.records import RECORDS, Head, Part, Record
from journeymap.storage.shapes import Field, fields_of

HEAD = ""
"""The map's own facts stand in a table without a name."""
KINDS: Mapping[str, type[Record]] = {HEAD: Head, **{kind.TABLE: kind for kind in RECORDS}}


class Column(NamedTuple):
    """One cell of a record: its place in the file ("votes", "yes"), the field, its heading (English)."""

    table: str
    path: tuple[str, ...]
    field: Field
    heading: str

    @property
    def name(self) -> str:
        """The place as one word: "votes.yes"."""
        return ".".join(self.path)

    @property
    def words(self) -> Mapping[str, str] | None:
        """The file's fixed words of this field, if it has such."""
        return WORDS.get((self.table, self.name))

    @property
    def names_records(self) -> bool:
        """Whether it points at other records: they are shown by name, their ids stand in a second cell."""
        return bool(self.field.targets) and self.field.form != "map"


@cache
def columns_of(table: str) -> tuple[Column, ...]:
    """The cells of one record, parts taken apart, what people look for first."""
    made = [column for field in fields_of(KINDS[table]) for column in _of_field(table, (), field)]
    return tuple(sorted(made, key=lambda column: place(table, column.name)))


def _of_field(table: str, before: tuple[str, ...], field: Field) -> list[Column]:
    path = (*before, field.name)
    if field.part is not None:
        return [column for inner in _inner(field.part) for column in _of_field(table, path, inner)]
    return [Column(table, path, field, heading(table, ".".join(path)))]


def _inner(part: type[Part]) -> tuple[Field, ...]:
    return fields_of(part)
