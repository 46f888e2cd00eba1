"""How wide a column begins: as meant, wider where its heading or its words need it, within bounds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFontMetrics

from journeymap.sheets.grid import Grid
from journeymap.ui.look import Look
from journeymap.ui.sheet import font
from journeymap.ui.table.cells import PAD

LOOKED_AT = 200
"""Rows that are measured: what stands further down has to do with the width that these gave."""
NAME_AT_MOST, GROWS = 420, 1.5
"""The widest a column of names becomes (px at text size 100 %); how much wider others may be than meant."""
MARK = 24
"""Room for the sign behind a name (px at text size 100 %)."""


def widths_for(look: Look, grid: Grid, heading: Callable[[int], int]) -> dict[str, int]:
    """Column → px; `heading` says how wide the heading at a place wants to be."""
    metrics = QFontMetrics(font(look, 13))
    return {
        column.name: _width(look, grid, place, heading(place), metrics)
        for place, column in enumerate(grid.columns)
    }


def _width(look: Look, grid: Grid, place: int, heading: int, metrics: QFontMetrics) -> int:
    column = grid.columns[place]
    meant = look.px(column.width)
    most = look.px(NAME_AT_MOST if column.needed else GROWS * column.width)
    rows = range(min(grid.height, LOOKED_AT))
    words = max((metrics.horizontalAdvance(grid.text(row, place)) for row in rows), default=0)
    room = look.px(2 * PAD + (MARK if column.needed else 0))
    return min(max(meant, heading, words + room), max(most, meant))
