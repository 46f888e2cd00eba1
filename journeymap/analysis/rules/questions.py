"""The four diagnostic questions as rules: each speaks where its answer is not a good one (S0.5-S0.8)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.complaints import complaints
from journeymap.analysis.findings import Certainty, Diagnosis, WallType
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_


def _answer(matter: Matter, rule: str) -> Diagnosis | None:
    return next((one for one in matter.diagnoses if one.rule == rule), None)


def _several(matter: Matter) -> Iterator[Question]:
    """More contacts than the fewest possible and half a one; suspected where shares are assumed."""
    found = _answer(matter, "DIAG-1")
    if found is not None and found.verdict == "yes":
        yield Question(found.about, found.certainty, found.facts, say=found.because)


def _complain(matter: Matter) -> Iterator[Question]:
    """Every decisive step from which no one who takes complaints is near; one question where nobody is.

    An unfinished map is only asked about it: nobody said that there is no such step.
    """
    graph = matter.ground.graph
    found = complaints(graph)
    if found.critical and not found.taking:
        sure: Certainty = "certain" if matter.journey.head.complete else "suspected"
        about = tuple(graph.steps[number].id for number in found.critical)
        yield Question(about, sure, {"step": about[0]}, say="none", unsaid=sure == "suspected")
    for number in found.lost:
        id = graph.steps[number].id
        taking = [graph.steps[other].id for other in found.taking]
        yield Question((id,), facts={"step": id}, seen={"taking": taking})
    for number in found.unowned if found.critical else ():
        id = graph.steps[number].id
        yield Question((id,), facts={"step": id}, say="unowned")


def _sent_on(matter: Matter) -> Iterator[Question]:
    return _at_walls(matter, "DIAG-3", ("referral", "supplier"))


def _untold(matter: Matter) -> Iterator[Question]:
    return _at_walls(matter, "DIAG-4", ("memory",))


def _at_walls(matter: Matter, rule: str, types: tuple[WallType, ...]) -> Iterator[Question]:
    """One question about all standing walls of these types, counted as they are drawn."""
    walls = [wall for wall in matter.walls if wall.stands and wall.type in types]
    found = _answer(matter, rule)
    if walls and found is not None:
        ends = (step for wall in walls for step in (wall.source, wall.target))
        about = tuple(dict.fromkeys(step for step in ends if step is not None))
        yield Question(about, facts={"n": found.facts["n"]}, seen={"walls": [wall.key for wall in walls]})


RULES = (
    Rule(
        "DIAG-1",
        ("S0.5",),
        "several",
        _several,
        N_("More contacts than needed"),
        N_("Expected contacts with units before the first value, beside the fewest possible."),
        {
            "": N_("Contacts on average before the value is reached: {contacts}. Fewest possible: {n}."),
            "goal": N_("Contacts on average before the goal is reached: {contacts}. Fewest possible: {n}."),
        },
    ),
    Rule(
        "DIAG-2",
        ("S0.6",),
        "complain",
        _complain,
        N_("Where to turn when it goes wrong"),
        N_("Whether a step that takes complaints is within one hand-off of every decisive step."),
        {
            "": N_("From “{step}” no step that takes complaints is within one hand-off."),
            "none": N_("The map shows nowhere to complain after “{step}”."),
            "unowned": N_("“{step}” takes complaints, and nobody is named as its owner."),
        },
    ),
    Rule(
        "DIAG-3",
        ("S0.7",),
        "sent_on",
        _sent_on,
        N_("Sent on to others"),
        N_("Which walls of referral and walls at suppliers stand."),
        {"": N_("Walls where {the_guest} is sent on or carries the matter alone: {n}.")},
    ),
    Rule(
        "DIAG-4",
        ("S0.8",),
        "untold",
        _untold,
        N_("Asked what is known already"),
        N_("Details that two steps ask for, with no way for the second to know them."),
        {"": N_("Places where {the_guest} is asked again for what was said before: {n}.")},
    ),
)
