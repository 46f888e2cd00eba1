"""The map in numbers (METHOD 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journeymap.analysis.findings import RankedFriction, WallFinding
from journeymap.analysis.graph import Graph
from journeymap.model.ids import Id
from journeymap.model.reading import is_critical

ABOVE_ASSUMED = frozenset({"heard", "observed", "measured"})
MOST_UNKNOWN = 0.2
"""Above this share of visits of unknown demand no failure demand is printed."""


def failure_demand_share(graph: Graph, visits: Sequence[float] | None) -> float | None:
    """Visits at front steps that something went wrong for, of all visits at front steps."""
    bounds = failure_demand_bounds(graph, visits)
    if bounds is None or visits is None or bounds[1] - bounds[0] > MOST_UNKNOWN + 1e-12:
        return None
    return bounds[0]


def failure_demand_bounds(graph: Graph, visits: Sequence[float] | None) -> tuple[float, float] | None:
    """The share of failure demand if none, and if all, of what is unknown were so; None without visits."""
    if visits is None:
        return None
    fronts = [number for number, front in enumerate(graph.front) if front]
    total = sum(visits[number] for number in fronts)
    if not total:
        return None
    failing = sum(visits[number] for number in fronts if graph.steps[number].demand == "failure")
    value = sum(visits[number] for number in fronts if graph.steps[number].demand == "value")
    return failing / total, (total - value) / total


def evidence_share(graph: Graph, ranked: Iterable[RankedFriction]) -> float | None:
    """Share of the ranked minutes that rest on more than assumption."""
    journey = graph.journey
    known = {
        item.about for item in journey.evidence.values() if item.level in ("heard", "observed", "measured")
    }
    total = backed = 0.0
    for friction in ranked:
        total += friction.per1000
        backed += friction.per1000 if friction.id in known else 0.0
    return backed / total if total else None


def hours_at_walls(
    ranked: Iterable[RankedFriction], named: Mapping[Id, tuple[WallFinding, ...]]
) -> float | None:
    """Hours a year of frictions at any standing wall, each once; None without a volume."""
    hours = [friction.hours for friction in ranked if any(wall.stands for wall in named[friction.id])]
    return None if None in hours else sum(value for value in hours if value is not None)


def critical_moments(graph: Graph) -> int:
    """Critical steps, by the tick or by the votes."""
    return sum(is_critical(step) for step in graph.journey.steps.values())
