"""Promise walls: what one unit promises, another is to honour and was never told (METHOD 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from journeymap.analysis.findings import WallFinding
from journeymap.analysis.graph import Graph
from journeymap.analysis.walls.facts import Facts, finding, sure_unless_unknown
from journeymap.model.ids import Id


def find(facts: Facts) -> Iterator[WallFinding]:
    """Every maker against everyone who is to honour; without any maker a suspicion each."""
    graph = facts.graph
    makers, honourers = makers_and_honourers(graph)
    for promise, honouring in honourers.items():
        for receiver in honouring:
            if promise not in makers:
                yield finding(
                    graph, "promise", None, receiver, "suspected", promise=promise, because="unmade"
                )
            for giver in makers.get(promise, ()):
                same = graph.same(giver, receiver)
                if same is not True and not facts.informed(giver, receiver):
                    certainty = sure_unless_unknown(same)
                    yield finding(graph, "promise", giver, receiver, certainty, promise=promise)


def makers_and_honourers(graph: Graph) -> tuple[dict[Id, list[int]], dict[Id, list[int]]]:
    """Promise → the provider steps that make it, and those that are to honour it."""
    known = graph.journey.promises
    made: dict[Id, list[int]] = defaultdict(list)
    honoured: dict[Id, list[int]] = defaultdict(list)
    for number, step in enumerate(graph.steps):
        if not graph.customer[number]:
            for table, promises in ((made, step.makes), (honoured, step.honours)):
                for promise in dict.fromkeys(promises or ()):
                    if promise in known:
                        table[promise].append(number)
    return dict(made), dict(honoured)
