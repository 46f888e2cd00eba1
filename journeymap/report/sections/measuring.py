"""Section 11: what is asked of the customer today, what to ask rather, and what to measure first."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import UnrankedFriction
from journeymap.model.records import Measure, Step
from journeymap.report import terms
from journeymap.report.answers import consequences, decides
from journeymap.report.block import Block, Para
from journeymap.report.headings import subhead
from journeymap.report.lines import Span
from journeymap.report.matter import Matter, one_line
from journeymap.report.nouns import customer
from journeymap.report.page_one.decisions import day
from journeymap.report.section import Section
from journeymap.report.table import Column, Row, table
from journeymap.report.typefaces import NOTE, TABLE


def measuring(matter: Matter) -> Section | None:
    """None where nothing is asked and every friction is ranked."""
    t = matter.t
    measures = sorted(matter.journey.measures.values(), key=lambda one: one.id)
    unranked = matter.findings.unranked
    if not measures and not unranked:
        return None
    blocks: list[Block] = []
    if measures:
        blocks.append(_asked(matter, measures))
    if unranked:
        note = t("measure this first")
        head = [subhead(t("Cannot be ranked yet"), t.language, note)] if measures else []
        blocks += [*head, _plan(matter, unranked)]
    label = t("Questions and measuring") if measures else t("What must be measured")
    own = not matter.findings.ranked
    return Section(label, _finding(matter, measures), blocks, "measuring", own_page=own)


def _finding(matter: Matter, measures: list[Measure]) -> str:
    t = matter.t
    wanted = _value_step(matter)
    wrong = any(finding.rule == "ASKS-WRONG" and not finding.dismissed for finding in matter.findings.rules)
    if wrong and wanted is not None:
        return t("You ask about something else than “{step}”", step=one_line(wanted.title))
    unranked = len(matter.findings.unranked)
    if unranked:
        if not matter.findings.ranked:
            return t("What must be measured first")
        return matter.plural(
            "One friction cannot be ranked yet", "{Count} frictions cannot be ranked yet", unranked
        )
    return matter.plural("One question is asked", "{Count} questions are asked", len(measures))


def _value_step(matter: Matter) -> Step | None:
    steps = (matter.journey.steps[id] for id in matter.step_numbers)
    return next((step for step in steps if step.value_in_use), None)


def _asked(matter: Matter, measures: list[Measure]) -> Block:
    t = matter.t
    columns = [
        Column(t("You ask today"), share=1, heads_rows=True, type=TABLE),
        Column(t("At step"), 90, type=TABLE),
        Column(t("Last used for a decision"), 86, type=TABLE),
        Column(t("Ask rather"), share=1, type=TABLE),
    ]
    rows = [
        Row(
            [
                _question(matter, measure),
                matter.step_name(measure.step) or "–",
                day(matter, measure.last_decision)
                if one_line(measure.last_decision)
                else t("Never, as far as is known"),
                " ".join(_rather(matter, measure)) or "–",
            ]
        )
        for measure in measures
    ]
    return table(columns, rows, t, summary=t("What is asked today"))


def _question(matter: Matter, measure: Measure) -> Para:
    """The question, and in grey what its answers are for and whether they may be in own words."""
    t = matter.t
    told = (
        [t("Used for: {text}.", text=one_line(measure.used_for).rstrip("."))]
        if one_line(measure.used_for)
        else []
    )
    if measure.open_text is not None:
        told.append(t("Room for own words.") if measure.open_text else t("No room for own words."))
    spans = [Span(one_line(measure.question), TABLE)]
    if told:
        spans.append(Span("\n" + " ".join(told), NOTE))
    return Para(spans, t.language, "")


def _rather(matter: Matter, measure: Measure) -> Iterator[str]:
    t = matter.t
    wanted = _value_step(matter)
    if wanted is not None and measure.step != wanted.id:
        yield t("Ask about “{step}”: was it as it should be? If not, why?", step=one_line(wanted.title))
    if measure.open_text is False:
        yield t("Leave room for their own words.")


def _plan(matter: Matter, unranked: tuple[UnrankedFriction, ...]) -> Block:
    t = matter.t
    columns = [
        Column(t("Friction"), share=1, heads_rows=True, type=TABLE),
        Column(t("Missing"), share=0.7, type=TABLE),
        Column(t("May belong to\nthe three"), 62, align="right"),
        Column(t("How to measure it"), share=1.3, type=TABLE),
        Column(t("What the answer would do"), 104, type=TABLE),
        Column(t("Owner"), 66, type=TABLE),
    ]
    rows = [_unranked(matter, one) for one in unranked]
    return table(columns, rows, t, summary=t("What to measure first"))


def _would_do(matter: Matter, one: UnrankedFriction) -> str:
    """The places of likely answers, and what else it takes to come among the first three."""
    t = matter.t
    said = list(consequences(matter, one))
    deciding = sum(1 for ranked in matter.findings.ranked if ranked.tier == "A")
    if said and deciding >= 3 and not decides(matter.friction(one.id)):
        said.append(t("Among the three only if it also decides."))
    return "\n".join(said) or "–"


def _unranked(matter: Matter, one: UnrankedFriction) -> Row:
    t, friction = matter.t, matter.friction(one.id)
    missing = [terms.term(terms.MISSING, name, t) or name for name in one.missing]
    return Row(
        [
            one_line(friction.title),
            t.listed(missing),
            t.percent(one.possible_top3_share),
            " ".join(_how(matter, one)),
            _would_do(matter, one),
            one_line(friction.owner) or t("Owner missing"),
        ],
        anchor=f"friction:{one.id}",
    )


def _how(matter: Matter, one: UnrankedFriction) -> Iterator[str]:
    """What to do about each missing answer, in the order it is asked."""
    t, said = matter.t, customer(matter)
    missing = set(one.missing)
    if missing & {"hits", "visits"}:
        yield t("Count for two weeks how many {guests} meet it.", **said)
    if missing & {"wait_minutes", "work_minutes"}:
        yield t("Ask 20 {guests} how long they waited and how long they worked at it.", **said)
    if "value_lost" in missing:
        yield t("Ask the same {guests} whether they got what they came for.", **said)
    if "goal_minutes" in missing:
        yield t("Agree how long the journey takes when all goes well.")
