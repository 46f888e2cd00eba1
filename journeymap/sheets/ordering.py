"""Which rows a table shows and in which order: the map's, or that of a column; filtered or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from journeymap.edit.suggest import plain
from journeymap.sheets.known import Known
from journeymap.sheets.sheet import Column, Sheet


class Sorting(NamedTuple):
    """The column that rows are sorted by."""

    column: str
    descending: bool = False


class Filter(NamedTuple):
    """What rows must say: `words` anywhere, and in some columns one of the chosen texts."""

    words: str = ""
    only: Mapping[str, frozenset[str]] = {}

    def __bool__(self) -> bool:
        return bool(self.words.strip() or self.only)

    def with_only(self, column: str, texts: frozenset[str] | None) -> Filter:
        """The same with these texts chosen in a column; None lets everything through there."""
        only = {name: chosen for name, chosen in self.only.items() if name != column}
        return self._replace(only=only if texts is None else {**only, column: texts})


def sorted_rows(sheet: Sheet, known: Known, rows: Iterable[str], sorting: Sorting) -> list[str]:
    """The rows by a column, equal ones in the order they had; what is unknown always comes last."""
    column = sheet.column(sorting.column)
    keyed = [(_key(sheet, column, known, row), row) for row in rows]
    there = [pair for pair in keyed if pair[0] is not None]
    there.sort(key=lambda pair: pair[0], reverse=sorting.descending)
    return [row for _, row in there] + [row for key, row in keyed if key is None]


def _key(sheet: Sheet, column: Column, known: Known, row: str) -> Any:
    line = sheet.line(known, row)
    return None if line is None else column.kind_of(line).key(column.get(known, line), known)


def text_of(sheet: Sheet, column: Column, known: Known, row: str) -> str:
    """What a cell shows."""
    line = sheet.line(known, row)
    return "" if line is None else column.kind_of(line).text(column.get(known, line), known)


def passes(sheet: Sheet, columns: Sequence[Column], known: Known, row: str, wanted: Filter) -> bool:
    """Whether a row says what is wanted; words are looked for in the shown columns, accents aside."""
    for name, chosen in wanted.only.items():
        if text_of(sheet, sheet.column(name), known, row) not in chosen:
            return False
    sought = plain(wanted.words)
    return not sought or any(
        sought in plain(text_of(sheet, column, known, row).replace("\u00ad", "")) for column in columns
    )


def texts_in(sheet: Sheet, column: Column, known: Known, rows: Iterable[str]) -> list[str]:
    """Every text that a column has in these rows, each once, in the column's own order."""
    first: dict[str, str] = {}
    for row in rows:
        first.setdefault(text_of(sheet, column, known, row), row)
    ordered = sorted_rows(sheet, known, first.values(), Sorting(column.name))
    return list(dict.fromkeys(text_of(sheet, column, known, row) for row in ordered))
