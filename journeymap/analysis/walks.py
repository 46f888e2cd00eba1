"""Contact walks: from one front step through the customer's own steps to the next (METHOD 3).

Every walk is judged alone, and steps may repeat, so walks cannot be listed. What a rule asks of a
walk is a handful of yes-or-no facts, each of which only ever turns once along it. The search runs
over (step, facts so far): at most ten states a step, whatever loops the customer walks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from journeymap.analysis.graph import Graph
from journeymap.model.records import Link

Told = Literal["refer", "no", "told", "warm", "silent"]
"""What decides about one walk, strongest first: a referral on it; else somebody says the receiver
does not know; else somebody says it does; else the company carried all of it; else nothing is said."""

_ORDER: tuple[Told, ...] = ("refer", "no", "told", "warm", "silent")


class Walk(NamedTuple):
    """One sort of walk: what was told on it and whether the channel change was forced."""

    told: Told
    forced: bool


Walks = Mapping[tuple[int, int], frozenset[Walk]]
"""Per ordered pair of front steps every sort of contact walk between them."""


def contact_walks(graph: Graph) -> Walks:
    """All pairs that some contact walk joins, with the sorts of their walks."""
    sorts = [_sort(graph, link) for link in range(len(graph.links))]
    found: dict[tuple[int, int], set[Walk]] = {}
    for step, front in enumerate(graph.front):
        if front:
            _walk_from(graph, step, sorts, found)
    return {pair: frozenset(walks) for pair, walks in found.items()}


def _walk_from(
    graph: Graph, first: int, sorts: list[Walk | None], found: dict[tuple[int, int], set[Walk]]
) -> None:
    seen: set[tuple[int, Walk]] = set()
    waiting: list[tuple[int, Walk | None]] = [(first, None)]
    while waiting:
        step, so_far = waiting.pop()
        for link in graph.out[step]:
            sort = sorts[link]
            if sort is None:
                continue
            target = graph.target[link]
            walk = sort if so_far is None else _joined(so_far, sort)
            if graph.front[target]:
                if target != first:
                    found.setdefault((first, target), set()).add(walk)
            elif _passable(graph, target) and (target, walk) not in seen:
                seen.add((target, walk))
                waiting.append((target, walk))


def _passable(graph: Graph, step: int) -> bool:
    """Customer steps carry the walk on; value in use ends a phase, back steps end the walk."""
    return graph.customer[step] and not graph.steps[step].value_in_use


def _sort(graph: Graph, number: int) -> Walk | None:
    """The sort of a walk of this link alone; None for one that no contact walk may use."""
    link = graph.links[number]
    if graph.kind[number] not in ("flow", "refer") or link.by_design:
        return None
    return Walk(_told(graph.kind[number], link), link.forced is True)


def _told(kind: str, link: Link) -> Told:
    if kind == "refer":
        return "refer"
    if link.info == "no":
        return "no"
    if link.info in ("yes", "partial"):
        return "told"
    return "warm" if link.carrier == "company" else "silent"


def _joined(one: Walk, other: Walk) -> Walk:
    """The sort of both walks one after the other. Warm needs the company on every link."""
    forced = one.forced or other.forced
    tolds = {one.told, other.told}
    if tolds == {"warm", "silent"}:
        return Walk("silent", forced)
    return Walk(min(tolds, key=_ORDER.index), forced)
