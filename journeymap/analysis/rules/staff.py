"""Rules about the conditions of those who meet the customer (CLAIMS S1, S2)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.quantity import MINUTES, read_quantity


def _sys_gap(matter: Matter) -> Iterator[Question]:
    graph = matter.ground.graph
    for number, step in enumerate(graph.steps):
        if graph.front[number] and step.system_support == "none":
            yield Question((step.id,), facts={"step": step.id})
        elif graph.front[number] and step.system_support == "partial":
            yield Question((step.id,), "suspected", {"step": step.id})


def _time_gap(matter: Matter) -> Iterator[Question]:
    for step in matter.ground.graph.steps:
        needed = read_quantity(step.minutes_needed, MINUTES)
        given = read_quantity(step.minutes_given, MINUTES)
        if needed is not None and given is not None and needed.point > given.point:
            facts = {"step": step.id, "number": needed.point, "given": given.point}
            yield Question((step.id,), facts=facts)


def _failure_demand(matter: Matter) -> Iterator[Question]:
    share = matter.figures.failure_demand_share
    if share:
        graph = matter.ground.graph
        steps = tuple(
            step.id
            for number, step in enumerate(graph.steps)
            if graph.front[number] and step.demand == "failure"
        )
        yield Question(steps, facts={"share": round(share, 9)})


RULES = (
    Rule("SYS-GAP", _sys_gap, N_("Does the system give those at “{step}” what they need?")),
    Rule("TIME-GAP", _time_gap, N_("“{step}” needs {number} minutes and is given {given}.")),
    Rule(
        "FAILURE-DEMAND", _failure_demand, N_("{share} of the contacts come from something that went wrong.")
    ),
)
