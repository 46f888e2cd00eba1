"""What an examination works out about the road before it judges anything (METHOD 1)."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.analysis.goal import Ends, find_ends, goal_minutes
from journeymap.analysis.graph import Graph, build
from journeymap.analysis.shares import Shares, effective_shares, road_shares
from journeymap.analysis.visits import expected_visits, trapped
from journeymap.model.journey import Journey
from journeymap.model.quantity import PLAIN, read_quantity


@dataclass(frozen=True, slots=True)
class Ground:
    """Graph, shares, starts and goals, visits, G and N."""

    graph: Graph
    shares: Shares
    ends: Ends
    visits: list[float] | None
    """V of every step; None without a start or where a step traps its visitors."""
    goal: float | None
    volume: float | None
    """Journeys a year, N, by its point."""
    stuck: list[int]
    """Steps that a journey comes to and can leave no more (NO-EXIT): then there are no visits."""


def survey(journey: Journey) -> Ground:
    """Graph, shares, starts and goals, visits, G and N of a journey (METHOD 1)."""
    graph = build(journey)
    shares = effective_shares(graph)
    ends = find_ends(graph)
    roads = road_shares(graph, shares)
    start = dict.fromkeys(ends.starts, 1 / len(ends.starts)) if ends.starts else {}
    visits = expected_visits(start, roads, shares.leaves) if start else None
    volume = read_quantity(journey.head.journeys_per_year, PLAIN)
    return Ground(
        graph=graph,
        shares=shares,
        ends=ends,
        visits=visits,
        goal=goal_minutes(graph, ends),
        volume=None if volume is None else volume.point,
        stuck=trapped(start, roads, shares.leaves) if visits is None else [],
    )
