"""Appendix A: every step, lane and stage in words."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.model.quantity import MINUTES
from journeymap.model.reading import is_critical, stage_of_steps, stages_in_order
from journeymap.model.records import Lane, Step
from journeymap.report import terms
from journeymap.report.block import Block, Para
from journeymap.report.facts import lane_facts, range_of, sentences, step_facts
from journeymap.report.headings import subhead
from journeymap.report.lines import Span
from journeymap.report.matter import Matter, one_line
from journeymap.report.numbers import places
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import NOTE, TABLE

PAD = 2.5


def appendix_steps(matter: Matter) -> Section | None:
    """None for a map without steps and lanes."""
    t = matter.t
    blocks: list[Block] = []
    if matter.journey.steps:
        blocks.append(_steps(matter))
    if matter.lanes:
        blocks += [subhead(t("All lanes"), t.language), _lanes(matter)]
    stages = stages_in_order(matter.journey)
    shown = set(stage_of_steps(matter.journey).values())
    if any(one_line(stage.promise) or stage.id not in shown for stage in stages):
        columns = [
            Column(t("Stage"), 140, heads_rows=True, type=TABLE),
            Column(t("What it promises"), share=1, type=TABLE),
        ]
        rows = [Row([one_line(stage.name), one_line(stage.promise) or "–"]) for stage in stages]
        blocks += [subhead(t("All stages"), t.language), table(columns, rows, t, pad=PAD)]
    if not blocks:
        return None
    return Section(t("Appendix: steps"), t("All steps"), blocks, "steps", appendix=True, own_page=False)


def _steps(matter: Matter) -> Block:
    t = matter.t
    columns = [
        Column(t("Step"), 24),
        Column(t("What happens"), share=1, heads_rows=True, type=TABLE),
        Column(t("Lane and stage"), 104, type=TABLE),
        Column(t("Minutes,\n+ waiting"), 56, align="right"),
        Column(t("Expected,\nexperienced"), 62, align="right"),
        Column(t("Friction"), 46, align="right"),
    ]
    stages = stage_of_steps(matter.journey)
    rows = [
        Row(
            [
                matter.step_number(id),
                _what(matter, matter.journey.steps[id]),
                _where(matter, matter.journey.steps[id], stages.get(id)),
                _minutes(matter, matter.journey.steps[id]),
                _experience(matter, matter.journey.steps[id]),
                places([one.rank for one in matter.ranked_at.get(id, ())], t),
            ]
        )
        for id in matter.step_numbers
    ]
    return table(columns, rows, t, pad=PAD, summary=t("All steps"))


def _where(matter: Matter, step: Step, stage: Id | None) -> Para:
    """The lane, and in grey the stage."""
    spans = [Span(matter.lane_name(step.lane), TABLE)]
    if stage is not None:
        spans.append(Span("\n" + one_line(matter.journey.stages[stage].name), NOTE))
    return Para(spans, matter.t.language, "")


def _what(matter: Matter, step: Step) -> Para:
    """Title, in 600 what marks the step, and in grey what else is said of it."""
    spans = [Span(one_line(step.title), TABLE)]
    marks = ", ".join(_marks(matter, step))
    more = sentences(step_facts(matter, step))
    if marks:
        spans.append(Span(f"\n{marks}", TABLE.bold()))
    if more:
        spans.append(Span(f"\n{more}", NOTE))
    return Para(spans, matter.t.language, "")


def _experience(matter: Matter, step: Step) -> str:
    if step.experience is None and step.expectation is None:
        return "–"
    values = (step.expectation, step.experience)
    return " / ".join("–" if one is None else matter.t.number(float(one), 1) for one in values)


def _minutes(matter: Matter, step: Step) -> str:
    """ "2–5–8 + 10": the customer's own minutes, and those of waiting."""
    t = matter.t
    own, wait = range_of(step.own_minutes, MINUTES, t), range_of(step.wait_minutes, MINUTES, t)
    if not wait:
        return own or "–"
    return f"{own or '–'} +\u00a0{wait}"


def _marks(matter: Matter, step: Step) -> list[str]:
    t = matter.t
    marks = [
        (step.start, t("start")),
        (step.goal, t("goal")),
        (step.end, t("end")),
        (is_critical(step), t("critical")),
        (step.value_in_use, t("value in use")),
        (step.high_point, t("high point")),
        (step.recovery, t("takes complaints")),
        (step.demand == "failure", t("failure demand")),
    ]
    return [word for said, word in marks if said]


def _lane(matter: Matter, lane: Lane) -> Para:
    """The name, and in grey what else is said of the lane."""
    spans = [Span(one_line(lane.name), TABLE)]
    more = sentences(lane_facts(matter, lane))
    if more:
        spans.append(Span(f"\n{more}", NOTE))
    return Para(spans, matter.t.language, "")


def _lanes(matter: Matter) -> Block:
    t = matter.t
    columns = [
        Column(t("Lane"), share=1.2, heads_rows=True, type=TABLE),
        Column(t("Kind"), 76, type=TABLE),
        Column(t("Unit"), share=1.4, type=TABLE),
        Column(t("Answers here"), share=1.2, type=TABLE),
        Column(t("Owner"), 74, type=TABLE),
        Column(t("Steps"), 34, align="right"),
    ]
    counts: dict[str, int] = {}
    for step in matter.journey.steps.values():
        counts[step.lane] = counts.get(step.lane, 0) + 1
    rows = [
        Row(
            [
                _lane(matter, lane),
                terms.term(terms.LANE_KIND, lane.kind, t),
                one_line(lane.unit).replace("/", ", ") or "–",
                one_line(lane.accountable).replace("/", ", ") or "–",
                one_line(lane.owner) or "–",
                t.number(counts.get(lane.id, 0)),
            ]
        )
        for lane in matter.lanes
    ]
    return table(columns, rows, t, pad=PAD, summary=t("All lanes"))
