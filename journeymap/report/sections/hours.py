"""Section 3: what the hours are made of, who owns them, how we know them, and the experience."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.analysis.findings import RankedFriction
from journeymap.report import evidence, terms
from journeymap.report.block import Beside, Block, Stack, words
from journeymap.report.charts.bars import Bar, Parted, parted_bars, plain_bars, waterfall
from journeymap.report.charts.experience import experience_chart
from journeymap.report.headings import SubHead, subhead
from journeymap.report.lines import width_of
from journeymap.report.matter import EVIDENCE_ORDER, Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.page_one.rows import unit_heading
from journeymap.report.palette import VALUE, WAIT, WORK, column, span
from journeymap.report.section import Section
from journeymap.report.typefaces import LABEL, LEAD, NOTE

MOST_ROWS = 20
MOST_OWNERS = 8
TIGHT = 15.0
"""Before the sub-headings: all four charts of a usual map stand on one page."""


def hours(matter: Matter) -> Section | None:
    """None where nothing is ranked or nothing takes time."""
    if not matter.findings.ranked or matter.total <= 0:
        return None
    t, unit = matter.t, unit_heading(matter)
    parts = _parts(matter)
    blocks: list[Block] = [words(_lead(matter, parts), LEAD, t.language, widest=span(8), keep=True)]
    blocks += [subhead(t("What it is made of"), t.language, unit, TIGHT), _waterfall(matter, parts)]
    blocks += [subhead(t("The same parts for each friction"), t.language, unit, TIGHT), _parted(matter)]
    if len(matter.findings.ranked) > MOST_ROWS:
        rest = t("The {n} first. All stand in the ranking.", n=t.number(MOST_ROWS))
        blocks.append(words(rest, NOTE, t.language, before=4))
    blocks.append(_owners_and_evidence(matter))
    curve = experience_chart(matter)
    if curve is not None:
        note = t("dashed: expected, solid: experienced, from −3 to +3")
        blocks += [subhead(t("Expected and experienced along the journey"), t.language, note, TIGHT), curve]
    label = t("The hours") if matter.has_volume else t("The minutes")
    return Section(label, _finding(matter, parts), blocks, "hours")


def _share(matter: Matter, one: RankedFriction, minutes: float) -> float:
    """The amount that one part of the minutes stands for."""
    return matter.amount(one) * minutes / one.minutes_per_hit if one.minutes_per_hit else 0.0


def _parts(matter: Matter) -> dict[str, float]:
    """Waiting, own work and value not received, summed over what is ranked."""
    ranked = matter.findings.ranked
    return {
        "wait": sum(_share(matter, one, one.wait_minutes) for one in ranked),
        "work": sum(_share(matter, one, one.work_minutes) for one in ranked),
        "value": sum(_share(matter, one, one.value_minutes) for one in ranked),
    }


def _finding(matter: Matter, parts: dict[str, float]) -> str:
    t = matter.t
    largest = max(parts, key=lambda part: parts[part])
    share = t.percent(parts[largest] / matter.total)
    if largest == "value":
        return t("{share} of the loss is value that never came", share=share)
    if largest == "wait":
        return t("{share} of the loss is waiting", share=share)
    return t("{share} of the loss is work that {the_guests} do themselves", share=share, **customer(matter))


def _lead(matter: Matter, parts: dict[str, float]) -> str:
    t = matter.t
    values = {
        "wait": t.number(parts["wait"]), "work": t.number(parts["work"]),
        "value": t.number(parts["value"]), "total": t.number(matter.total),
    }  # fmt: skip
    if matter.has_volume:
        return t("Of {total} hours a year {wait} are waiting, {work} own work, {value} value not received.",
                 **values)  # fmt: skip
    return t("Of {total} minutes {wait} are waiting, {work} own work, {value} value not received.", **values)


def _waterfall(matter: Matter, parts: dict[str, float]) -> Block:
    t = matter.t
    rows = [
        (t("Waiting"), parts["wait"], t.number(parts["wait"])),
        (t("Own work"), parts["work"], t.number(parts["work"])),
        (t("Value not received"), parts["value"], t.number(parts["value"])),
    ]
    alt = t(
        "Waiting {wait}, own work {work}, value not received {value}, in all {total}.",
        wait=rows[0][2], work=rows[1][2], value=rows[2][2], total=t.number(matter.total),
    )  # fmt: skip
    return waterfall(rows, (t("Total"), matter.total, t.number(matter.total)), alt)


def _parted(matter: Matter) -> Block:
    t = matter.t
    rows = [
        Parted(
            one.rank, one.tier == "A", one_line(matter.friction(one.id).title),
            _share(matter, one, one.value_minutes), _share(matter, one, one.wait_minutes),
            _share(matter, one, one.work_minutes), t.number(matter.amount(one)),
        )
        for one in matter.findings.ranked[:MOST_ROWS]
    ]  # fmt: skip
    key = [(t("Value not received"), VALUE), (t("Waiting"), WAIT), (t("Own work"), WORK)]
    largest = max(rows, key=lambda row: row.value + row.wait + row.work)
    alt = t("Bars of {n} frictions. The longest is “{title}”, {figure}.", n=t.number(len(rows)),
            title=largest.title, figure=largest.figure)  # fmt: skip
    return parted_bars(rows, key, alt)


def _owners_and_evidence(matter: Matter) -> Block:
    t = matter.t
    owners = _owners(matter)
    levels = evidence.shares(matter)
    known = [
        Bar(terms.term(terms.EVIDENCE, level, t), levels[level], t.percent(levels[level]), level == "assumed")
        for level in EVIDENCE_ORDER
        if levels[level] > 0
    ]
    wide = span(6) - 6
    return Beside(
        [
            (0, wide, _group(t("By owner"), owners, t.language, wide * 0.58)),
            (column(6), wide, _group(t("How we know it"), known, t.language, wide * 0.58)),
        ],
        before=TIGHT,
    )


def _group(title: str, bars: Sequence[Bar], language: str, label: float) -> Block:
    alt = ". ".join(f"{bar.label}: {bar.figure}" for bar in bars)
    needed = max(width_of(bar.label, LABEL) for bar in bars) + 12
    return Stack([SubHead(title, language), plain_bars(bars, alt, min(needed, label))])


def _owners(matter: Matter) -> list[Bar]:
    """Each owner's sum, the largest first; missing owners last, in outline."""
    t = matter.t
    sums: dict[str, float] = {}
    for one in matter.findings.ranked:
        owner = one_line(matter.friction(one.id).owner)
        sums[owner] = sums.get(owner, 0.0) + matter.amount(one)
    named = sorted(
        ((owner, amount) for owner, amount in sums.items() if owner), key=lambda one: (-one[1], one[0])
    )
    bars = [Bar(owner, amount, t.number(amount)) for owner, amount in named[:MOST_OWNERS]]
    others = sum(amount for _, amount in named[MOST_OWNERS:])
    if others:
        bars.append(Bar(t("Others"), others, t.number(others)))
    if "" in sums:
        bars.append(Bar(t("Owner missing"), sums[""], t.number(sums[""]), True))
    return bars
