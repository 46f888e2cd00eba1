"""A whole examination, without trials and with those of the live list, beside naive networkx."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import networkx as nx

from benchmarks.maps import synthetic
from benchmarks.measure import Measured, medians, rounds_for
from journeymap.analysis.examine import LIVE_TRIALS, examine
from journeymap.model.journey import Journey

LIMITS = {200: 50.0, 1000: 250.0, 5000: 1500.0}
"""Milliseconds that everything METHOD asks may take, by steps."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size."""
    for steps in sizes:
        yield from _examinations(steps, rounds_for(steps, rounds))


def _examinations(steps: int, rounds: int) -> Iterator[Measured]:
    journey = synthetic(steps)
    works = {
        "plain": lambda: examine(journey, trials=0),
        "live": lambda: examine(journey, trials=LIVE_TRIALS),
        "naive": lambda: naive(journey),
    }
    taken = medians(works, rounds)
    limit = LIMITS.get(steps, 0.25 * steps)
    for what, name in (("examination", "plain"), (f"examination, {LIVE_TRIALS} trials", "live")):
        yield Measured(
            what, steps, taken[name], "networkx: walls, chains only", taken["naive"],
            f"<= {limit:.0f} ms", taken[name] <= limit,
        )  # fmt: skip


def naive(journey: Journey) -> object:
    """A graph of attributes, borders crossed, the longest road, one search for each friction."""
    graph = nx.DiGraph()
    for step in journey.steps.values():
        graph.add_node(step.id, lane=step.lane)
    for link in journey.links.values():
        graph.add_edge(link.source, link.target, info=link.info)
    lane = nx.get_node_attributes(graph, "lane")
    walls = [
        edge for edge in graph.edges(data=True) if lane[edge[0]] != lane[edge[1]] and edge[2]["info"] != "yes"
    ]
    condensed = nx.condensation(graph)
    longest = nx.dag_longest_path_length(condensed)
    chains = [nx.ancestors(graph, friction.at) for friction in journey.frictions.values()]
    return walls, longest, chains
