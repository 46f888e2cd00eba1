"""Hand-off walls: one small finder a type, and what people say of the findings (METHOD 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeymap.analysis.findings import WallFinding
from journeymap.analysis.walls import (
    channel,
    mandate,
    memory,
    nobody,
    ping_pong,
    promise,
    referral,
    refusal,
    silent,
)
from journeymap.analysis.walls.facts import Facts
from journeymap.analysis.walls.sayings import with_sayings

FINDERS: tuple[Callable[[Facts], Iterator[WallFinding]], ...] = (
    referral.find,
    promise.find,
    memory.find,
    ping_pong.find,
    nobody.find,
    silent.find,
    channel.find,
    mandate.find,
    refusal.find,
)
"""Every finder; the referral finder answers for supplier walls too."""


def find_walls(facts: Facts) -> list[WallFinding]:
    """All findings in the order of their keys, equal ones joined, with what people say of them."""
    strongest: dict[str, WallFinding] = {}
    for finder in FINDERS:
        for found in finder(facts):
            if found.key not in strongest or found.certainty == "certain":
                strongest[found.key] = found
    return with_sayings(facts.graph, strongest.values())
