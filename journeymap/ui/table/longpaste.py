"""A paste: at once where it is small, else beside the window, with a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymap.sheets.grid import Cell, Grid
from journeymap.sheets.outcome import DONE, Outcome
from journeymap.sheets.pasting import paste
from journeymap.ui.background import Work
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.busy import wait_for

LONG = 150_000
"""Lines pasted times rows there are, from which it takes longer than the eye waits."""


def pasted(desk: Desk, grid: Grid, text: str, where: tuple[Cell, tuple[int, int]], over: QWidget) -> Outcome:
    """Paste a block; DONE where it was stopped, with nothing changed. RefusedError as an edit raises it."""
    lines = text.count("\n") + 1
    if lines * (lines + len(grid.rows)) < LONG:
        return paste(grid, text, *where)
    aside = grid.aside()
    work = Work(lambda: paste(aside, text, *where))
    words = desk.t.plural("Pasting {n} row…", "Pasting {n} rows…", lines)
    if not wait_for(work, desk.look, words, desk.t("Stop pasting"), over.window()):
        return DONE
    outcome = work.answer()
    return outcome if grid.take(aside) else paste(grid, text, *where)
