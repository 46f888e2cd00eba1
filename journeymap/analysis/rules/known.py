"""Rules about how we know: what is asked, who has told, who has walked the road (CLAIMS S1-S3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.journey import Journey
from journeymap.model.records import Measure, Walk

NEED_EVIDENCE = 10
"""So many of the first in the order need somebody who has told of them."""
MANAGEMENT = re.compile(
    r"chef|sjef|chief|leder|leiar|ledar|ledning|ledels|direkt|manag|head of|executive|board|styre"
    r"|styrels|rektor|rådman|president|\bvd\b|\bc[efoit]o\b|\bhead\b|principal|superintend",
    re.IGNORECASE,
)
"""Words by which a role is known as one of management, in Swedish, Norwegian and English."""


def _evidence_gap(matter: Matter) -> Iterator[Question]:
    """No customer has told of it; suspected where somebody has, and nobody said who."""
    told: dict[str, set[str]] = {}
    for item in matter.journey.evidence.values():
        if item.level != "assumed":
            told.setdefault(item.about, set()).add(item.who or "")
    for line in matter.ranked[:NEED_EVIDENCE]:
        who = told.get(line.id, set())
        if "customer" in who:
            continue
        facts, seen = {"friction": line.id}, {"who": sorted(who)}
        if "" in who:
            yield Question((line.id,), "suspected", facts, seen, "who")
        else:
            yield Question((line.id,), "certain", facts, seen)


def _not_walked(matter: Matter) -> Iterator[Question]:
    """Nobody within twelve months; suspected where a walk has no date that can be read."""
    recent, undated = _walks(matter)
    if recent:
        return
    if undated:
        yield Question((), "suspected", seen={"walks": [walk.id for walk in undated]}, say="undated")
    else:
        yield Question(())


def _no_prao(matter: Matter) -> Iterator[Question]:
    """No walk by management within twelve months.

    An unfinished map that nobody has walked is not asked; a walk without a role may have been one.
    """
    recent, undated = _walks(matter)
    walks = [*recent, *undated]
    if not walks:
        if matter.journey.head.complete and matter.journey.steps:
            yield Question(())
        return
    deciding = _deciders(matter.journey)
    if any(_by_management(walk, deciding) for walk in walks):
        return
    seen = {"walks": [walk.id for walk in walks]}
    if undated or not all((walk.role or "").strip() for walk in walks):
        yield Question((), "suspected", seen=seen, say="unsaid")
    else:
        yield Question((), seen=seen)


def _walks(matter: Matter) -> tuple[list[Walk], list[Walk]]:
    """The walks of the last twelve months, and those whose date cannot be read."""
    walks = sorted(matter.journey.walks.values(), key=lambda record: record.id)
    recent = [walk for walk in walks if _recent(walk.date, matter.today)]
    return recent, [walk for walk in walks if _day(walk.date) is None]


def _deciders(journey: Journey) -> set[str]:
    """Roles that the map itself names as deciding, and lanes of management processes."""
    named = [friction.decision_by for friction in journey.frictions.values()]
    named += [lane.name for lane in journey.lanes.values() if "management" in (lane.process or ())]
    named.append(journey.head.decision.by if journey.head.decision else None)
    return {name.strip().casefold() for name in named if name and name.strip()}


def _by_management(walk: Walk, deciding: set[str]) -> bool:
    role = (walk.role or "").strip()
    return role.casefold() in deciding or MANAGEMENT.search(role) is not None


def _asks_wrong(matter: Matter) -> Iterator[Question]:
    """Questions about process steps while no step where value arises is asked about."""
    journey = matter.journey
    value = {step.id for step in journey.steps.values() if step.value_in_use}
    measures = _measures(journey)
    if not value or any(measure.step in value for measure in measures):
        return
    first = min(value)
    for measure in measures:
        if measure.step in journey.steps:
            yield Question((measure.id, first), facts={"measure": measure.id, "step": first})


def _no_why(matter: Matter) -> Iterator[Question]:
    for measure in _measures(matter.journey):
        if measure.open_text is False:
            yield Question((measure.id,), facts={"measure": measure.id})


def _measure_unused(matter: Matter) -> Iterator[Question]:
    """No decision within twelve months; suspected where no day is said."""
    for measure in _measures(matter.journey):
        if _recent(measure.last_decision, matter.today):
            continue
        facts, seen = {"measure": measure.id}, {"decision": measure.last_decision}
        if _day(measure.last_decision) is None:
            yield Question((measure.id,), "suspected", facts, seen, "unsaid")
        else:
            yield Question((measure.id,), "certain", facts, seen)


def _measures(journey: Journey) -> list[Measure]:
    return sorted(journey.measures.values(), key=lambda record: record.id)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None


def _recent(text: str | None, today: date | None) -> bool:
    """Within the last twelve months; without knowing today any date will do."""
    day = _day(text)
    if day is None:
        return False
    if today is None:
        return True
    return (day.year + 1, day.month, day.day) >= (today.year, today.month, today.day)


RULES = (
    Rule(
        "EVIDENCE-GAP",
        ("S1.6",),
        "known",
        _evidence_gap,
        N_("Nobody has told of it"),
        N_("Whether {the_guests} themselves have told of the first ten frictions."),
        {
            "": N_("No {guest} has told of “{friction}” yet."),
            "who": N_("It is not said who told of “{friction}”."),
        },
        answer="evidence",
    ),
    Rule(
        "NOT-WALKED",
        ("S1.7",),
        "known",
        _not_walked,
        N_("Nobody has walked the road"),
        N_("Walks of the last twelve months."),
        {
            "": N_("Nobody has walked the road in the last twelve months."),
            "undated": N_("The road has been walked, and it is not said when."),
        },
        finished=True,
    ),
    Rule(
        "NO-PRAO",
        ("S2.6",),
        "known",
        _no_prao,
        N_("Management has not walked the road"),
        N_("The roles of those who walked the road in the last twelve months."),
        {
            "": N_("Nobody from management has walked the road in the last twelve months."),
            "unsaid": N_("It is not said whether anyone from management has walked the road."),
        },
    ),
    Rule(
        "ASKS-WRONG",
        ("S3.2",),
        "known",
        _asks_wrong,
        N_("Asks about the wrong thing"),
        N_("Which steps are asked about, and whether a step of value in use is among them."),
        {"": N_("You ask “{measure}”, and nothing about “{step}”.")},
    ),
    Rule(
        "NO-WHY",
        ("S3.2",),
        "known",
        _no_why,
        N_("No room for why"),
        N_("Whether a question can be answered in own words."),
        {"": N_("“{measure}” leaves no room for an answer in own words.")},
    ),
    Rule(
        "MEASURE-UNUSED",
        ("S3.4",),
        "known",
        _measure_unused,
        N_("Asked, and not used"),
        N_("When something was last decided from the answers to a question."),
        {
            "": N_("Nothing has been decided from “{measure}” in the last twelve months."),
            "unsaid": N_("It is not said what was last decided from “{measure}”."),
        },
        finished=True,
    ),
)
