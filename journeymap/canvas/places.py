"""Where something dragged would land: in which lane, and in a column or between two."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.canvas.sight import Sight
from journeymap.model.ids import Id
from journeymap.picture.prims import Box

EDGE = 0.16
"""The share of a column's width at either side that means "between this and the next"."""
PITCH = 144.0
"""The width of a column that is not there yet."""


@dataclass(frozen=True, slots=True)
class Place:
    """A lane and a column; `box` is the cell, or with `between` the gutter that opens."""

    lane: Id
    column: float
    box: Box
    between: bool = False


def place_at(sight: Sight, x: float, y: float) -> Place | None:
    """The place under a point; outside the lanes the nearest lane, outside the columns a new one."""
    bands = sight.picture.lane_bands
    if not bands:
        return None
    lane = sight.lane_at(y) or (bands[0][0] if y < bands[0][1].y else bands[-1][0])
    band = sight.lane_band(lane)
    column, left, width, between = _column_at(sight, x)
    return Place(lane, column, Box(left, band.y, width, band.h), between)


def _column_at(sight: Sight, x: float) -> tuple[float, float, float, bool]:
    """Column, left edge, width and whether it lies between two columns that are there."""
    columns = sight.picture.column_bands
    if not columns:
        return 0.0, sight.picture.header_width, PITCH, False
    first, last = columns[0], columns[-1]
    if x >= last[1].right:
        return last[0] + 1, last[1].right, PITCH, False
    if x < first[1].x + EDGE * first[1].w:
        return first[0] - 1, first[1].x, 0.0, True
    before = first
    for column, band in columns:
        if x < band.x + EDGE * band.w and column != before[0]:
            return (before[0] + column) / 2, band.x, 0.0, True
        if x < band.right - EDGE * band.w:
            return column, band.x, band.w, False
        before = (column, band)
    return last[0] + 1, last[1].right, 0.0, True
