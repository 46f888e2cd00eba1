"""The hand-off matrix: each pair of units once, its hours, its walls, and each unit's sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeymap.report import signs
from journeymap.report.block import Drawing
from journeymap.report.lines import Span, lay, shortened
from journeymap.report.matter import Matter
from journeymap.report.palette import HAIR, INK, LIKELY, PALE
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import DATA, LABEL, MATRIX, NOTE, WALL_NUMBER

CELL = 44.0
HEAD = 26.0
NAMES = 92.0
SUMS = 108.0
MOST_UNITS = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands between two units: an amount, wall names; or a seam where both know."""

    amount: float | None
    walls: Sequence[str]
    suspected: bool = False
    seam: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Units, the one with most wall hours first, and what stands between them."""

    units: Sequence[str]
    pairs: Mapping[frozenset[str], Pair]
    sums: Mapping[str, float]


def matrix_chart(matter: Matter, matrix: Matrix, alt: str) -> Drawing:
    """Triangular: a wall has two sides and no guilty direction."""
    units = matrix.units
    tall = HEAD + CELL * (len(units) - 1)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        room = width - NAMES - SUMS - 24
        wide = min(room / (len(units) - 1), 84.0)
        _heads(sheet, units, x + NAMES, y, wide, matter.t.language)
        for row in range(1, len(units)):
            top = y + HEAD + (row - 1) * CELL
            _name(sheet, units[row], x, top, matter.t.language)
            for number in range(len(units) - 1):
                left = x + NAMES + number * wide
                if number >= row:
                    sheet.box(left, top, wide, CELL, PALE)
                    continue
                pair = matrix.pairs.get(frozenset((units[row], units[number])))
                if pair is not None:
                    _pair(sheet, matter, pair, left, top, wide, _most(matrix))
            sheet.rule(x, top + CELL, x + NAMES + (len(units) - 1) * wide, top + CELL, 0.5, HAIR)
        sheet.rule(x, y + HEAD, x + width, y + HEAD, 0.8)
        _sums(sheet, matter, matrix, x + width - SUMS, y, tall)
        sheet.rule(x, y + tall, x + width, y + tall, 0.8)

    return Drawing(tall, paint, alt)


def _most(matrix: Matrix) -> float:
    return max((pair.amount or 0.0 for pair in matrix.pairs.values()), default=0.0) or 1.0


def _heads(sheet: Sheet, units: Sequence[str], x: float, y: float, wide: float, language: str) -> None:
    for number, unit in enumerate(units[:-1]):
        said = [Span(unit, LABEL)]
        lines = lay(said, wide - 6, language)[:2]
        top = y + HEAD - 6 - (len(lines) - 1) * 11 - LABEL.ascent
        sheet.lines(x + number * wide + 3, top, lines, said, wide - 6, "center", 11)


def _name(sheet: Sheet, unit: str, x: float, y: float, language: str) -> None:
    said = [Span(unit, LABEL)]
    lines = lay(said, NAMES - 8, language)[:3]
    top = y + CELL / 2 + 3 - (len(lines) - 1) / 2 * 11.5 - LABEL.ascent
    sheet.lines(x, top, lines, said, NAMES, leading=11.5)


def _pair(
    sheet: Sheet, matter: Matter, pair: Pair, x: float, y: float, wide: float, most: float
) -> None:  # fmt: skip
    middle = x + wide / 2
    if pair.seam:
        sheet.text(middle, y + CELL / 2 + 3, matter.t("seam"), NOTE, "center")
        return
    amount = pair.amount or 0.0
    if pair.amount is not None:
        sheet.text(middle, y + 13, matter.t.number(amount), MATRIX, "center")
    long = max(8.0, (wide - 14) * amount / most)
    signs.bricks(sheet, middle - long / 2, y + 21, long, pair.suspected, 8)
    sheet.text(
        middle, y + 37, shortened("\u2002".join(pair.walls), WALL_NUMBER, wide - 4), WALL_NUMBER, "center"
    )


def _sums(sheet: Sheet, matter: Matter, matrix: Matrix, x: float, y: float, tall: float) -> None:
    if not any(matrix.sums.values()):
        return
    sheet.text(x, y + HEAD - 6, matter.t("Per unit"), LABEL)
    pitch = min(33.0, (tall - HEAD) / len(matrix.units))
    most = max(matrix.sums.values(), default=0.0) or 1.0
    small = pitch < 26
    for number, unit in enumerate(matrix.units):
        top = y + HEAD + 3 + number * pitch
        amount = matrix.sums.get(unit, 0.0)
        long = max(0.6, amount / most * (SUMS - 40))
        if not small:
            sheet.text(x, top + 9, shortened(unit, NOTE.in_color(INK), SUMS), NOTE.in_color(INK))
            top += 12
        sheet.box(x, top, long, 8, LIKELY)
        sheet.text(x + long + 4, top + 7.5, matter.t.number(amount), DATA)
