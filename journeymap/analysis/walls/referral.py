"""Referral and supplier walls: "that is not us, it is them" (METHOD 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.analysis.findings import Certainty, WallFinding, WallType
from journeymap.analysis.walks import Walk
from journeymap.analysis.walls.facts import Facts, finding, sure_unless_unknown


def find(facts: Facts) -> Iterator[WallFinding]:
    """Pairs of another unit between which the customer is referred or carries the matter alone."""
    graph = facts.graph
    for (giver, receiver), walks in facts.walks.items():
        same = graph.same(giver, receiver)
        if same is True:
            continue
        certainty = _judged(walks, facts.informed(giver, receiver), sure_unless_unknown(same))
        if certainty is not None:
            supplied = graph.supplied(giver) or graph.supplied(receiver)
            kind: WallType = "supplier" if supplied else "referral"
            yield finding(graph, kind, giver, receiver, certainty)


def _judged(walks: Iterable[Walk], informed: bool, sure: Certainty) -> Certainty | None:
    """The strongest certainty over the walks of a pair; None where none of them is a wall."""
    verdicts = {_verdict(walk, informed, sure) for walk in walks}
    for certainty in ("certain", "suspected"):
        if certainty in verdicts:
            return certainty
    return None


def _verdict(walk: Walk, informed: bool, sure: Certainty) -> Certainty | None:
    if walk.told == "refer" or (walk.told == "no" and not informed):
        return sure
    return "suspected" if walk.told == "silent" and not informed else None
