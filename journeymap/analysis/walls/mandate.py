"""Mandate walls: at a decisive moment the one who meets the customer may not solve it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from journeymap.analysis.components import reachable_bits
from journeymap.analysis.findings import WallFinding
from journeymap.analysis.graph import Graph
from journeymap.analysis.walls.facts import Facts, finding, sure_unless_unknown
from journeymap.model.reading import is_critical

_KINDS = frozenset({"info", "order"})


def find(facts: Facts) -> Iterator[WallFinding]:
    """Critical front steps without mandate whose nearest solver sits in another unit (METHOD 3)."""
    graph = facts.graph
    asking = [number for number in range(len(graph.steps)) if _must_ask(graph, number)]
    solving = [number for number in range(len(graph.steps)) if _solves(graph, number)]
    if not asking or not solving:
        return
    following = _following(graph)
    reached = _lanes_solving(graph, following, solving)
    near = _near_at_hand(graph, solving, reached)
    solvers = set(solving)
    for number in asking:
        if reached[number] and not near(number):
            target = _nearest(following, number, solvers)
            yield finding(graph, "mandate", number, target, sure_unless_unknown(graph.same(number, target)))


def _lanes_solving(graph: Graph, following: list[list[int]], solving: list[int]) -> list[int]:
    """Per step the lanes in which it reaches a solver, as bits by place among the map's lanes."""
    place = {lane: bit for bit, lane in enumerate(dict.fromkeys(lane.id for lane in graph.lane))}
    own = [0] * len(graph.steps)
    for step in solving:
        own[step] = 1 << place[graph.lane[step].id]
    return reachable_bits(following, own)


def _near_at_hand(graph: Graph, solving: list[int], reached: list[int]) -> Callable[[int], bool]:
    """Whether a step reaches a solver of its own unit, or one met without passing a back step."""
    in_sight = [
        [] if graph.back(step) else [graph.target[link] for link in links]
        for step, links in enumerate(graph.out)
    ]
    met = [0] * len(graph.steps)
    for step in solving:
        met[step] = int(graph.front[step])
    met = reachable_bits(in_sight, met)
    firsts = {lane.id: number for number, lane in enumerate(graph.lane)}
    places = list(dict.fromkeys(lane.id for lane in graph.lane))

    def own(number: int) -> int:
        """The lanes of the step's own unit."""
        bits = (1 << bit for bit, lane in enumerate(places) if graph.same(number, firsts[lane]) is True)
        return sum(bits)

    return lambda number: bool(met[number] or reached[number] & own(number))


def _must_ask(graph: Graph, number: int) -> bool:
    step = graph.steps[number]
    return graph.front[number] and step.mandate in ("must_ask", "none") and is_critical(step)


def _solves(graph: Graph, number: int) -> bool:
    return not graph.customer[number] and graph.steps[number].mandate == "can_solve"


def _following(graph: Graph) -> list[list[int]]:
    """Steps reached over flow, refer, info and order links as drawn."""
    return [
        [graph.target[link] for link in (*road, *(k for k in others if graph.kind[k] in _KINDS))]
        for road, others in zip(graph.out, graph.others_out, strict=True)
    ]


def _nearest(following: Sequence[Sequence[int]], start: int, wanted: set[int]) -> int:
    """The wanted step over the fewest links; of several the first in the order of ids."""
    seen = {start}
    ring = [start]
    while ring:
        ring = sorted({target for step in ring for target in following[step]} - seen)
        seen.update(ring)
        for step in ring:
            if step in wanted:
                return step
    raise ValueError("no wanted step is reachable")
