"""Rules about the conditions of those who meet the customer (CLAIMS S0-S2)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.figures import failure_demand_bounds
from journeymap.analysis.findings import Certainty
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.quantity import MINUTES, read_quantity
from journeymap.model.reading import is_critical

WIDE = 0.5
"""A range of failure demand as wide as this says nothing and is not told."""


def _no_mandate(matter: Matter) -> Iterator[Question]:
    graph = matter.ground.graph
    for number, step in enumerate(graph.steps):
        if graph.front[number] and is_critical(step):
            facts, seen = {"step": step.id}, {"mandate": step.mandate}
            if step.mandate in ("must_ask", "none"):
                yield Question((step.id,), "certain", facts, seen)
            elif step.mandate == "unknown":
                yield Question((step.id,), "suspected", facts, seen, "unknown")


def _sys_gap(matter: Matter) -> Iterator[Question]:
    graph = matter.ground.graph
    for number, step in enumerate(graph.steps):
        if graph.front[number] and step.system_support == "none":
            yield Question((step.id,), facts={"step": step.id})
        elif graph.front[number] and step.system_support == "partial":
            yield Question((step.id,), "suspected", {"step": step.id}, say="partial")


def _time_gap(matter: Matter) -> Iterator[Question]:
    """More minutes needed than given; suspected where the two ranges overlap."""
    for step in matter.ground.graph.steps:
        if step.minutes_needed is None or step.minutes_given is None:
            continue
        needed = read_quantity(step.minutes_needed, MINUTES)
        given = read_quantity(step.minutes_given, MINUTES)
        if needed is not None and given is not None and needed.point > given.point:
            sure: Certainty = "certain" if needed.low > given.high else "suspected"
            yield Question((step.id,), sure, {"step": step.id, "number": needed.point, "given": given.point})


def _failure_demand(matter: Matter) -> Iterator[Question]:
    """The share of contacts that something went wrong for; a range where much is of unknown demand."""
    graph = matter.ground.graph
    steps = tuple(
        step.id for number, step in enumerate(graph.steps) if graph.front[number] and step.demand == "failure"
    )
    if not steps:
        return
    share = matter.figures.failure_demand_share
    if share:
        yield Question(steps, facts={"share": round(share, 9)})
        return
    bounds = failure_demand_bounds(graph, matter.ground.visits)
    if bounds is not None and bounds[0] > 0 and bounds[1] - bounds[0] < WIDE:
        facts = {"least": round(bounds[0], 9), "most": round(bounds[1], 9)}
        yield Question(steps, "suspected", facts, say="range")


RULES = (
    Rule(
        "NO-MANDATE",
        ("S0.15",),
        "staff",
        _no_mandate,
        N_("May not decide"),
        N_("The mandate at critical steps where {the_guest} is met."),
        {
            "": N_("“{step}” is decisive, and whoever meets {the_guest} there may not decide."),
            "unknown": N_("Nobody knows whether those who meet {the_guest} at “{step}” may decide."),
        },
        answer="mandate",
    ),
    Rule(
        "SYS-GAP",
        ("S2.3",),
        "staff",
        _sys_gap,
        N_("Support from the system"),
        N_("The system support at steps where {the_guest} is met."),
        {
            "": N_("Those at “{step}” have no support from a system."),
            "partial": N_("Those at “{step}” get part of what they need from the system."),
        },
        answer="system_support",
    ),
    Rule(
        "TIME-GAP",
        ("S2.4",),
        "staff",
        _time_gap,
        N_("Time needed and given"),
        N_("Minutes needed and minutes given at a step."),
        {"": N_("“{step}” needs {number} minutes and is given {given}.")},
        answer="minutes_given",
    ),
    Rule(
        "FAILURE-DEMAND",
        ("S1.8",),
        "staff",
        _failure_demand,
        N_("Contacts that something went wrong for"),
        N_("Visits at steps of failure demand, beside visits at all steps where {the_guest} is met."),
        {
            "": N_("{share} of the contacts come from something that went wrong."),
            "range": N_("Between {least} and {most} of the contacts come from something that went wrong."),
        },
        answer="demand",
    ),
)
