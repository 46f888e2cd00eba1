"""Cells that tables of several sections share: rank circle, bricks, interval bar, page links."""

from __future__ import annotations

from journeymap.analysis.findings import RankedFriction, WallMark
from journeymap.report import signs
from journeymap.report.block import Block, Drawing, Para, Sign, cell
from journeymap.report.estimate import is_guessed
from journeymap.report.lines import Span
from journeymap.report.matter import Matter, one_line
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import DATA, LABEL, TABLE, WALL_NUMBER


def rank_cell(matter: Matter, one: RankedFriction) -> Block:
    """The place in its circle, said as "number 3, decides"."""
    t, n = matter.t, matter.t.number(one.rank)
    says = t("number {n}, decides", n=n) if one.tier == "A" else t("number {n}, steals time", n=n)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        signs.rank_circle(
            sheet, x + max(signs.half_circle(one.rank, 6.6), 7), y + 6, one.rank, one.tier == "A", 6.6
        )

    return Sign(DATA.leading, paint, says)


def wall_cell(matter: Matter, mark: WallMark) -> Block:
    """Bricks and number, said as "wall M2, certain"."""
    t, name = matter.t, matter.mark_name(mark)
    says = t("wall {name}, certain", name=name) if mark.certain else t("wall {name}, suspected", name=name)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        signs.bricks(sheet, x, y + 6, 20, suspected=not mark.certain)
        sheet.text(x + 24, y + WALL_NUMBER.ascent, name, WALL_NUMBER)

    return Sign(WALL_NUMBER.leading, paint, says)


def bar_cell(matter: Matter, one: RankedFriction) -> Block:
    """The interval bar; its figures stand beside it, so it is decoration to a screen reader."""
    low, high = matter.bounds(one)
    best, end = matter.amount(one), matter.scale_end
    dashed = is_guessed(matter.friction(one.id))

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        signs.interval_bar(sheet, x, y + 6.5, width - 3, end, low, best, high, 7, dashed)

    return Drawing(DATA.leading, paint)


def owner_cell(matter: Matter, owner: str | None) -> Para:
    """The owner, or in 600 that there is none."""
    name = one_line(owner)
    return cell(name or matter.t("Owner missing"), TABLE if name else LABEL, matter.t.language)


def strong(head: str, rest: str, language: str) -> Para:
    """A verdict in 600 and its sentence after it."""
    spans = [Span(f"{head} ", TABLE.bold()), Span(rest, TABLE)] if rest else [Span(head, TABLE.bold())]
    return Para(spans, language, role="")
