"""Channel walls: the customer is made to change channel on the way (METHOD 3)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import WallFinding
from journeymap.analysis.walls.facts import Facts, finding


def find(facts: Facts) -> Iterator[WallFinding]:
    """Contact walks with a forced link between steps whose stated channels differ."""
    graph = facts.graph
    for (giver, receiver), walks in facts.walks.items():
        one, other = (_channel(graph.steps[step].channel) for step in (giver, receiver))
        if one and other and one != other and any(walk.forced for walk in walks):
            yield finding(graph, "channel", giver, receiver, "certain")


def _channel(text: str | None) -> str:
    return (text or "").strip().casefold()
