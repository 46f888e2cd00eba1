"""Section 5: between which units the walls stand, what they cost, and each of them in words."""

from __future__ import annotations

from journeymap.analysis import words as said
from journeymap.analysis.findings import WallMark
from journeymap.report.block import Block, Para, cell, words
from journeymap.report.cells import wall_cell
from journeymap.report.charts.matrix import matrix_chart
from journeymap.report.facts import sentences, wall_facts
from journeymap.report.headings import subhead
from journeymap.report.ledger import matrix_of
from journeymap.report.lines import Span
from journeymap.report.matter import Matter
from journeymap.report.nouns import customer
from journeymap.report.page_one.rows import unit_heading
from journeymap.report.palette import span
from journeymap.report.section import Section
from journeymap.report.sides import both_sides
from journeymap.report.table import Column, Row, Table, table
from journeymap.report.typefaces import LABEL, LEAD, NOTE, TABLE
from journeymap.report.walls import (
    heard_at,
    hours_of,
    owner_of_mark,
    pair_of,
    reasons_of,
    records_of,
    types_of,
)


def walls(matter: Matter) -> Section | None:
    """Never vanishes while there is a map: no wall found is a finding; an extract has no walls."""
    if not matter.journey.steps or matter.lane is not None:
        return None
    t = matter.t
    if not matter.marks:
        text = _not_known(matter)
        return Section(
            t("Walls"),
            t("No walls found"),
            [words(text, LEAD, t.language, widest=span(8), keep=True)],
            "walls",
        )
    blocks: list[Block] = [words(_lead(matter), LEAD, t.language, widest=span(8), keep=True)]
    matrix = matrix_of(matter)
    if matrix is not None:
        blocks += [subhead(t("Between which units"), t.language, unit_heading(matter))]
        blocks += [
            matrix_chart(matter, matrix, _alt(matter)),
            words(_note(matter), NOTE, t.language, before=5, widest=span(11)),
        ]
    blocks += [subhead(t("Walls one by one"), t.language), _table(matter)]
    if _is_shared(matter):
        note = t(
            "A friction that lies at several walls has all it takes at each of them: the column is no sum."
        )
        blocks.append(words(note, NOTE, t.language, before=5, widest=span(11)))
    blocks += both_sides(matter)
    return Section(t.context("section", "Walls"), _finding(matter), blocks, "walls")


def _finding(matter: Matter) -> str:
    t = matter.t
    count = sum(1 for mark in matter.marks if mark.certain)
    if not count:
        return matter.plural("One wall is suspected", "{Count} walls are suspected", len(matter.marks))
    hours = matter.findings.figures.hours_at_walls
    if hours and matter.has_volume:
        figure = t.number(hours)
        return matter.plural(
            "{The_guests} lose {hours} hours a year at one wall",
            "{The_guests} lose {hours} hours a year at {count} walls",
            count,
            hours=figure,
            **customer(matter),
        )
    return matter.plural("One wall stands on the road", "{Count} walls stand on the road", count)


def _lead(matter: Matter) -> str:
    t = matter.t
    hours = matter.findings.figures.hours_at_walls
    parts = []
    if hours and matter.has_volume and matter.total:
        parts.append(t("That is {share} of all hours.", share=t.percent(hours / matter.total)))
    parts.append(t("A wall stands where one side is not told what the other has promised, asked or done."))
    suspected = sum(1 for mark in matter.marks if not mark.certain)
    if suspected:
        parts.append(
            matter.plural(
                "One is suspected and not yet confirmed.",
                "{Count} are suspected and not yet confirmed.",
                suspected,
            )
        )
    return " ".join(parts)


def _not_known(matter: Matter) -> str:
    count = sum(1 for link in matter.journey.links.values() if link.info in (None, "unknown"))
    if not matter.journey.links:
        return matter.t("The map has no links yet.")
    if not count:
        return matter.t("Every link says whether the receiver knows.")
    return matter.plural(
        "Of one link nobody has said whether the receiver knows what the sender knows: no clean bill.",
        "Of {n} links nobody has said whether the receiver knows what the sender knows: no clean bill.",
        count,
    )


def _alt(matter: Matter) -> str:
    """Which pairs lose most, in words."""
    t = matter.t
    lines = matter.findings.ledger[:3]
    said_ = [
        t("Between {one} and {other}: {amount}.", one=line.one, other=line.other or "–",
          amount=t.number(line.hours if matter.has_volume and line.hours is not None else line.per1000))
        for line in lines
    ]  # fmt: skip
    return " ".join([t("The walls between units as a matrix."), *said_])


def _is_shared(matter: Matter) -> bool:
    """Whether a friction lies at several walls, so that the walls' figures have more than the map."""
    at = [
        one.id
        for mark in matter.marks
        for one in matter.ranked_behind(finding.key for finding in mark.findings)
    ]
    return len(set(at)) < len(at)


def _note(matter: Matter) -> str:
    return matter.t(
        "Each pair is shown once, each wall counts at both its units. The row of bricks is as long as the "
        "hours. Seam: a hand-off without a wall. Empty: no hand-off."
    )


def _table(matter: Matter) -> Table:
    t = matter.t
    columns = [
        Column(t("Wall"), 46),
        Column(t("Between"), 84, heads_rows=True, type=TABLE),
        Column(t("What happens"), share=1, type=TABLE),
        Column(t("Owner"), 76, type=TABLE),
        Column(unit_heading(matter), 50, align="right"),
    ]
    return table(columns, [_row(matter, mark) for mark in matter.marks], t, summary=t("Walls one by one"))


def _row(matter: Matter, mark: WallMark) -> Row:
    t = matter.t
    hours = hours_of(matter, mark)
    return Row(
        [
            wall_cell(matter, mark),
            pair_of(matter, mark),
            _what_happens(matter, mark),
            _owner(matter, mark),
            "–" if hours is None else t.number(hours),
        ],
        anchor=f"wall:{mark.number}",
    )


def _owner(matter: Matter, mark: WallMark) -> Para:
    owner = owner_of_mark(matter, mark)
    return cell(owner, LABEL if owner == matter.t("Owner missing") else TABLE, matter.t.language)


def _what_happens(matter: Matter, mark: WallMark) -> Para:
    t = matter.t
    head = types_of(matter, mark)
    if not mark.certain:
        head = t("Suspected: {types}", types=head)
    told = [said.wall_sentence(finding, matter.journey, t) for finding in reasons_of(mark)]
    spans = [Span(f"{head}. ", TABLE.bold()), Span(" ".join(told), TABLE)]
    if heard_at(matter, mark):
        spans.append(Span("\n" + heard_at(matter, mark), TABLE))
    more = sentences(fact for record in records_of(matter, mark) for fact in wall_facts(matter, record))
    if more:
        spans.append(Span(f"\n{more}", NOTE))
    return Para(spans, t.language, role="")
