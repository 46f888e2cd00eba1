"""A paste: at once where it is small, else beside the window, with a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from journeymap.sheets.grid import Cell, Grid
from journeymap.sheets.outcome import DONE, Outcome
from journeymap.sheets.pasting import paste
from journeymap.ui.background import Work
from journeymap.ui.desk import Desk

Wait = Callable[[Work[Any], str, str], bool]
"""Waits for the work; says what it is in the first words, and stops waiting on the second."""
LONG = 150_000
"""Lines pasted times rows there are, from which it takes longer than the eye waits."""


def pasted(desk: Desk, grid: Grid, text: str, where: tuple[Cell, tuple[int, int]], wait: Wait) -> Outcome:
    """Paste a block; DONE where it was stopped, with nothing changed. RefusedError as an edit raises it."""
    lines = text.count("\n") + 1
    if lines * (lines + len(grid.rows)) < LONG:
        return paste(grid, text, *where)
    aside = grid.aside()
    work = Work(lambda: paste(aside, text, *where))
    words = desk.t.plural("Pasting {n} row…", "Pasting {n} rows…", lines)
    if not wait(work, words, desk.t("Stop pasting")):
        return DONE
    outcome = work.answer()
    return outcome if grid.take(aside) else paste(grid, text, *where)
