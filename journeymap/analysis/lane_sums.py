"""A lane's card as people count on the map: walls as they are drawn, and what has no owner, each once.

Several reasons between the same two lanes and steps are drawn as one wall (VISUAL 6), so that a card
in the window and in the report counts what can be seen; `LaneCard` counts the reasons one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from journeymap.analysis.findings import Findings
from journeymap.analysis.lane_cards import LaneCard
from journeymap.analysis.wall_sides import wall_parts
from journeymap.model.ids import Id
from journeymap.model.journey import Journey


def walls_drawn(journey: Journey, findings: Findings) -> Mapping[Id, float]:
    """Lane → its part of the certain walls that are drawn; in sum as many as there are."""
    parts: dict[Id, float] = defaultdict(float)
    for mark in findings.marks:
        if mark.certain:
            for lane, part in wall_parts(journey, mark.findings[0]).items():
                parts[lane] += part
    return parts


def all_drawn(findings: Findings) -> int:
    """How many certain walls are drawn."""
    return sum(mark.certain for mark in findings.marks)


def without_owner(card: LaneCard, findings: Findings) -> tuple[str, ...]:
    """What has no owner on a card, a drawn wall once, by the key of its first reason."""
    first = {wall.key: mark.findings[0].key for mark in findings.marks for wall in mark.findings}
    return tuple(dict.fromkeys(first.get(key, key) for key in card.unowned))
