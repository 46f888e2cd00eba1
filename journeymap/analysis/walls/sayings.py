"""What people say of walls: confirmed, dismissed, drawn by hand (METHOD 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journeymap.analysis.findings import WallFinding, WallType
from journeymap.analysis.graph import Graph
from journeymap.analysis.walls.facts import wall_key
from journeymap.model.records import Wall

DRAWN = "DRAWN"


def with_sayings(graph: Graph, found: Iterable[WallFinding]) -> list[WallFinding]:
    """The findings with what the walls table says of them, and the walls people drew.

    Of several records with one key the first in the order of ids that states something counts.
    """
    by_key = {finding.key: finding for finding in found}
    for record in sorted(graph.journey.walls.values(), key=lambda wall: wall.id):
        key = record.key
        if key not in by_key and record.state == "drawn":
            key = _drawn(graph, record, by_key)
        if key in by_key:
            by_key[key] = _said(by_key[key], record)
    return sorted(by_key.values(), key=lambda finding: finding.key)


def _said(finding: WallFinding, record: Wall) -> WallFinding:
    return replace(finding, state=finding.state or record.state, record=finding.record or record.id)


def _drawn(graph: Graph, record: Wall, by_key: dict[str, WallFinding]) -> str:
    """The key of the drawn wall; adds it where the finder has none. Empty where an end is missing."""
    if record.source not in graph.index or record.target not in graph.index or record.source == record.target:
        return ""
    ends = (graph.index[record.source], graph.index[record.target])
    type: WallType = "supplier" if any(graph.supplied(end) for end in ends) else "referral"
    key = wall_key(type, record.source, record.target)
    if key not in by_key:
        by_key[key] = WallFinding(
            key=key,
            type=type,
            rule=DRAWN,
            source=record.source,
            target=record.target,
            steps=(),
            certainty="certain",
            because="drawn",
        )
    return key
