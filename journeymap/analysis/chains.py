"""Back chains: everything behind a critical step, to the rearmost link (METHOD 4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeymap.analysis.components import reachable_sets
from journeymap.analysis.graph import Graph
from journeymap.model.ids import Id
from journeymap.model.reading import is_critical
from journeymap.model.records import Link

_FORWARDS = frozenset({"flow", "refer", "info"})
_KINDS = _FORWARDS | {"order"}


@dataclass(frozen=True, slots=True)
class Chains:
    """Per critical step the provider steps behind it, nearest first, and how well they are asked."""

    members: Mapping[Id, tuple[Id, ...]]
    """Worked out step by step when somebody looks: together they grow with the square of the map."""
    asked: Mapping[Id, tuple[int, int]]
    """Per critical step: links with a requirement, and all links, of its chain."""
    links: frozenset[Id]
    """The links of all chains."""
    coverage: float | None
    """Share of these links that carry a requirement; None without any."""


def back_chains(graph: Graph) -> Chains:
    """The chains of all critical steps. Linear: sets of critical steps are bits of one integer."""
    critical = [number for number, step in enumerate(graph.steps) if is_critical(step)]
    within = _chains_of_links(graph, critical)
    required = {link for link in within if has_requirement(graph.links[link])}
    every = _column_sums(within.values(), len(critical))
    covered = _column_sums((within[link] for link in required), len(critical))
    ids = [graph.steps[number].id for number in critical]
    return Chains(
        members=_Members(graph, ids),
        asked=dict(zip(ids, zip(covered, every, strict=True), strict=True)),
        links=frozenset(graph.links[link].id for link in within),
        coverage=len(required) / len(within) if within else None,
    )


def chain_of(graph: Graph, step: Id) -> tuple[Id, ...]:
    """The back chain of any one step, critical or not, sorted by number of links, then id."""
    return tuple(graph.steps[member].id for member in _chain_behind(graph, _behind(graph), graph.index[step]))


def links_of(graph: Graph, step: Id) -> tuple[Id, ...]:
    """The links of a step's back chain: between two members, or a member and the step itself."""
    within = _chains_of_links(graph, [graph.index[step]])
    return tuple(graph.links[link].id for link in sorted(within))


def moments_touched(graph: Graph) -> Mapping[Id, tuple[Id, ...]]:
    """Lane → critical steps of other lanes in whose back chain it has a step, as in the order of steps."""
    critical = [number for number, step in enumerate(graph.steps) if is_critical(step)]
    held: dict[Id, int] = dict.fromkeys(graph.journey.lanes, 0)
    for number, bits in enumerate(_ahead(graph, critical)):
        if not graph.customer[number]:
            held[graph.steps[number].lane] |= bits
    moments = [graph.steps[number] for number in critical]
    return {
        lane: tuple(step.id for bit, step in enumerate(moments) if bits >> bit & 1 and step.lane != lane)
        for lane, bits in held.items()
    }


def rings_of(graph: Graph, step: Id) -> tuple[tuple[Id, ...], ...]:
    """Everything behind a step by number of links, customer steps that are passed through included."""
    rings = _rings(_behind(graph), graph.index[step])
    return tuple(tuple(graph.steps[member].id for member in ring) for ring in rings)


def has_requirement(link: Link) -> bool:
    """Whether somebody said what the link demands."""
    return link.requirement is not None and bool((link.requirement.text or "").strip())


class _Members(Mapping[Id, tuple[Id, ...]]):
    """Critical step → its chain, each worked out at the first look."""

    def __init__(self, graph: Graph, steps: list[Id]) -> None:
        self._graph = graph
        self._known: dict[Id, tuple[Id, ...] | None] = dict.fromkeys(steps)
        self._before: list[list[int]] = []

    def __getitem__(self, step: Id) -> tuple[Id, ...]:
        known = self._known[step]
        if known is None:
            self._before = self._before or _behind(self._graph)
            chain = _chain_behind(self._graph, self._before, self._graph.index[step])
            known = self._known[step] = tuple(self._graph.steps[member].id for member in chain)
        return known

    def __iter__(self) -> Iterator[Id]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _behind(graph: Graph) -> list[list[int]]:
    """What stands right behind each step: against the road and information, along orders."""
    behind: list[list[int]] = [[] for _ in graph.steps]
    for source, target, kind in zip(graph.source, graph.target, graph.kind, strict=True):
        if kind in _FORWARDS:
            behind[target].append(source)
        elif kind == "order":
            behind[source].append(target)
    return behind


def _chain_behind(graph: Graph, behind: list[list[int]], number: int) -> list[int]:
    """Provider steps from which the step is reached; customer steps are passed through unlisted."""
    return [step for ring in _rings(behind, number) for step in ring if not graph.customer[step]]


def _rings(behind: list[list[int]], number: int) -> Iterator[list[int]]:
    """What lies one link behind the step, two links, and so on: each step once, at its nearest."""
    seen = bytearray(len(behind))
    seen[number] = 1
    ring = [number]
    while ring:
        further: list[int] = []
        for step in ring:
            for source in behind[step]:
                if not seen[source]:
                    seen[source] = 1
                    further.append(source)
        ring = sorted(further)
        if ring:
            yield ring


def _chains_of_links(graph: Graph, critical: list[int]) -> dict[int, int]:
    """Link → the chains it lies in, as bits by place among the critical steps; only those in some.

    A link lies in a chain when both its ends are members or the critical step itself.
    """
    inside = _ahead(graph, critical)
    own = {step: 1 << bit for bit, step in enumerate(critical)}
    for step, customer in enumerate(graph.customer):
        if customer:
            inside[step] = own.get(step, 0)
    ends = enumerate(zip(graph.source, graph.target, graph.kind, strict=True))
    within = {link: inside[one] & inside[other] for link, (one, other, kind) in ends if kind in _KINDS}
    return {link: bits for link, bits in within.items() if bits}


def _ahead(graph: Graph, critical: list[int]) -> list[int]:
    """Per step which of the critical ones it stands behind, or is, as bits."""
    onward: list[list[int]] = [[] for _ in graph.steps]
    for step, before in enumerate(_behind(graph)):
        for source in before:
            onward[source].append(step)
    return reachable_sets(onward, critical)


def _column_sums(rows: Iterable[int], columns: int) -> list[int]:
    """How many of the rows have each bit set, all columns at once: plane k holds bit k of every sum."""
    planes: list[int] = []
    for row in rows:
        carry, place = row, 0
        while carry:
            if place == len(planes):
                planes.append(0)
            planes[place], carry = planes[place] ^ carry, planes[place] & carry
            place += 1
    return [
        sum((plane >> column & 1) << place for place, plane in enumerate(planes)) for column in range(columns)
    ]
