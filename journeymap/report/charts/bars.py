"""Plain bars, the waterfall of the parts, and the parts of each friction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from journeymap.report.block import Drawing
from journeymap.report.lines import shortened, width_of
from journeymap.report.palette import LIKELY, VALUE, WAIT, WHITE, WORK
from journeymap.report.sheet import Sheet
from journeymap.report.signs import rank_circle
from journeymap.report.typefaces import DATA, LABEL, TABLE, Type

PITCH = 18.0
BAR = 12.0
FALL = 24.0
FALL_BAR = 16.0
FIGURE = Type(9, 12, 600, tabular=True)


class Bar(NamedTuple):
    """A labelled amount; an outlined one stands for something missing."""

    label: str
    value: float
    figure: str
    outlined: bool = False


class Parted(NamedTuple):
    """A friction's amount in its parts: value not received, waiting, own work."""

    rank: int
    decides: bool
    title: str
    value: float
    wait: float
    work: float
    figure: str


def plain_bars(bars: Sequence[Bar], alt: str, label_width: float) -> Drawing:
    """Bars from a common left edge, longest scale of them all; label at the left, figure at the end."""

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        left = x + label_width
        room = width - label_width - max(width_of(bar.figure, DATA) for bar in bars) - 6
        scale = room / (max(bar.value for bar in bars) or 1)
        for number, bar in enumerate(bars):
            top = y + number * PITCH
            sheet.text(
                x, top + 9.5, shortened(bar.label, TABLE, label_width - 8), LABEL if bar.outlined else TABLE
            )
            long = max(bar.value * scale, 1)
            _bar(sheet, left, top, long, WHITE if bar.outlined else LIKELY, bar.outlined)
            sheet.text(left + long + 5, top + 9.5, bar.figure, DATA)

    return Drawing(len(bars) * PITCH, paint, alt)


def _bar(
    sheet: Sheet, x: float, y: float, width: float, fill: str, outlined: bool, tall: float = BAR
) -> None:
    sheet.box(x, y, width, tall, fill, WAIT if outlined or fill == WORK else None, 0.5)


def waterfall(parts: Sequence[tuple[str, float, str]], total: tuple[str, float, str], alt: str) -> Drawing:
    """Parts that add up to the total, each beginning where the one before ended.

    `parts` and `total`: label, amount, figure as printed; a part of nothing is left out.
    """
    fills = dict(zip((label for label, _, _ in parts), (WAIT, WORK, VALUE), strict=False))
    shown = [part for part in parts if part[1] > 0]

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        left = x + width * 0.23
        scale = (width * 0.77 - 48) / (total[1] or 1)
        start = left
        for number, (label, amount, figure) in enumerate(shown):
            top = y + number * FALL
            sheet.text(x, top + 11.5, label, TABLE)
            _bar(sheet, start, top, amount * scale, fills[label], False, FALL_BAR)
            start += amount * scale
            sheet.text(start + 5, top + 11.5, figure, FIGURE)
            sheet.rule(start, top + FALL_BAR, start, top + FALL, 0.5, WAIT)
        top = y + len(shown) * FALL
        sheet.text(x, top + 11.5, total[0], LABEL)
        sheet.box(left, top, total[1] * scale, FALL_BAR, WHITE, VALUE, 0.9)
        sheet.text(left + total[1] * scale + 5, top + 11.5, total[2], FIGURE)

    return Drawing((len(shown) + 1) * FALL, paint, alt)


def parted_bars(rows: Sequence[Parted], key: Sequence[tuple[str, str]], alt: str) -> Drawing:
    """Each friction's amount stacked from its parts, one scale for all; the key stands under it."""
    label = min(max(width_of(row.title, TABLE) for row in rows) + 32, 290)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        left = x + label
        most = max(row.value + row.wait + row.work for row in rows) or 1
        scale = (width - label - 44) / most
        for number, row in enumerate(rows):
            _parted(sheet, x, y + number * PITCH, left, scale, row)
        _key(sheet, x + width, y + len(rows) * PITCH + 6, key)

    return Drawing(len(rows) * PITCH + 20, paint, alt)


def _parted(sheet: Sheet, x: float, y: float, left: float, scale: float, row: Parted) -> None:
    rank_circle(sheet, x + 7, y + 6, row.rank, row.decides, 6.4)
    sheet.text(x + 19, y + 9.5, shortened(row.title, TABLE, left - x - 26), TABLE)
    for amount, fill in ((row.value, VALUE), (row.wait, WAIT), (row.work, WORK)):
        if amount * scale > 0.2:
            _bar(sheet, left, y, amount * scale, fill, False)
            left += amount * scale
    sheet.text(left + 5, y + 9.5, row.figure, DATA)


def _key(sheet: Sheet, right: float, y: float, key: Sequence[tuple[str, str]]) -> None:
    """Colour squares with their words, right-aligned, in reading order."""
    wide = sum(width_of(word, TABLE) + 27 for word, _ in key)
    x = right - wide + 14
    for word, fill in key:
        _bar(sheet, x, y + 1, 8, fill, False, 8)
        sheet.text(x + 12, y + 9, word, TABLE)
        x += width_of(word, TABLE) + 27
