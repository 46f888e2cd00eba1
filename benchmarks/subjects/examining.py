"""A whole examination, without trials and with those of the live list, beside naive networkx.

Then what is worked out on demand only, and how much longer five times the steps take.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import networkx as nx

from benchmarks.maps import synthetic
from benchmarks.measure import Measured, medians, rounds_for
from journeymap.analysis.examine import LIVE_TRIALS, examine
from journeymap.analysis.further import look_further
from journeymap.model.journey import Journey

LIMITS = {200: 50.0, 1000: 250.0, 5000: 1500.0}
"""Milliseconds that everything METHOD asks may take, by steps."""


SMALL, LARGE, GROWTH = 1000, 5000, 6.0
"""Five times the steps may take six times as long."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Three lines a size, and one for the growth where both of its sizes are measured."""
    for steps in sizes:
        yield from _examinations(steps, rounds_for(steps, rounds))
    if SMALL in sizes and LARGE in sizes:
        yield _growth(rounds_for(LARGE, rounds))


def _examinations(steps: int, rounds: int) -> Iterator[Measured]:
    journey = synthetic(steps)
    found = examine(journey, trials=0)
    works = {
        "plain": lambda: examine(journey, trials=0),
        "live": lambda: examine(journey, trials=LIVE_TRIALS),
        "further": lambda: look_further(journey, found),
        "naive": lambda: naive(journey),
    }
    taken = medians(works, rounds)
    limit = LIMITS.get(steps, 0.25 * steps)
    names = {
        "plain": "examination",
        "live": f"examination, {LIVE_TRIALS} trials",
        "further": "cards, gaps, ladders, remedies",
    }
    for name, what in names.items():
        yield Measured(
            what, steps, taken[name], "networkx: walls, chains only", taken["naive"],
            f"<= {limit:.0f} ms", taken[name] <= limit,
        )  # fmt: skip


def _growth(rounds: int) -> Measured:
    """Both sizes in turns, so that a busy machine weighs on both."""
    small, large = synthetic(SMALL), synthetic(LARGE)
    taken = medians(
        {"small": lambda: examine(small, trials=0), "large": lambda: examine(large, trials=0)}, rounds
    )
    return Measured(
        "examination, growth", LARGE, taken["large"], f"{SMALL} steps", taken["small"],
        f"<= {GROWTH:g} x", taken["large"] <= GROWTH * taken["small"],
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
