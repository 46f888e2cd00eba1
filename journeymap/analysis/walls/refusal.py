"""Refusal walls: an order between functions was refused (METHOD 3)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import WallFinding
from journeymap.analysis.walls.facts import Facts, finding


def find(facts: Facts) -> Iterator[WallFinding]:
    """Order links that say they were refused, from who orders to who delivers."""
    graph = facts.graph
    for number, link in enumerate(graph.links):
        if graph.kind[number] == "order" and link.order is not None and link.order.refused:
            yield finding(graph, "refusal", graph.source[number], graph.target[number], "certain")
