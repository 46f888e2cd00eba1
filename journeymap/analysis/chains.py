"""Back chains: everything behind a critical step, to the rearmost link (METHOD 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.analysis.graph import Graph
from journeymap.model.ids import Id
from journeymap.model.reading import is_critical
from journeymap.model.records import Link

_FORWARDS = frozenset({"flow", "refer", "info"})


@dataclass(frozen=True, slots=True)
class Chains:
    """Per critical step the provider steps behind it, nearest first, and how well they are asked."""

    members: Mapping[Id, tuple[Id, ...]]
    asked: Mapping[Id, tuple[int, int]]
    """Per critical step: links with a requirement, and all links, of its chain."""
    coverage: float | None
    """Share of these links, each once over all chains, that carry a requirement; None without any."""


def back_chains(graph: Graph) -> Chains:
    """The chains of all critical steps; each costs one search through what lies behind it."""
    road = _Road(graph)
    members: dict[Id, tuple[Id, ...]] = {}
    asked: dict[Id, tuple[int, int]] = {}
    every: set[int] = set()
    for number, step in enumerate(graph.steps):
        if is_critical(step):
            chain = road.chain_behind(number)
            members[step.id] = tuple(graph.steps[member].id for member in chain)
            links = road.links_between([*chain, number])
            asked[step.id] = (len(road.required.intersection(links)), len(links))
            every.update(links)
    coverage = len(road.required & every) / len(every) if every else None
    return Chains(members, asked, coverage)


def chain_of(graph: Graph, step: Id) -> tuple[Id, ...]:
    """The back chain of any one step, critical or not, sorted by number of links, then id."""
    return tuple(graph.steps[member].id for member in _Road(graph).chain_behind(graph.index[step]))


def links_of(graph: Graph, step: Id) -> tuple[Id, ...]:
    """The links of a step's back chain: between two members, or a member and the step itself."""
    road, number = _Road(graph), graph.index[step]
    links = road.links_between([*road.chain_behind(number), number])
    return tuple(graph.links[link].id for link in links)


def has_requirement(link: Link) -> bool:
    """Whether somebody said what the link demands."""
    return link.requirement is not None and bool((link.requirement.text or "").strip())


class _Road:
    """The map as chains run through it: against the road and information, along orders."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._behind: list[list[int]] = [[] for _ in graph.steps]
        self._leaving: list[list[int]] = [[] for _ in graph.steps]
        self.required = {number for number, link in enumerate(graph.links) if has_requirement(link)}
        for number, kind in enumerate(graph.kind):
            source, target = graph.source[number], graph.target[number]
            if kind in _FORWARDS:
                self._behind[target].append(source)
            elif kind == "order":
                self._behind[source].append(target)
            if kind in _FORWARDS or kind == "order":
                self._leaving[source].append(number)

    def chain_behind(self, number: int) -> list[int]:
        """Provider steps from which the step is reached; customer steps are passed through unlisted."""
        seen = bytearray(len(self._graph.steps))
        seen[number] = 1
        ring = [number]
        chain: list[int] = []
        while ring:
            further: list[int] = []
            for step in ring:
                for source in self._behind[step]:
                    if not seen[source]:
                        seen[source] = 1
                        further.append(source)
            ring = sorted(further)
            chain += [step for step in ring if not self._graph.customer[step]]
        return chain

    def links_between(self, steps: list[int]) -> list[int]:
        """Links of a chain's kinds with both ends among the steps."""
        inside, target = set(steps), self._graph.target
        return [link for step in sorted(steps) for link in self._leaving[step] if target[link] in inside]
