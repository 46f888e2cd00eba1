"""Rules about value in use, what is asked, and who has walked the road (CLAIMS S1, S3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journeymap.analysis.components import reachable
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_


def _asks_wrong(matter: Matter) -> Iterator[Question]:
    """Questions about process steps while no step where value arises is asked about."""
    journey = matter.journey
    value = {step.id for step in journey.steps.values() if step.value_in_use}
    measures = sorted(journey.measures.values(), key=lambda record: record.id)
    if not value or any(measure.step in value for measure in measures):
        return
    first = min(value)
    for measure in measures:
        if measure.step in journey.steps:
            yield Question((measure.id, first), facts={"measure": measure.id, "step": first})


def _no_why(matter: Matter) -> Iterator[Question]:
    for measure in sorted(matter.journey.measures.values(), key=lambda record: record.id):
        if measure.open_text is False:
            yield Question((measure.id,), facts={"measure": measure.id})


def _no_value_step(matter: Matter) -> Iterator[Question]:
    if matter.journey.steps and not any(step.value_in_use for step in matter.journey.steps.values()):
        yield Question(())


def _value_unreached(matter: Matter) -> Iterator[Question]:
    graph, starts = matter.ground.graph, matter.ground.ends.starts
    if not starts:
        return
    seen = reachable(graph.road_targets(), starts)
    for number, step in enumerate(graph.steps):
        if step.value_in_use and not seen[number]:
            yield Question((step.id,), facts={"step": step.id})


def _measure_unused(matter: Matter) -> Iterator[Question]:
    for measure in sorted(matter.journey.measures.values(), key=lambda record: record.id):
        if not _recent(measure.last_decision, matter.today):
            yield Question((measure.id,), facts={"measure": measure.id})


def _not_walked(matter: Matter) -> Iterator[Question]:
    if not any(_recent(walk.date, matter.today) for walk in matter.journey.walks.values()):
        yield Question(())


def _purpose_missing(matter: Matter) -> Iterator[Question]:
    if not (matter.journey.head.purpose or "").strip():
        yield Question(())


def _recent(text: str | None, today: date | None) -> bool:
    """Within the last twelve months; without knowing today any date will do."""
    try:
        day = date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return False
    if today is None:
        return True
    return (day.year + 1, day.month, day.day) >= (today.year, today.month, today.day)


RULES = (
    Rule("ASKS-WRONG", _asks_wrong, N_("You ask “{measure}”, and nothing about “{step}”.")),
    Rule("NO-WHY", _no_why, N_("“{measure}” leaves no room for an answer in own words.")),
    Rule("NO-VALUE-STEP", _no_value_step, N_("Where on the map does the value arise?"), finished=True),
    Rule("VALUE-UNREACHED", _value_unreached, N_("No road leads from the start to “{step}”.")),
    Rule(
        "MEASURE-UNUSED",
        _measure_unused,
        N_("What was decided from “{measure}” in the last twelve months?"),
        finished=True,
    ),
    Rule(
        "NOT-WALKED", _not_walked, N_("Nobody has walked the road in the last twelve months."), finished=True
    ),
    Rule(
        "PURPOSE-MISSING",
        _purpose_missing,
        N_("What is the journey for? The purpose is missing."),
        finished=True,
    ),
)
