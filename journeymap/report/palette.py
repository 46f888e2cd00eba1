"""The report's colours, columns and measures: REPORT-DESIGN 2 and 4, in points and hex."""

from __future__ import annotations

from typing import Final

MM: Final = 72 / 25.4

INK: Final = "#17212B"
SEC: Final = "#4B5864"
BRICK: Final = "#9C2408"
"""Walls and wall numbers only; the same brick as on the printed map (VISUAL 2)."""
LEAST: Final = "#174A5E"
LIKELY: Final = "#5F93A8"
MOST: Final = "#CADCE3"
VALUE: Final = "#2F3941"
WAIT: Final = "#93A0A9"
WORK: Final = "#D9DFE3"
RULE: Final = "#B9C1C8"
HAIR: Final = "#DDE2E6"
PALE: Final = "#F3F5F6"
WHITE: Final = "#FFFFFF"
COLORS: Final = (INK, SEC, BRICK, LEAST, LIKELY, MOST, VALUE, WAIT, WORK, RULE, HAIR, PALE, WHITE)

A4: Final = (210 * MM, 297 * MM)
MARGIN: Final = 18 * MM
TEXT_WIDTH: Final = A4[0] - 2 * MARGIN
GUTTER: Final = 4 * MM
COLUMNS: Final = 12
HEADER_LINE: Final = 15 * MM + 7
HEADER_RULE: Final = 15 * MM + 14
TOP: Final = HEADER_RULE + 12
FOOT_RULE: Final = 11 * MM + 12
FOOT_LINE: Final = 11 * MM
"""Distances of the footer from the lower edge; all others from the upper one."""


def bottom(height: float) -> float:
    """The last line that text may reach on a page so high: 8 pt above the footer's rule."""
    return height - FOOT_RULE - 8


def span(columns: float, width: float = TEXT_WIDTH) -> float:
    """How wide so many of the twelve columns are, their gutters included."""
    one = (width - (COLUMNS - 1) * GUTTER) / COLUMNS
    return columns * one + (columns - 1) * GUTTER


def column(index: int, width: float = TEXT_WIDTH) -> float:
    """Where a column begins, from the left edge of the text."""
    return index * (span(1, width) + GUTTER)
