"""Section 2: the ranking as a table, how sure the order is, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import RankedFriction
from journeymap.analysis.words.amounts import why_outside
from journeymap.report.block import Block, cell, words
from journeymap.report.cells import bar_cell, rank_cell
from journeymap.report.charts.places import MOST_ROWS, place_chart
from journeymap.report.headings import subhead
from journeymap.report.matter import Matter, one_line
from journeymap.report.numbers import about, span_of, spelled
from journeymap.report.page_one.rows import unit_heading
from journeymap.report.palette import MM, span
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, Table, table
from journeymap.report.typefaces import DATA, LEAD, NOTE, TABLE

BARS = 0.95
"""Bars are drawn for the frictions that make up this share; below it the figures are enough."""


def ranking(matter: Matter) -> Section | None:
    """None where no friction can be ranked."""
    if not matter.findings.ranked:
        return None
    t = matter.t
    blocks: list[Block] = [words(_lead(matter), LEAD, t.language, widest=span(8), keep=True), _table(matter)]
    blocks += [words(line, NOTE, t.language, before=5, widest=span(9)) for line in [_scale_note(matter)]]
    if len(matter.findings.ranked) > 1:
        note = t("places in {n} trials, best to worst", n=t.number(matter.findings.trials))
        blocks += [subhead(t("How sure the order is"), t.language, note), place_chart(matter)]
        rest = " ".join(_what_changes(matter))
        if rest:
            blocks.append(words(rest, NOTE, t.language, before=8, widest=span(9)))
    return Section(t("Ranking"), _finding(matter), blocks, "ranking")


def _finding(matter: Matter) -> str:
    t = matter.t
    deciding = sum(1 for one in matter.findings.ranked if one.tier == "A")
    others = len(matter.findings.ranked) - deciding
    if not others:
        return matter.plural("One friction decides", "All {count} frictions decide", deciding)
    if not deciding:
        return matter.plural(
            "One friction steals time, none decides", "{Count} frictions steal time, none decides", others
        )
    rest = spelled(others, t)
    if others == 1:
        return matter.plural(
            "One friction decides, one steals time", "{Count} frictions decide, one steals time", deciding
        )
    return matter.plural(
        "One friction decides, {others} steal time",
        "{Count} frictions decide, {others} steal time",
        deciding,
        others=rest,
    )


def _lead(matter: Matter) -> str:
    t = matter.t
    if any(one.tier == "A" for one in matter.findings.ranked):
        return t("First those that alone can make someone leave. Then by time. "
                 "The last column shows the place if no friction went first.")  # fmt: skip
    return t("In order of the time they take. The bar shows how far the estimates reach.")


def _table(matter: Matter) -> Table:
    t = matter.t
    columns = [
        Column("", 16, says=t("Place")),
        Column(t("Friction"), share=1, heads_rows=True, type=TABLE),
        Column(t("Hits of\n{thousand}", thousand=t.number(1000)), 40, align="right"),
        Column(t("Minutes\neach"), 40, align="right"),
        Column(t("{unit},\nlowest to highest", unit=unit_heading(matter)), 34 * MM),
        Column(t("Most likely"), 46, align="right"),
        Column(t("Place"), 30, align="right"),
        Column(t("By\nhours"), 34, align="right"),
    ]
    rows = [_row(matter, one, bar) for one, bar in _with_bars(matter)]
    rows.append(_sum(matter))
    return table(columns, rows, t, before=12, summary=t("Frictions in their order"), totals=1)


def _with_bars(matter: Matter) -> Iterator[tuple[RankedFriction, bool]]:
    """Each friction, and whether it is large enough for a bar when there are many."""
    many = len(matter.findings.ranked) > 30
    largest = sorted(matter.findings.ranked, key=lambda one: -matter.amount(one))
    drawn: set[str] = set()
    taken = 0.0
    for one in largest:
        if taken <= BARS * matter.total:
            drawn.add(one.id)
        taken += matter.amount(one)
    for one in matter.findings.ranked:
        yield one, not many or one.id in drawn


def _row(matter: Matter, one: RankedFriction, bar: bool) -> Row:
    t, friction = matter.t, matter.friction(one.id)
    low, high = matter.bounds(one)
    return Row(
        [
            rank_cell(matter, one),
            one_line(friction.title),
            t.number(one.share_hit * 1000),
            t.number(one.minutes_per_hit, 0 if one.minutes_per_hit >= 10 else 1),
            bar_cell(matter, one) if bar else cell(matter.range(low, high), DATA, t.language),
            t.number(matter.amount(one)),
            span_of(one.rank_best, one.rank_worst, t),
            t.number(one.rank_by_hours),
        ],
        anchor=f"ranking:{one.id}",
    )


def _sum(matter: Matter) -> Row:
    t = matter.t
    bounds = matter.findings.hours_range
    between = matter.range(*bounds) if bounds and matter.has_volume else ""
    strong = DATA.bold()
    cells = ["", t("Total"), "", "", between, t.number(matter.total), "", ""]
    return Row(
        [cell(one, strong, t.language, "right" if index == 5 else "left")
         for index, one in enumerate(cells)],
        total=True,
    )  # fmt: skip


def _scale_note(matter: Matter) -> str:
    t = matter.t
    said = [t("All bars have the same scale, 0 to {end}.", end=t.number(matter.scale_end)),
            t("Sums are made of unrounded figures.")]  # fmt: skip
    if matter.findings.hours_range and matter.has_volume:
        said.append(t("The sum's range holds nine of ten trials."))
        said.append(why_outside(matter.total, matter.findings.hours_range, t))
    return " ".join(filter(None, said))


def _what_changes(matter: Matter) -> Iterator[str]:
    """Which places are open, and at what length of journey the first two change places."""
    t, ranked = matter.t, matter.findings.ranked
    movable = [one for one in ranked if one.rank_worst > one.rank_best]
    if movable and len(ranked) <= MOST_ROWS:
        yield matter.plural(
            "One friction may take another place within its estimates.",
            "{Count} frictions may take other places within their estimates.",
            len(movable),
        )
    goal, even = matter.findings.figures.goal_minutes, matter.findings.break_even_goal
    if goal is not None and even is not None:
        values = {"even": about(even, t), "goal": t.number(goal)}
        if goal > even:
            yield t("No.\u00a01 leads as long as the whole journey counts as more than {even} minutes. "
                    "Here it counts as {goal}.", **values)  # fmt: skip
        else:
            yield t("No.\u00a01 leads as long as the whole journey counts as less than {even} minutes. "
                    "Here it counts as {goal}.", **values)  # fmt: skip
