"""Back chains: everything behind a critical step, to the rearmost link (METHOD 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.analysis.graph import Graph
from journeymap.model.ids import Id
from journeymap.model.reading import is_critical

_FORWARDS = frozenset({"flow", "refer", "info"})


@dataclass(frozen=True, slots=True)
class Chains:
    """Per critical step the provider steps behind it, nearest first, and how well they are asked."""

    members: Mapping[Id, tuple[Id, ...]]
    links: Mapping[Id, tuple[Id, ...]]
    """Per critical step the links between its members, and between a member and the step itself."""
    coverage: float | None
    """Share of these links, each once over all chains, that carry a requirement; None without any."""


def back_chains(graph: Graph) -> Chains:
    """The chains of all critical steps; each costs one search through what lies behind it."""
    behind = _behind(graph)
    touching = _touching(graph)
    members: dict[Id, tuple[Id, ...]] = {}
    links: dict[Id, tuple[Id, ...]] = {}
    for number, step in enumerate(graph.steps):
        if is_critical(step):
            chain = chain_behind(graph, behind, number)
            members[step.id] = tuple(graph.steps[member].id for member in chain)
            links[step.id] = _links_between({*chain, number}, graph, touching)
    every = {link for chain_links in links.values() for link in chain_links}
    return Chains(members, links, _coverage(graph, every))


def chain_of(graph: Graph, step: Id) -> tuple[Id, ...]:
    """The back chain of any one step, critical or not, sorted by number of links, then id."""
    chain = chain_behind(graph, _behind(graph), graph.index[step])
    return tuple(graph.steps[member].id for member in chain)


def chain_behind(graph: Graph, behind: list[list[int]], number: int) -> list[int]:
    """Provider steps from which the step is reached; customer steps are passed through unlisted."""
    seen = {number}
    ring = [number]
    chain: list[int] = []
    while ring:
        ring = sorted({source for step in ring for source in behind[step]} - seen)
        seen.update(ring)
        chain.extend(step for step in ring if not graph.customer[step])
    return chain


def _behind(graph: Graph) -> list[list[int]]:
    """Per step the steps right behind it: against the road and information, along orders."""
    behind: list[list[int]] = [[] for _ in graph.steps]
    for number, kind in enumerate(graph.kind):
        source, target = graph.source[number], graph.target[number]
        if kind in _FORWARDS:
            behind[target].append(source)
        elif kind == "order":
            behind[source].append(target)
    return behind


def _touching(graph: Graph) -> list[list[int]]:
    """Per step the links of a back chain's kinds that leave it."""
    leaving: list[list[int]] = [[] for _ in graph.steps]
    for number, kind in enumerate(graph.kind):
        if kind in _FORWARDS or kind == "order":
            leaving[graph.source[number]].append(number)
    return leaving


def _links_between(steps: set[int], graph: Graph, leaving: list[list[int]]) -> tuple[Id, ...]:
    between = (link for step in sorted(steps) for link in leaving[step] if graph.target[link] in steps)
    return tuple(graph.links[link].id for link in between)


def has_requirement(graph: Graph, link: Id) -> bool:
    """Whether somebody said what the link demands."""
    requirement = graph.journey.links[link].requirement
    return requirement is not None and bool((requirement.text or "").strip())


def _coverage(graph: Graph, links: set[Id]) -> float | None:
    return sum(has_requirement(graph, link) for link in links) / len(links) if links else None
