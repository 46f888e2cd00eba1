"""What every customer must pass, where customers are sent back, which unit is the bottleneck (METHOD 4)."""

from __future__ import annotations

from collections import deque

from journeymap.analysis.components import components
from journeymap.analysis.goal import find_ends
from journeymap.analysis.graph import Graph, build
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import CUSTOMER_KINDS

MOST_STEPS = 1_000
"""Above this many steps nobody waits for the bottleneck."""


def must_pass(journey: Journey, step: Id) -> tuple[Id, ...]:
    """Steps that every road from a start to this step passes, from the start on, it and starts apart.

    Empty for a step that no road reaches.
    """
    from networkx import DiGraph, immediate_dominators  # noqa: PLC0415 - slow to load, seldom asked

    graph = build(journey)
    starts = find_ends(graph).starts
    road = DiGraph((source, target) for source, targets in enumerate(graph.ahead) for target in targets)
    road.add_edges_from((-1, start) for start in starts)
    if not starts or step not in graph.index:
        return ()
    before = immediate_dominators(road, -1)
    passed: list[int] = []
    at = before.get(graph.index[step], -1)
    while at is not None and at != -1:
        passed.append(at)
        at = before.get(at, -1)
    return tuple(graph.steps[number].id for number in reversed(passed) if number not in starts)


def rounds(journey: Journey) -> tuple[tuple[Id, ...], ...]:
    """Where customers are sent back: the shortest round of every knot of the road, by first id."""
    graph = build(journey)
    following = graph.ahead
    found = [_shortest(following, set(part)) for part in components(following) if len(part) > 1]
    return tuple(sorted(_from_first(graph, cycle) for cycle in found))


def _from_first(graph: Graph, cycle: list[int]) -> tuple[Id, ...]:
    first = cycle.index(min(cycle))
    return tuple(graph.steps[number].id for number in (*cycle[first:], *cycle[:first]))


def _shortest(following: list[list[int]], inside: set[int]) -> list[int]:
    """The shortest round; of several the one through the step that comes first.

    A step whose round is known is taken out, and what then lies on no round at all goes with it.
    """
    best: list[int] = []
    rest = {step: sorted(set(following[step]) & inside) for step in inside}
    leading: dict[int, list[int]] = {step: [] for step in inside}
    for source, targets in rest.items():
        for target in targets:
            leading[target].append(source)
    for step in sorted(inside):
        if step not in rest:
            continue
        cycle = _round_through(rest, step, len(best) or len(inside) + 1)
        best = cycle or best
        _take_out(rest, leading, step)
    return best


def _round_through(rest: dict[int, list[int]], start: int, less_than: int) -> list[int]:
    """The shortest round through a step if it has fewer steps than that, else empty."""
    came: dict[int, int] = {}
    ring = deque([(start, 1)])
    while ring:
        step, length = ring.popleft()
        if length >= less_than:
            return []
        for target in rest[step]:
            if target == start:
                return _traced(came, start, step)
            if target not in came:
                came[target] = step
                ring.append((target, length + 1))
    return []


def _traced(came: dict[int, int], start: int, last: int) -> list[int]:
    cycle = [last]
    while cycle[-1] != start:
        cycle.append(came[cycle[-1]])
    return cycle[::-1]


def _take_out(rest: dict[int, list[int]], leading: dict[int, list[int]], step: int) -> None:
    """Remove a step, and whatever then leads nowhere."""
    gone = [step]
    while gone:
        last = gone.pop()
        if last not in rest:
            continue
        del rest[last]
        for source in leading[last]:
            if source in rest:
                rest[source] = [target for target in rest[source] if target != last]
                if not rest[source]:
                    gone.append(source)


def bottlenecks(journey: Journey) -> tuple[tuple[Id, float], ...]:
    """Lanes by how much of what passes between others runs through them: a hint, most first.

    Betweenness on the quotient of the road by lane (customer lanes apart), from 0 to 1. Empty for
    maps too large to wait for.
    """
    if len(journey.steps) > MOST_STEPS:
        return ()
    from networkx import DiGraph, betweenness_centrality  # noqa: PLC0415 - slow to load, seldom asked

    graph = build(journey)
    between = DiGraph()
    between.add_nodes_from(sorted(lane.id for lane in journey.lanes.values()))
    for source, targets in enumerate(graph.ahead):
        between.add_edges_from((graph.lane[source].id, graph.lane[target].id) for target in targets)
    share = betweenness_centrality(between)
    lanes = [lane for lane in journey.lanes.values() if lane.kind not in CUSTOMER_KINDS]
    return tuple(sorted(((lane.id, share[lane.id]) for lane in lanes), key=lambda pair: (-pair[1], pair[0])))
