"""Rules about the road: shares, exits, where the value arises, what the journey is for (CLAIMS S3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeymap.analysis.components import reachable
from journeymap.analysis.findings import Certainty
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.analysis.shares import given_share
from journeymap.i18n.catalogue import N_

ACTIVITY = frozenset(
    {
        *("bedriver", "tillhandahåller", "driver", "erbjuder", "levererar", "ansvarar"),
        *("tilbyr", "leverer", "yter", "drifter", "drive", "provide", "provides", "offer", "offers"),
        *("run", "runs", "operate", "operates", "deliver", "delivers", "bedriva", "tillhandahålla"),
        *("drifte", "tilby", "erbjuda", "levere", "leverera"),
    }
)
"""Verbs of what an organisation does; a purpose opens with one when it speaks of us, not of them."""
OPENING = 3
"""So many first words are looked at: "Vi bedriver", "Our task is to provide" is let pass."""


def _prob_sum(matter: Matter) -> Iterator[Question]:
    graph = matter.ground.graph
    for step in matter.ground.shares.above_one:
        total = sum(given_share(graph.links[link]) or 0.0 for link in graph.out[step])
        id = graph.steps[step].id
        yield Question((id,), facts={"step": id, "share": round(total, 9)})


def _no_exit(matter: Matter) -> Iterator[Question]:
    """Steps that a journey comes to and then can leave no more.

    Until somebody says where journeys end, the way out may only not be drawn yet.
    """
    graph = matter.ground.graph
    drawing = not any(step.end or step.goal for step in graph.steps)
    for number in matter.ground.stuck:
        id = graph.steps[number].id
        leaving = [graph.links[link].id for link in graph.out[number]]
        yield Question((id,), facts={"step": id}, seen={"links": leaving}, unsaid=drawing)


def _no_value_step(matter: Matter) -> Iterator[Question]:
    if matter.journey.steps and not any(step.value_in_use for step in matter.journey.steps.values()):
        yield Question(())


def _value_unreached(matter: Matter) -> Iterator[Question]:
    """Steps of value that no road from the start comes to; suspected where the start is only guessed."""
    graph, starts = matter.ground.graph, matter.ground.ends.starts
    if not starts:
        return
    seen = reachable(graph.ahead, starts)
    marked = any(graph.steps[start].start for start in starts)
    sure: Certainty = "certain" if marked else "suspected"
    for number, step in enumerate(graph.steps):
        if step.value_in_use and not seen[number]:
            yield Question((step.id,), sure, {"step": step.id})


def _purpose_missing(matter: Matter) -> Iterator[Question]:
    """No purpose; or one that opens with what the organisation does, which is only a suggestion."""
    purpose = (matter.journey.head.purpose or "").strip()
    opening = re.findall(r"\w+", purpose.casefold())[:OPENING]
    if not purpose:
        yield Question(())
    elif ACTIVITY.intersection(opening):
        yield Question((), "suspected", seen={"purpose": purpose}, say="activity")


RULES = (
    Rule(
        "PROB-SUM",
        ("S0.14",),
        "road",
        _prob_sum,
        N_("Shares above one"),
        N_("The shares stated on the ways that leave a step."),
        {"": N_("The shares that leave “{step}” sum to {share}. They are scaled to fit.")},
    ),
    Rule(
        "NO-EXIT",
        ("S0.14",),
        "road",
        _no_exit,
        N_("A round without a way out"),
        N_("Steps that can be entered from the start and never left towards an end."),
        {"": N_("Whoever comes to “{step}” can never leave the journey again.")},
    ),
    Rule(
        "NO-VALUE-STEP",
        ("S3.3",),
        "road",
        _no_value_step,
        N_("No step of value in use"),
        N_("Whether any step is marked as the one where the value arises."),
        {"": N_("No step shows where the value arises for {the_guest}.")},
        finished=True,
    ),
    Rule(
        "VALUE-UNREACHED",
        ("S3.3",),
        "road",
        _value_unreached,
        N_("The value is not reached"),
        N_("Whether a road leads from the start to every step of value in use."),
        {"": N_("No road leads from the start to “{step}”.")},
    ),
    Rule(
        "PURPOSE-MISSING",
        ("S3.9",),
        "road",
        _purpose_missing,
        N_("The purpose"),
        N_("Whether the map says what the journey is for, in words about {the_guest}."),
        {
            "": N_("The map does not say what the journey is for."),
            "activity": N_("The purpose says what the organisation does. What does it give {the_guest}?"),
        },
        finished=True,
        answer="purpose",
    ),
)
