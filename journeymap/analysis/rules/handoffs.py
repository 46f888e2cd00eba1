"""Rules about how the customer is passed on: proof carried, hand-offs, who owns the case (CLAIMS S0, S1)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import Certainty
from journeymap.analysis.graph import ROAD, Graph, Owner
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.reading import column_of, is_critical

EXCESS = 0.5
"""Expected hand-offs above the fewest possible by more than this are worth a question."""


def _wall_carrier(matter: Matter) -> Iterator[Question]:
    """The customer carries the matter from a front step, and no information passes to the next unit.

    Certain where the link says that the next one does not know, suspected where nothing is said.
    """
    graph = matter.ground.graph
    for number, link in enumerate(graph.links):
        giver = graph.source[number]
        alone = link.carrier == "customer" and link.info not in ("yes", "partial")
        if not alone or graph.kind[number] not in ROAD or not graph.front[giver]:
            continue
        receivers = [other for other in _met_next(graph, number) if graph.same(giver, other) is not True]
        sure = _carried_alone(matter, giver, receivers, link.info == "no")
        if sure is not None:
            open_ = sure == "suspected"
            facts = {"step": link.source, "next": link.target}
            yield Question((link.id,), sure, facts, say="unsaid" if open_ else "", unsaid=open_)


def _carried_alone(matter: Matter, giver: int, receivers: list[int], said: bool) -> Certainty | None:
    """Whether any of the next ones is not told, by the walks that lead there."""
    facts = matter.facts
    untold = [other for other in receivers if other != giver and not facts.informed(giver, other)]
    told = {walk.told for other in untold for walk in facts.walks.get((giver, other), ())}
    if told and (said or "no" in told):
        return "certain"
    return "suspected" if told & {"silent", "refer"} else None


def _met_next(graph: Graph, link: int) -> list[int]:
    """Front steps that the customer comes to next over this link and the customer's own steps."""
    seen: set[int] = set()
    found: list[int] = []
    waiting = [link]
    while waiting:
        way = waiting.pop()
        target = graph.target[way]
        if graph.links[way].by_design or target in seen:
            continue
        seen.add(target)
        if graph.front[target]:
            found.append(target)
        elif graph.customer[target] and not graph.steps[target].value_in_use:
            waiting += graph.out[target]
    return sorted(found)


def _handoff_excess(matter: Matter) -> Iterator[Question]:
    expected, fewest = matter.figures.expected_handoffs, matter.figures.minimum_handoffs
    if expected is not None and fewest is not None and expected > fewest + EXCESS:
        yield Question((), facts={"number": round(expected, 6), "n": fewest})


def _pass_through(matter: Matter) -> Iterator[Question]:
    """One way in, one way on to another owner, and nothing done in between."""
    graph = matter.ground.graph
    onward = {giver for giver, receiver in matter.facts.walks if graph.owner[giver] != graph.owner[receiver]}
    for number in sorted(onward):
        if len(graph.into[number]) != 1 or len(graph.out[number]) != 1 or _does_something(graph, number):
            continue
        before = graph.source[graph.into[number][0]]
        if graph.customer[before] or graph.owner[before] != graph.owner[number]:
            step = graph.steps[number]
            seen = {"links": [graph.links[link].id for link in (*graph.into[number], *graph.out[number])]}
            yield Question((step.id,), "suspected", {"step": step.id}, seen)


def _does_something(graph: Graph, number: int) -> bool:
    """Whether the step asks, promises, honours, decides, is wanted for itself or is an end of the road."""
    step = graph.steps[number]
    ends = step.goal or step.end or step.start or step.value_in_use or step.recovery
    said = step.asks or step.makes or step.honours or step.mandate == "can_solve"
    works = step.demand == "value" or step.high_point or step.minutes_needed is not None
    return bool(ends or said or works or is_critical(step))


def _no_case_owner(matter: Matter) -> Iterator[Question]:
    """The customer passes several units, and no step on that part of the road says who owns the case."""
    graph = matter.ground.graph
    between = [pair for pair in matter.facts.walks if graph.owner[pair[0]] != graph.owner[pair[1]]]
    if not between:
        return
    part = _parts(graph)
    owned = {part[number] for number, step in enumerate(graph.steps) if (step.owner or "").strip()}
    passed: dict[int, set[int]] = {}
    for giver, receiver in between:
        if part[giver] not in owned and graph.same(giver, receiver) is not True:
            passed.setdefault(part[giver], set()).update((giver, receiver))
    for steps in sorted(passed.values(), key=min):
        firsts = _first_of_each_owner(graph, steps)
        known = sum(bool(graph.unit[graph.index[id]]) for id in firsts)
        sure: Certainty = "certain" if known > 1 else "suspected"
        yield Question(firsts, sure, {"n": len(firsts)}, unsaid=True)


def _parts(graph: Graph) -> list[int]:
    """Per step the first step of the part of the map that the road joins it to, in either direction."""
    part = [-1] * len(graph.steps)
    for first in range(len(part)):
        waiting = [first] if part[first] < 0 else []
        while waiting:
            step = waiting.pop()
            if part[step] < 0:
                part[step] = first
                waiting += [graph.target[link] for link in graph.out[step]]
                waiting += [graph.source[link] for link in graph.into[step]]
    return part


def _first_of_each_owner(graph: Graph, steps: set[int]) -> tuple[Id, ...]:
    """The first step met of every owner, in the order of columns."""
    firsts: dict[Owner, Id] = {}
    for step in sorted(steps, key=lambda number: (column_of(graph.steps[number]), number)):
        firsts.setdefault(graph.owner[step], graph.steps[step].id)
    return tuple(firsts.values())


RULES = (
    Rule(
        "NO-CASE-OWNER",
        ("S0.9",),
        "several",
        _no_case_owner,
        N_("Nobody owns the case"),
        N_("Whether any step names an owner where {the_guest} passes several units."),
        {"": N_("{The_guest} passes {n} units, and no step names who owns the case.")},
        answer="owner",
    ),
    Rule(
        "HANDOFF-EXCESS",
        ("S0.14",),
        "several",
        _handoff_excess,
        N_("More hand-offs than needed"),
        N_("Expected changes of unit on the way to the goal, beside the fewest possible."),
        {"": N_("Expected hand-offs on the way: {number}. Fewest possible: {n}.")},
    ),
    Rule(
        "PASS-THROUGH",
        ("S1.5",),
        "several",
        _pass_through,
        N_("Only sends on"),
        N_("Steps with one way in and one way on, where nothing is asked, promised, honoured or decided."),
        {"": N_("“{step}” seems only to send {the_guest} on.")},
    ),
    Rule(
        "WALL-CARRIER",
        ("S0.3",),
        "untold",
        _wall_carrier,
        N_("The proof is carried by hand"),
        N_("Links on which {the_guest} carries the matter to another unit that is not informed."),
        {
            "": N_("{The_guest} carries the proof from “{step}” to “{next}”; nobody passes it on."),
            "unsaid": N_(
                "{The_guest} carries the proof from “{step}” to “{next}”; it is not said who passes it on."
            ),
        },
        answer="info",
    ),
)
