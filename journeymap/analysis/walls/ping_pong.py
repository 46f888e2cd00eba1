"""Ping-pong walls: units that send the customer round between them (METHOD 3)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.components import components
from journeymap.analysis.findings import Certainty, WallFinding
from journeymap.analysis.graph import Graph, Owner
from journeymap.analysis.walls.facts import Facts, finding
from journeymap.model.ids import Id
from journeymap.model.reading import column_of


def find(facts: Facts) -> Iterator[WallFinding]:
    """Strongly connected parts of the road, by_design links apart, that touch several units."""
    graph = facts.graph
    following = [
        [graph.target[link] for link in links if not graph.links[link].by_design] for links in graph.out
    ]
    for part in components(following):
        certainty = _certainty(graph, part) if len(part) > 1 else None
        if certainty is not None:
            steps = tuple(sorted(graph.steps[step].id for step in part))
            sides = _sides(graph, part)
            yield finding(graph, "ping_pong", None, None, certainty, steps=steps, sides=sides)


def _certainty(graph: Graph, part: list[int]) -> Certainty | None:
    front = [step for step in part if graph.front[step]]
    if len({graph.unit[step] for step in front} - {()}) > 1:
        return "certain"
    return "suspected" if len({graph.owner[step] for step in front}) > 1 else None


def _sides(graph: Graph, part: list[int]) -> tuple[Id, ...]:
    """The first step met of every owner, in the order of columns."""
    sides: dict[Owner, Id] = {}
    for step in sorted(part, key=lambda number: (column_of(graph.steps[number]), number)):
        if graph.front[step]:
            sides.setdefault(graph.owner[step], graph.steps[step].id)
    return tuple(sides.values())
