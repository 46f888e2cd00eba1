"""Memory walls: the customer is asked again for what was already said (METHOD 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from journeymap.analysis.components import reachable_sets
from journeymap.analysis.findings import WallFinding
from journeymap.analysis.graph import Graph
from journeymap.analysis.walls.facts import Facts, finding
from journeymap.model.ids import Id


def find(facts: Facts) -> Iterator[WallFinding]:
    """One finding per pair of front steps, about the first shared item in the order of ids."""
    graph = facts.graph
    askers = _askers(graph)
    asking = sorted({step for steps in askers.values() for step in steps})
    bit = {step: place for place, step in enumerate(asking)}
    reached = reachable_sets(graph.ahead, asking)
    found: set[tuple[int, int]] = set()
    for item in sorted(askers):
        for first in askers[item]:
            for again in askers[item]:
                pair = (first, again)
                if pair in found or first == again or not reached[first] >> bit[again] & 1:
                    continue
                if not graph.steps[again].reask_required and not facts.informed(first, again):
                    found.add(pair)
                    yield finding(graph, "memory", first, again, "certain", item=item)


def _askers(graph: Graph) -> dict[Id, list[int]]:
    """Item → the front steps that ask for it, where at least two do."""
    known = graph.journey.items
    askers: dict[Id, list[int]] = defaultdict(list)
    for number, step in enumerate(graph.steps):
        if graph.front[number]:
            for item in dict.fromkeys(step.asks or ()):
                if item in known:
                    askers[item].append(number)
    return {item: steps for item, steps in askers.items() if len(steps) > 1}
