"""What of a sheet is looked at: its rows in their order, filtered or not, and the texts of its cells.

No window is needed for any of it. Rows and columns are counted from 0 among those shown; the last row
is an empty one that becomes a record as soon as it has what such a record needs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from journeymap.analysis.findings import Findings
from journeymap.edit.document import Document
from journeymap.i18n import Catalogue
from journeymap.sheets.known import Known
from journeymap.sheets.ordering import Filter, Sorting, passes, sorted_rows, texts_in
from journeymap.sheets.outcome import NEW, Refused
from journeymap.sheets.sheet import Column, Line, Sheet

Cell = tuple[int, int]
"""Row and column, counted from 0 among those shown."""


class Shown:
    """The state of one sheet but for its edits. `refresh` after every edit and every examination."""

    def __init__(
        self, sheet: Sheet, document: Document, t: Catalogue, findings: Findings | None = None
    ) -> None:
        self.sheet, self.document, self.t = sheet, document, t
        self.columns: tuple[Column, ...] = tuple(column for column in sheet.columns if column.shown)
        self.rows: tuple[str, ...] = ()
        self.numbers: Mapping[str, int] = {}
        self.sorting: Sorting | None = None
        self.filter = Filter()
        self.draft: dict[str, str] = {}
        self.refused: dict[tuple[str, str], Refused] = {}
        self.fresh: str | None = None
        """The row just put in between others, while it still waits for its name."""
        self._late: list[str] = []
        """Rows made here, also one whose making is undone: made again it stands there again."""
        self._making = False
        self._order: list[str] | None = None
        self._passing: set[str] = set()
        self.known = Known(document.journey, findings or Findings(), t)
        self._arrange(afresh=True)

    # -- what is shown ----------------------------------------------------------------------------

    @property
    def height(self) -> int:
        """Rows shown, the empty last one included."""
        return len(self.rows) + (self.sheet.make is not None)

    def refresh(self, findings: Findings) -> bool:
        """Show the journey as it is now; whether other rows are shown, or in another order."""
        before = self.known
        if before.journey is self.document.journey and before.findings is findings:
            return False
        self.known = before.then(self.document.journey, findings)
        rows = self.rows
        self._arrange(before=before)
        return rows != self.rows

    def settle(self) -> None:
        """The sheet is turned to anew: rows made here stand where the map has them."""
        self._late.clear()
        self._arrange(afresh=True)

    def show_columns(self, names: Collection[str]) -> None:
        """Show these columns, in the sheet's order; one nobody can do without always stands."""
        wanted = [column for column in self.sheet.columns if column.name in names]
        self.columns = tuple(wanted) or self.sheet.columns[:1]

    def row_id(self, row: int) -> str:
        """The id of a row; NEW for the empty last one."""
        return self.rows[row] if row < len(self.rows) else NEW

    def line(self, row: int) -> Line:
        """What a row is about; None for the empty last one."""
        id = self.row_id(row)
        return None if id == NEW else self.sheet.line(self.known, id)

    def value(self, row: int, column: int) -> Any:
        """The value of a cell, None where nothing is known."""
        line = self.line(row)
        return None if line is None else self.columns[column].get(self.known, line)

    def text(self, row: int, column: int) -> str:
        """What a cell shows: its value, or what was typed and could not be taken."""
        return self._text(row, column, exact=False)

    def exact(self, row: int, column: int) -> str:
        """What a cell is edited and copied as, every digit of it."""
        return self._text(row, column, exact=True)

    def refusal(self, row: int, column: int) -> Refused | None:
        """What a cell was last told and did not take."""
        return self.refused.get((self.row_id(row), self.columns[column].name))

    def asked(self, row: int, column: int) -> str:
        """What is to be written in this cell of a new row that others have been begun for."""
        wanted = self.columns[column]
        if self.row_id(row) != NEW or not self.draft or not wanted.needed or self.draft.get(wanted.name):
            return ""
        return wanted.ask

    def offers(self, row: int, column: int) -> Sequence[str]:
        """What can be taken while one types in a cell."""
        return self.columns[column].kind_of(self.line(row)).offers(self.known)

    def row_words(self, row: int) -> str:
        """What a row is called."""
        line = self.line(row)
        return "" if line is None else self.sheet.row_words(self.known, line)

    def _text(self, row: int, column: int, *, exact: bool) -> str:
        refused = self.refusal(row, column)
        if refused is not None:
            return refused.text
        shown, line = self.columns[column], self.line(row)
        if line is None:
            return self.draft.get(shown.name, "")
        kind, value = shown.kind_of(line), shown.get(self.known, line)
        return kind.exact(value, self.known) if exact else kind.text(value, self.known)

    # -- order and filter -------------------------------------------------------------------------

    def sort(self, sorting: Sorting | None) -> None:
        """Sort by a column and keep that order while one works; None: the map's order again."""
        self.sorting = sorting
        self._late.clear()
        self._arrange(afresh=True)

    def choose(self, wanted: Filter) -> None:
        """Show only rows that say this; one that is edited stays until the filter changes."""
        self.filter = wanted
        self._arrange(afresh=True)

    def texts_in(self, column: Column) -> list[str]:
        """All texts of a column, for its filter."""
        return texts_in(self.sheet, column, self.known, self.sheet.rows(self.known))

    @contextmanager
    def making(self) -> Iterator[None]:
        """Rows that come to the sheet meanwhile are made here."""
        self._making = True
        try:
            yield
        finally:
            self._making = False

    def made_here(self, ids: Sequence[str]) -> None:
        """These rows were made here and stay at the end until the sheet is turned to anew."""
        self._late += [id for id in ids if id not in self._late]
        self._passing.update(ids)

    def is_unmade(self, id: str) -> bool:
        """Whether the row was made here and is there no more."""
        return id in self._late and id not in self.numbers

    def _arrange(self, *, afresh: bool = False, before: Known | None = None) -> None:
        of_map = list(self.sheet.rows(self.known))
        if self._making:
            self.made_here([id for id in of_map if id not in self.numbers])
        self.numbers = {id: number for number, id in enumerate(of_map, 1)}
        made = [id for id in self._late if id in self.numbers]
        if self.sorting is not None and (afresh or self._order is None):
            self._order = sorted_rows(self.sheet, self.known, of_map, self.sorting)
        elif self.sorting is None:
            self._order = None
        first = of_map if self._order is None else [id for id in self._order if id in self.numbers]
        late = set(made) if self._order is None else set(of_map) - set(first)
        tail = made if self._order is None else [id for id in of_map if id in late]
        ordered = [id for id in first if id not in late] + list(tail)
        self.rows = tuple(ordered if not self.filter else self._filtered(ordered, afresh, before))
        self._forget_refusals()

    def _filtered(self, rows: Sequence[str], afresh: bool, before: Known | None) -> list[str]:
        """Rows that pass, and those that did and were edited since; only what changed is looked at."""
        if afresh:
            self._passing = set()
        for id in rows:
            if id in self._passing:
                continue
            if not afresh and before is not None and self._same(before, id):
                continue
            if passes(self.sheet, self.columns, self.known, id, self.filter):
                self._passing.add(id)
        return [id for id in rows if id in self._passing]

    def _same(self, before: Known, id: str) -> bool:
        old = self.sheet.line(before, id)
        return old is not None and old is self.sheet.line(self.known, id)

    def _forget_refusals(self) -> None:
        gone = [key for key in self.refused if key[0] != NEW and key[0] not in self.numbers]
        for key in gone:
            del self.refused[key]
