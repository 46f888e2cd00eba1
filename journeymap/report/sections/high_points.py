"""High points: what the customer likes today and a change elsewhere must not take away."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.model.records import Step
from journeymap.report.block import Block, words
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.numbers import places
from journeymap.report.palette import span
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import LEAD, TABLE
from journeymap.report.walls import quoted


def high_points(matter: Matter) -> Section | None:
    """None where no step is marked as one."""
    steps = [matter.journey.steps[id] for id in matter.step_numbers if matter.journey.steps[id].high_point]
    if not steps:
        return None
    t = matter.t
    columns = [
        Column(t("Step"), share=1.1, heads_rows=True, type=TABLE),
        Column(t("Who carries it"), share=1, type=TABLE),
        Column(t("Expected,\nexperienced"), 66, align="right"),
        Column(t("What is said of it"), share=1.6, type=TABLE),
        Column(t("Rubs there too"), 56, type=TABLE),
    ]
    lead = t("What {the_guests} like today. Whoever changes something near it should know that it is worth "
             "keeping.", **customer(matter))  # fmt: skip
    blocks: list[Block] = [
        words(lead, LEAD, t.language, widest=span(8), keep=True),
        table(columns, [_row(matter, step) for step in steps], t, before=12, summary=t("High points")),
    ]
    finding = matter.plural(
        "One high point is to be protected", "{Count} high points are to be protected", len(steps)
    )
    return Section(t("High points"), finding, blocks, "high_points", own_page=False)


def _row(matter: Matter, step: Step) -> Row:
    t = matter.t
    at = [one.rank for one in matter.ranked_at.get(step.id, ())]
    values = [step.expectation, step.experience]
    said = [t("unknown") if one is None else t.number(float(one), 1) for one in values]
    return Row(
        [
            matter.step_name(step.id),
            "\n".join(part for part in (matter.lane_name(step.lane), one_line(step.owner)) if part),
            " / ".join(said) if any(one is not None for one in values) else "–",
            "\n".join(_told(matter, step)) or "–",
            t("no.\u00a0{numbers}", numbers=places(at, t)) if at else "–",
        ]
    )


def _told(matter: Matter, step: Step) -> Iterator[str]:
    """The step's own words, then what others have said of it."""
    if one_line(step.description):
        yield one_line(step.description)
    for evidence in matter.evidence_of.get(step.id, ()):
        if one_line(evidence.quote):
            yield quoted(matter, one_line(evidence.quote))
