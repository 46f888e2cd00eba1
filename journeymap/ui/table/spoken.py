"""What a screen reader hears of a table: headings with their sorting, rows by name, cells in words."""

from __future__ import annotations

from journeymap.i18n import N_, Catalogue
from journeymap.picture.telling import Telling
from journeymap.sheets.grid import Grid
from journeymap.sheets.kinds import Tick
from journeymap.sheets.known import Known
from journeymap.sheets.outcome import NEW

SORTED = {False: N_("{column}, sorted upwards"), True: N_("{column}, sorted downwards")}


class Spoken:
    """Words for one language; whole sentences about steps are worked out only when somebody listens."""

    def __init__(self, t: Catalogue) -> None:
        self._t = t
        self._told: tuple[Known, Telling] | None = None

    def heading(self, grid: Grid, column: int) -> str:
        """The column's heading as it is shown."""
        return self._t(grid.columns[column].words)

    def column(self, grid: Grid, column: int) -> str:
        """The heading with what is done to it: sorted, filtered."""
        shown, words = grid.columns[column], self.heading(grid, column)
        if grid.sorting is not None and grid.sorting.column == shown.name:
            words = self._t(SORTED[grid.sorting.descending], column=words)
        if shown.name in grid.filter.only:
            words = self._t("{column}, filtered", column=words)
        return words

    def row(self, grid: Grid, row: int) -> str:
        """ "6. The desk takes in": number and name; the empty row says what it is for."""
        if grid.row_id(row) == NEW:
            return self._t("New row")
        number = grid.numbers.get(grid.row_id(row), row + 1)
        return self._t("{n}. {name}", n=number, name=_heard(grid.row_words(row)))

    def cell(self, grid: Grid, row: int, column: int) -> str:
        """The cell's words; a box says whether it is ticked, an empty cell that it is empty."""
        text = _heard(grid.text(row, column))
        refused = grid.refusal(row, column)
        if refused is not None:
            return self._t("{text}. Not taken: {reason}", text=text, reason=refused.reason.said(self._t))
        if isinstance(grid.columns[column].kind, Tick):
            return self._t("checked") if grid.value(row, column) else self._t("not checked")
        asked = grid.asked(row, column)
        return text or (self._t(asked) if asked else self._t("empty"))

    def more(self, grid: Grid, row: int, column: int) -> str:
        """In the first column all that is to be known of what the row is about (WORDS 6)."""
        id = grid.row_id(row)
        return "" if column or id == NEW else self._telling(grid.known).of(id)

    def _telling(self, known: Known) -> Telling:
        if self._told is None or self._told[0] is not known:
            self._told = (known, Telling(known.journey, known.findings, self._t))
        return self._told[1]


def _heard(text: str) -> str:
    """A soft hyphen is for the eye."""
    return text.replace("\u00ad", "")
