"""What an examination works out about the road before it judges anything (METHOD 1)."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.analysis.goal import Ends, find_ends, goal_minutes
from journeymap.analysis.graph import Graph, build
from journeymap.analysis.shares import Shares, effective_shares
from journeymap.analysis.visits import expected_visits
from journeymap.model.journey import Journey
from journeymap.model.quantity import PLAIN, read_quantity


@dataclass(frozen=True, slots=True)
class Ground:
    """Graph, shares, starts and goals, visits, G and N."""

    graph: Graph
    shares: Shares
    ends: Ends
    visits: list[float] | None
    goal: float | None
    volume: float | None
    """Journeys a year, N, by its point."""


def survey(journey: Journey) -> Ground:
    """Graph, shares, starts and goals, visits, G and N of a journey (METHOD 1)."""
    graph = build(journey)
    shares = effective_shares(graph)
    ends = find_ends(graph)
    volume = read_quantity(journey.head.journeys_per_year, PLAIN)
    return Ground(
        graph=graph,
        shares=shares,
        ends=ends,
        visits=_visits(graph, shares, ends),
        goal=goal_minutes(graph, ends),
        volume=None if volume is None else volume.point,
    )


def _visits(graph: Graph, shares: Shares, ends: Ends) -> list[float] | None:
    """V of every step; None without a start or where a step traps its visitors."""
    if not ends.starts:
        return None
    roads = [[(graph.target[link], shares.of_link[link]) for link in links] for links in graph.out]
    start = {step: 1 / len(ends.starts) for step in ends.starts}
    return expected_visits(start, roads, shares.leaves)
