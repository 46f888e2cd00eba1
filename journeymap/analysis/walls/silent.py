"""Silent walls: the back makes the front wait and nobody tells the customer (METHOD 3)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import WallFinding
from journeymap.analysis.graph import Graph
from journeymap.analysis.walls.facts import Facts, finding, sure_unless_unknown
from journeymap.model.quantity import MINUTES, read_quantity

_KINDS = frozenset({"flow", "refer", "info", "order"})


def find(facts: Facts) -> Iterator[WallFinding]:
    """Links from back to front with a wait on them and no status message from either end."""
    graph = facts.graph
    telling = _tells_customer(graph)
    for number, link in enumerate(graph.links):
        giver, receiver = graph.source[number], graph.target[number]
        if graph.kind[number] not in _KINDS or not graph.back(giver) or not graph.front[receiver]:
            continue
        wait = read_quantity(link.wait_minutes, MINUTES)
        same = graph.same(giver, receiver)
        if wait is None or wait.point <= 0 or same is True or {giver, receiver} & telling:
            continue
        yield finding(graph, "silent", giver, receiver, sure_unless_unknown(same))


def _tells_customer(graph: Graph) -> set[int]:
    """Steps with a status link to a customer step."""
    return {
        graph.source[number]
        for number, kind in enumerate(graph.kind)
        if kind == "status" and graph.customer[graph.target[number]]
    }
