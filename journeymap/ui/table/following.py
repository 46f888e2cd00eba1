"""What the table follows: the sheet of what is selected elsewhere, the cell that undo has changed."""

from __future__ import annotations

from journeymap.analysis.findings import Findings
from journeymap.edit.document import Edited
from journeymap.model.ids import Id
from journeymap.sheets.book import sheet_of
from journeymap.sheets.grid import Cell, Grid
from journeymap.ui.desk import Desk


def sheet_for(desk: Desk, id: str) -> str | None:
    """The sheet on which something selected has its row: a record, or a wall by its finding's key."""
    record = desk.journey.get(Id(id))
    if record is not None:
        sheet = sheet_of(record)
        return sheet.name if sheet is not None else None
    walls = desk.work.findings.walls
    return "walls" if any(finding.key == id for finding in walls) else None


def changed_cell(grid: Grid, news: Edited, findings: Findings) -> Cell | None:
    """The first cell of the sheet that became another one; None where nothing here did.

    Where rows that were made here are gone it is the empty row, in which they can be made again.
    """
    before = grid.known.then(news.before, findings)
    if any(grid.is_unmade(id) for id in news.change.entries):
        return (len(grid.rows), 0)
    for row, id in enumerate(grid.rows):
        if id not in news.change.entries:
            continue
        old, now = grid.sheet.line(before, id), grid.line(row)
        if old is None or now is None:
            return (row, 0)
        for place, column in enumerate(grid.columns):
            if column.get(before, old) != column.get(grid.known, now):
                return (row, place)
    return None
