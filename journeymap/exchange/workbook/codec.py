"""One field of a record as a cell people can read and change, and back again."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from journeymap.edit.tables.cells import Cell, Fault, text_of
from journeymap.edit.tables.values import UnreadError
from journeymap.exchange.workbook.cells import Shown, as_read, printable
from journeymap.exchange.workbook.columns import Column, columns_of
from journeymap.exchange.workbook.forms import READ, SHOW, Speech, words_of
from journeymap.exchange.workbook.names import Names
from journeymap.i18n import Catalogue


class Absent:
    """Nothing stands in the cell: the field is not said."""


ABSENT = Absent()


class Codec:
    """Shows and reads the fields of one workbook, in one language."""

    def __init__(self, t: Catalogue, names: Names) -> None:
        self._names = names
        self._speech = Speech(t, names)

    def show(self, column: Column, raw: Any) -> Shown | None:
        """The cell for a raw value; None leaves it empty. What no cell can say is shown as well as may be."""
        if raw is None:
            return None
        shown = SHOW[column.field.form](self._speech, column, raw)
        return shown if shown is not None else Shown(printable(json.dumps(raw, ensure_ascii=False)))

    def show_names(self, raw: Any) -> Shown | None:
        """The names of the records that a field points at, one a line."""
        ids = raw if isinstance(raw, list) else [raw]
        said = [self._names.label(id) for id in ids]
        return Shown(printable("\n".join(said))) if any(said) else None

    def read(self, column: Column, cell: Cell) -> Any:
        """The raw value a cell stands for, ABSENT for none; words that cannot be read stay words."""
        if cell is None or cell == "" or isinstance(cell, Fault):
            return ABSENT
        try:
            return READ[column.field.form](self._speech, column, cell)
        except UnreadError:
            return text_of(cell)

    def read_reference(self, column: Column, named: Cell, ids: Cell) -> Any:
        """Which records two cells point at: by id, unless the names beside it were changed by hand."""
        said = words_of(ids)
        known: Any = said.split("\n") if column.field.form == "list" and said else said
        shown = self.show_names(known) if said else None
        if said and (shown is None or as_read(shown.value) == (named if named else None)):
            return known
        found = [self._resolved(column, line) for line in words_of(named).split("\n") if line.strip()]
        if not found:
            return ABSENT
        if None in found:
            return known if said else words_of(named)
        return found if column.field.form == "list" else found[0]

    def shows(self, table: str, name: str, raw: Any, values: Sequence[Cell], ids: Mapping[str, Cell]) -> bool:
        """Whether cells still show this field as it would be shown: nobody has changed it by hand."""
        for column, cell in zip(columns_of(table), values, strict=True):
            if column.path[0] != name:
                continue
            value = at_path({name: raw}, column.path)
            shown = self.show_names(value) if column.names_records else self.show(column, value)
            if not alike(shown, cell):
                return False
            if column.names_records and not alike(self.show_ids(value), ids.get(column.name)):
                return False
        return True

    def show_ids(self, raw: Any) -> Shown | None:
        """The ids that a field points at, one a line."""
        said = "\n".join(map(str, raw)) if isinstance(raw, list) else str(raw or "")
        return Shown(printable(said), "id") if said else None

    def _resolved(self, column: Column, name: str) -> str | None:
        return self._names.find(name, column.field.targets)


def at_path(raw: Any, path: Sequence[str]) -> Any:
    """What a tree holds at a place; None where there is none."""
    for name in path:
        raw = raw.get(name) if isinstance(raw, dict) else None
    return raw


def alike(shown: Shown | None, cell: Cell) -> bool:
    """Whether a cell holds what was written, as far as programs keep it: the last digits may differ."""
    wanted = None if shown is None else as_read(shown.value)
    found = None if cell == "" else cell
    if isinstance(wanted, date) and isinstance(found, date):
        return wanted.isoformat() == found.isoformat()[:10]
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return math.isclose(wanted, found, rel_tol=1e-12)
    return wanted == found
