"""One door to reading a table as it is matched."""

from __future__ import annotations

from journeymap.edit.tables.cells import Sheet
from journeymap.edit.tables.grid import read_grid, read_lists
from journeymap.edit.tables.matching import Matching
from journeymap.edit.tables.rows import read_rows
from journeymap.edit.tables.told import Heed, Told


def read_table(sheet: Sheet, matching: Matching, heed: Heed = lambda done: None) -> Told:
    """What the sheet tells, understood like this; `heed` hears how many rows are done and may raise."""
    if matching.layout == "grid":
        return read_grid(sheet, matching)
    if matching.layout == "lists":
        return read_lists(sheet, matching)
    return read_rows(sheet, matching, heed)
