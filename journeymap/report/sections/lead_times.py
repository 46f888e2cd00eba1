"""Lead times in days: the calendar's delays, sorted by length and never turned into hours (METHOD 2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journeymap.model.quantity import PLAIN, Range, read_quantity
from journeymap.report import signs
from journeymap.report.block import Block, Sign, cell, words
from journeymap.report.cells import owner_cell
from journeymap.report.matter import Matter, one_line
from journeymap.report.palette import MM
from journeymap.report.section import Section
from journeymap.report.sheet import Sheet
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import DATA, NOTE, TABLE


class Delay(NamedTuple):
    """What takes days: where, between which steps or under which title, how long, who owns it."""

    what: str
    where: str
    days: Range
    owner: str | None
    owned: bool


def lead_times(matter: Matter) -> Section | None:
    """None where nobody has said that anything takes days."""
    delays = sorted(_delays(matter), key=lambda one: (-one.days.point, one.what))
    if not delays:
        return None
    t = matter.t
    columns = [
        Column(t("What takes days"), share=1.3, heads_rows=True, type=TABLE),
        Column(t("Where"), share=1, type=TABLE),
        Column(t("Days, least to most"), 44 * MM),
        Column(t("Most likely"), 50, align="right"),
        Column(t("Owner"), 90, type=TABLE),
    ]
    end = max(one.days.high for one in delays) or 1.0
    rows = [_row(matter, one, end) for one in delays]
    note = t(
        "A lead time passes in the calendar and holds nobody. It stands here and moves no place in the order."
    )
    blocks: list[Block] = [
        table(columns, rows, t, summary=t("Lead times")),
        words(note, NOTE, t.language, before=5),
    ]
    return Section(t("Lead times"), _finding(matter, delays[0]), blocks, "lead_times", own_page=False)


def _delays(matter: Matter) -> Iterator[Delay]:
    for friction in matter.journey.frictions.values():
        days = read_quantity(friction.lead_days, PLAIN)
        place = matter.place_of(friction)
        if days is not None and not days.is_zero and friction.status != "solved":
            where = matter.step_name(place.id if place else None)
            yield Delay(one_line(friction.title), where, days, friction.owner, True)
    for link in matter.journey.links.values():
        days = read_quantity(link.lead_days, PLAIN)
        if days is not None and not days.is_zero:
            ends = matter.t("{source} to {target}", source=matter.step_name(link.source),
                            target=matter.step_name(link.target))  # fmt: skip
            yield Delay(
                one_line(link.label) or ends, ends if one_line(link.label) else "–", days, None, False
            )


def _finding(matter: Matter, longest: Delay) -> str:
    t = matter.t
    return t.plural(
        "“{what}” takes {n} day",
        "“{what}” takes {n} days",
        longest.days.point,
        n=t.number(longest.days.point, 1),
        what=longest.what,
    )


def _row(matter: Matter, delay: Delay, end: float) -> Row:
    t, days = matter.t, delay.days
    between = matter.range(days.low, days.high) if days.low != days.high else t.number(days.low, 1)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        signs.interval_bar(sheet, x, y + 6.5, width - 44, end, days.low, days.point, days.high, 7,
                           days.best is None)  # fmt: skip
        sheet.text(x + width, y + DATA.ascent, between, DATA, "right")

    owner: Block = owner_cell(matter, delay.owner) if delay.owned else cell("–", TABLE, t.language)
    return Row([delay.what, delay.where, Sign(DATA.leading, paint, between), t.number(days.point, 1), owner])
