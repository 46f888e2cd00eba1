"""Hand-offs of which nobody has said yet whether the receiver knows what the giver knows (METHOD 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymap.analysis.components import reachable_sets
from journeymap.analysis.graph import Graph, build
from journeymap.analysis.handoffs import find_handoffs
from journeymap.analysis.walks import contact_walks
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

TOLD = frozenset({"yes", "partial"})


@dataclass(frozen=True)
class OpenHandoff:
    """A giver and a receiver, and the last link of each way between them."""

    source: Id
    target: Id
    last_links: tuple[Id, ...]


def open_handoffs(journey: Journey) -> tuple[OpenHandoff, ...]:
    """Every hand-off where nothing is said: no word on any of its last links, no information path."""
    graph = build(journey)
    told = reachable_sets(_told(graph), range(len(graph.steps)))
    found = []
    for giver, receiver in find_handoffs(graph, contact_walks(graph)):
        links = _last_links(graph, giver, receiver)
        said = any(graph.links[link].info is not None for link in links)
        warm = bool(links) and all(graph.links[link].carrier == "company" for link in links)
        if not said and not warm and not told[giver] >> receiver & 1:
            ids = tuple(graph.links[link].id for link in links)
            found.append(OpenHandoff(graph.steps[giver].id, graph.steps[receiver].id, ids))
    return tuple(found)


def asked_after(journey: Journey, step: Id) -> tuple[OpenHandoff, ...]:
    """The open hand-offs that a step just written has made: first those that end at it."""
    found = [one for one in open_handoffs(journey) if step in (one.source, one.target)]
    return tuple(sorted(found, key=lambda one: (one.target != step, one.source, one.target)))


def _told(graph: Graph) -> list[list[int]]:
    """Which step tells which other something, by links between provider steps."""
    following: list[list[int]] = [[] for _ in graph.steps]
    for number, link in enumerate(graph.links):
        if link.info in TOLD:
            following[graph.source[number]].append(graph.target[number])
    return following


def _last_links(graph: Graph, giver: int, receiver: int) -> list[int]:
    """The links that end at the receiver on a way through the customer's own steps, or directly."""
    reached = set(_through_customers(graph, giver))
    return [link for link in graph.into[receiver] if graph.source[link] in reached]


def _through_customers(graph: Graph, giver: int) -> Iterator[int]:
    seen, waiting = {giver}, [giver]
    while waiting:
        step = waiting.pop()
        yield step
        for link in graph.out[step]:
            target = graph.target[link]
            if target not in seen and graph.customer[target] and not graph.steps[target].value_in_use:
                seen.add(target)
                waiting.append(target)
