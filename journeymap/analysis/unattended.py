"""Nobody's customer: where the customer waits and no one comes next, or no one owns it (FEATURES 32)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from journeymap.analysis.graph import ASIDE, Graph, unit_path
from journeymap.model.ids import Id
from journeymap.model.quantity import MINUTES, Range, read_quantity

Why = Literal["no_next", "no_owner"]


@dataclass(frozen=True, slots=True)
class Unattended:
    """A step where the customer waits. `next` are the provider steps that come next or hold the matter.

    `wait` is what is said of the waiting; None at an open end of the road, where it has no end.
    """

    step: Id
    why: Why
    wait: Range | None
    next: tuple[Id, ...]


def unattended(graph: Graph) -> tuple[Unattended, ...]:
    """Every such step, in the order of ids."""
    return tuple(_found(graph, list(_holding(graph))))


def _found(graph: Graph, holding: list[list[int]]) -> Iterator[Unattended]:
    closed = any(step.end or step.goal for step in graph.steps)
    for number, step in enumerate(graph.steps):
        if graph.back(number):
            continue
        wait = _wait(graph, number)
        left = closed and graph.customer[number] and graph.into[number] and not graph.out[number]
        stranded = bool(left) and not (step.end or step.goal)
        if wait is None and not stranded:
            continue
        held = [number] if graph.front[number] else [*_met_next(graph, number), *holding[number]]
        ids = tuple(dict.fromkeys(graph.steps[other].id for other in held))
        if not ids:
            yield Unattended(step.id, "no_next", wait, ())
        elif not any(_owned(graph, other) for other in held):
            yield Unattended(step.id, "no_owner", wait, ids)


def _wait(graph: Graph, number: int) -> Range | None:
    """The longest waiting said at the step or on a link that leaves it; None where none is above 0."""
    said = [read_quantity(graph.steps[number].wait_minutes, MINUTES)]
    said += [read_quantity(graph.links[link].wait_minutes, MINUTES) for link in graph.out[number]]
    waits = [wait for wait in said if wait is not None and wait.point > 0]
    return max(waits, key=lambda wait: wait.point, default=None)


def _met_next(graph: Graph, number: int) -> list[int]:
    """Provider steps that the road leads to over the customer's own steps."""
    seen, waiting, found = {number}, [number], []
    while waiting:
        for link in graph.out[waiting.pop()]:
            target = graph.target[link]
            if target in seen:
                continue
            seen.add(target)
            if graph.customer[target]:
                waiting.append(target)
            else:
                found.append(target)
    return sorted(found)


def _holding(graph: Graph) -> list[list[int]]:
    """Per customer step the provider steps that inform it, order for it or tell it how things stand."""
    found: list[list[int]] = [[] for _ in graph.steps]
    for link, kind in enumerate(graph.kind):
        source, target = graph.source[link], graph.target[link]
        if kind not in ASIDE and kind not in ("flow", "refer") and not graph.customer[source]:
            found[target].append(source)
    return found


def _owned(graph: Graph, number: int) -> bool:
    lane, step = graph.lane[number], graph.steps[number]
    return bool(unit_path(lane.unit)) or any((name or "").strip() for name in (lane.owner, step.owner))
