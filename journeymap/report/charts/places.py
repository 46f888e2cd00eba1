"""The place chart: from the best to the worst place each friction may take."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.analysis.findings import RankedFriction
from journeymap.report.block import Drawing
from journeymap.report.lines import shortened, width_of
from journeymap.report.matter import Matter, one_line
from journeymap.report.palette import HAIR, MOST
from journeymap.report.sheet import Sheet
from journeymap.report.signs import rank_circle
from journeymap.report.typefaces import DATA, NOTE, TABLE

MOST_ROWS = 20
PITCH = 17.5
HEAD = 16.0


def place_chart(matter: Matter) -> Drawing:
    """At most twenty frictions over at most twenty places, and how often each is among the three."""
    ranked = matter.findings.ranked[:MOST_ROWS]
    titles = [one_line(matter.friction(one.id).title) for one in ranked]
    label = min(max(width_of(title, TABLE) for title in titles) + 16, 250)
    places = min(MOST_ROWS, max(one.rank_worst for one in ranked))

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        left = x + label
        one = (width - label - width_of(matter.t("Among the three"), NOTE) - 14) / max(places, 1)
        foot = y + HEAD + len(ranked) * PITCH
        for place in range(1, places + 1):
            middle = left + (place - 0.5) * one
            sheet.text(middle, y + 9, matter.t.number(place), DATA, "center")
            sheet.rule(middle, y + HEAD - 3, middle, foot - 3, 0.5, HAIR)
        sheet.text(x + width, y + 9, matter.t("Among the three"), NOTE, "right")
        for number, (entry, title) in enumerate(zip(ranked, titles, strict=True)):
            middle = y + HEAD + (number + 0.5) * PITCH
            sheet.text(x, middle + 3, shortened(title, TABLE, label - 12), TABLE)
            _row(sheet, left, middle, one, places, entry)
            sheet.text(x + width, middle + 3, matter.t.percent(entry.top3_share), DATA, "right")

    return Drawing(HEAD + len(ranked) * PITCH, paint, _alt(matter, ranked))


def _row(sheet: Sheet, left: float, y: float, one: float, places: int, entry: RankedFriction) -> None:
    worst = min(entry.rank_worst, places)
    first, last = left + (entry.rank_best - 0.5) * one, left + (worst - 0.5) * one
    if last > first:
        sheet.box(first, y - 2.5, last - first, 5, MOST, radius=2.5)
    rank_circle(sheet, left + (min(entry.rank, places) - 0.5) * one, y, entry.rank, entry.tier == "A", 6.5)


def _alt(matter: Matter, ranked: Sequence[RankedFriction]) -> str:
    t = matter.t
    said = [
        t("No. {n}: place {best} to {worst}, among the three in {share}.", n=t.number(one.rank),
          best=t.number(one.rank_best), worst=t.number(one.rank_worst), share=t.percent(one.top3_share))
        for one in ranked
    ]  # fmt: skip
    return " ".join([t("The places that each friction may take."), *said])
