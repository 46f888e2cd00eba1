"""Nobody's walls: the customer stands at an open end, or a promise has no one to honour it."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import WallFinding
from journeymap.analysis.walls.facts import Facts, finding
from journeymap.analysis.walls.promise import makers_and_honourers


def find(facts: Facts) -> Iterator[WallFinding]:
    """Open ends speak only on a map that says where its journeys end (METHOD 3 a, b)."""
    graph = facts.graph
    if any(step.end or step.goal for step in graph.steps):
        for number, step in enumerate(graph.steps):
            stuck = graph.front[number] and graph.into[number] and not graph.out[number]
            if stuck and not step.end and not step.goal:
                yield finding(graph, "nobody", number, None, "certain", because="open_end")
    makers, honourers = makers_and_honourers(graph)
    for promise, making in makers.items():
        if promise not in honourers:
            for giver in making:
                yield finding(graph, "nobody", giver, None, "certain", promise=promise, because="unhonoured")
