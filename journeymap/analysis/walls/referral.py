"""Referral and supplier walls: "that is not us, it is them" (METHOD 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from journeymap.analysis.findings import WallFinding, WallType
from journeymap.analysis.walks import Walk
from journeymap.analysis.walls.facts import Facts, finding, sure_unless_unknown


def find(facts: Facts) -> Iterator[WallFinding]:
    """Pairs of another unit between which the customer is referred or carries the matter alone."""
    graph = facts.graph
    for (giver, receiver), walks in facts.walks.items():
        same = graph.same(giver, receiver)
        because = None if same is True else _strongest(walks, facts.informed(giver, receiver))
        if because is not None:
            certainty = "suspected" if because == "silent" else sure_unless_unknown(same)
            supplied = graph.supplied(giver) or graph.supplied(receiver)
            kind: WallType = "supplier" if supplied else "referral"
            yield finding(graph, kind, giver, receiver, certainty, because=because)


def _strongest(walks: Iterable[Walk], informed: bool) -> Literal["refer", "no", "silent"] | None:
    """Every walk is judged alone: the strongest reason over them; None where none is a wall.

    A referral counts whatever was told; otherwise an information path between the units settles
    it, and so does a walk that the company carried or that says the receiver knows.
    """
    told = {walk.told for walk in walks}
    if "refer" in told:
        return "refer"
    if informed:
        return None
    if "no" in told:
        return "no"
    return "silent" if "silent" in told else None
