"""Say it once: what the customer is asked again, and what is needed and never passed on (FEATURES 31)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeymap.analysis.components import reachable_sets
from journeymap.analysis.graph import Graph
from journeymap.analysis.walls.facts import Facts
from journeymap.model.ids import Id


@dataclass(frozen=True, slots=True)
class Repeat:
    """An item asked for at one step and again at a later one.

    `known` says whether information passes between the two all the same, `required` whether the
    second one must ask by law, `between_lanes` whether the two lie in different lanes.
    """

    item: Id
    first: Id
    again: Id
    known: bool
    required: bool
    between_lanes: bool


@dataclass(frozen=True, slots=True)
class Unpassed:
    """An item that a step behind the scenes needs, and that no step which asks for it passes on."""

    item: Id
    step: Id
    asked_at: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class SayOnce:
    """Repeats and gaps, each by item and then from the start of the road."""

    repeats: tuple[Repeat, ...]
    gaps: tuple[Unpassed, ...]


def say_once(facts: Facts) -> SayOnce:
    """Every item of the map over all steps that ask for it."""
    graph = facts.graph
    met, behind = _asking(graph, front=True), _asking(graph, front=False)
    return SayOnce(tuple(_repeats(facts, met)), tuple(_gaps(facts, met, behind)))


def _asking(graph: Graph, *, front: bool) -> dict[Id, list[int]]:
    """Item → the provider steps that ask for it: those the customer meets, or those behind."""
    found: dict[Id, list[int]] = defaultdict(list)
    for number, step in enumerate(graph.steps):
        if graph.front[number] is front and not graph.customer[number]:
            for item in dict.fromkeys(step.asks or ()):
                if item in graph.journey.items:
                    found[item].append(number)
    return {item: found[item] for item in sorted(found)}


def _repeats(facts: Facts, met: dict[Id, list[int]]) -> Iterator[Repeat]:
    graph = facts.graph
    asking = sorted({step for steps in met.values() if len(steps) > 1 for step in steps})
    bit = {step: place for place, step in enumerate(asking)}
    reached = reachable_sets(graph.ahead, asking) if asking else []
    for item, steps in met.items():
        for first, again in _pairs(steps):
            if reached[first] >> bit[again] & 1:
                yield Repeat(
                    item=item,
                    first=graph.steps[first].id,
                    again=graph.steps[again].id,
                    known=facts.informed(first, again),
                    required=bool(graph.steps[again].reask_required),
                    between_lanes=graph.lane[first].id != graph.lane[again].id,
                )


def _pairs(steps: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((first, again) for first in steps for again in steps if first != again)


def _gaps(facts: Facts, met: dict[Id, list[int]], behind: dict[Id, list[int]]) -> Iterator[Unpassed]:
    graph = facts.graph
    for item, steps in behind.items():
        asked = met.get(item, [])
        for step in steps:
            if not any(facts.informed(first, step) for first in asked):
                yield Unpassed(item, graph.steps[step].id, tuple(graph.steps[first].id for first in asked))
