"""Hand-offs of which nobody has said yet whether the receiver knows what the giver knows (METHOD 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from journeymap.analysis.components import reachable_sets
from journeymap.analysis.graph import Graph, build
from journeymap.analysis.handoffs import find_handoffs
from journeymap.analysis.walks import contact_walks
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane
from journeymap.model.records import Link, Record, Step

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
    return _open(graph, lambda giver, receiver: bool(told[giver] >> receiver & 1))


def _open(graph: Graph, is_told: Callable[[int, int], bool]) -> tuple[OpenHandoff, ...]:
    found = []
    for giver, receiver in find_handoffs(graph, contact_walks(graph)):
        links = _last_links(graph, giver, receiver)
        said = any(graph.links[link].info is not None for link in links)
        warm = bool(links) and all(graph.links[link].carrier == "company" for link in links)
        if not said and not warm and not is_told(giver, receiver):
            ids = tuple(graph.links[link].id for link in links)
            found.append(OpenHandoff(graph.steps[giver].id, graph.steps[receiver].id, ids))
    return tuple(found)


def asked_after(journey: Journey, step: Id) -> tuple[OpenHandoff, ...]:
    """The open hand-offs that a step just written has made: first those that end at it.

    Only what a customer can come by on the way from or to the step is looked at, not the whole map.
    """
    written = journey.steps.get(step)
    if written is None or is_customer_lane(journey.lanes[written.lane]):
        return ()
    roads = _Roads(journey)
    graph = build(roads.around(step))
    ids = [one.id for one in graph.steps]
    known = _open(graph, lambda giver, receiver: roads.tells(ids[giver], ids[receiver]))
    found = [one for one in known if step in (one.source, one.target)]
    return tuple(sorted(found, key=lambda one: (one.target != step, one.source, one.target)))


class _Roads:
    """The links of a journey by their ends."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._guests = {lane.id for lane in journey.lanes.values() if is_customer_lane(lane)}
        self._out: dict[Id, list[Link]] = {}
        self._into: dict[Id, list[Link]] = {}
        for link in journey.links.values():
            self._out.setdefault(link.source, []).append(link)
            self._into.setdefault(link.target, []).append(link)

    def around(self, step: Id) -> Journey:
        """The part of the journey that decides about the step's hand-offs: every step that a customer can
        come by before they meet somebody, forth and back, and who stands next to those."""
        met = self._met(step, self._out) | self._met(step, self._into)
        near = {end for one in met for link in self._at(one) for end in (link.source, link.target)} | met
        steps = {id: self._journey.steps[id] for id in near if id in self._journey.steps}
        links = {link.id: link for one in near for link in self._at(one)}
        inside = {id: link for id, link in links.items() if link.source in steps and link.target in steps}
        tables: dict[type[Record], Mapping[Id, Record]] = {**self._journey.tables, Step: steps, Link: inside}
        return Journey(self._journey.head, tables)

    def tells(self, giver: Id, receiver: Id) -> bool:
        """Whether what the giver knows comes to the receiver from mouth to mouth."""
        seen, waiting = {giver}, [giver]
        while waiting:
            for link in self._out.get(waiting.pop(), ()):
                if link.info in TOLD and link.target not in seen:
                    seen.add(link.target)
                    waiting.append(link.target)
        return receiver in seen

    def _at(self, step: Id) -> list[Link]:
        return [*self._out.get(step, ()), *self._into.get(step, ())]

    def _met(self, first: Id, links: Mapping[Id, list[Link]]) -> set[Id]:
        """The step, and all that is come to from it through steps of the customer's own."""
        seen, waiting = {first}, [first]
        while waiting:
            for link in links.get(waiting.pop(), ()):
                for end in {link.source, link.target} - seen:
                    seen.add(end)
                    record = self._journey.steps.get(end)
                    if record is not None and record.lane in self._guests:
                        waiting.append(end)
        return seen


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
