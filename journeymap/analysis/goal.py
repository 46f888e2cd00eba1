"""Where journeys start, where they are to arrive, and how long that takes when all goes well."""

from __future__ import annotations

import math
from dataclasses import dataclass
from heapq import heappop, heappush

from journeymap.analysis.components import reachable, reversed_lists
from journeymap.analysis.graph import Graph
from journeymap.model.quantity import MINUTES, read_quantity


@dataclass(frozen=True, slots=True)
class Ends:
    """Starts and goals as METHOD 1 finds them, and whether value must be met on the way.

    `following` has two states a step: 2·step before any value in use was met, 2·step + 1 after.
    A successful path runs from a state of `first` to one of `last`.
    """

    starts: list[int]
    goals: list[int]
    first: list[int]
    last: list[int]
    following: list[list[int]]


def find_ends(graph: Graph) -> Ends:
    """Starts, goals and the states of successful paths."""
    starts, goals = _starts(graph), _goals(graph)
    after = graph.ahead
    seen = reachable(after, starts)
    value = [bool(step.value_in_use) and seen[number] for number, step in enumerate(graph.steps)]
    needed = any(value)

    def state(step: int, met: bool) -> int:
        return 2 * step + (met or value[step] or not needed)

    following: list[list[int]] = []
    for targets in after:
        following.append([state(target, False) for target in targets])
        following.append([state(target, True) for target in targets])
    return Ends(
        starts=starts,
        goals=goals,
        first=[state(step, False) for step in starts],
        last=[2 * step + 1 for step in goals],
        following=following,
    )


def _starts(graph: Graph) -> list[int]:
    marked = [number for number, step in enumerate(graph.steps) if step.start]
    every = range(len(graph.steps))
    return marked or [number for number in every if graph.out[number] and not graph.into[number]]


def _goals(graph: Graph) -> list[int]:
    steps = graph.steps
    marked = [number for number, step in enumerate(steps) if step.goal]
    marked = marked or [number for number, step in enumerate(steps) if step.end]
    return marked or [number for number, links in enumerate(graph.out) if not links]


def goal_minutes(graph: Graph, ends: Ends) -> float | None:
    """G: the stated minutes, else the least own work on a successful path (METHOD 1).

    A step met twice is counted twice. None where there is no successful path, or where no step
    on any of them says its minutes.
    """
    stated = read_quantity(graph.journey.head.goal_minutes, MINUTES)
    if stated is not None:
        return stated.point
    minutes = [read_quantity(step.own_minutes, MINUTES) for step in graph.steps]
    if not any(minutes[state // 2] is not None for state in _on_the_way(ends)):
        return None
    return _least([0.0 if known is None else known.point for known in minutes], ends)


def _on_the_way(ends: Ends) -> list[int]:
    """States that lie on some successful path."""
    there = reachable(ends.following, ends.first)
    back = reachable(reversed_lists(ends.following), ends.last)
    return [state for state in range(len(there)) if there[state] and back[state]]


def _least(minutes: list[float], ends: Ends) -> float | None:
    least = [math.inf] * len(ends.following)
    queue: list[tuple[float, int]] = []
    for state in ends.first:
        least[state] = minutes[state // 2]
        heappush(queue, (least[state], state))
    last = set(ends.last)
    while queue:
        spent, state = heappop(queue)
        if spent > least[state]:
            continue
        if state in last:
            return spent
        for target in ends.following[state]:
            sum_ = spent + minutes[target // 2]
            if sum_ < least[target]:
                least[target] = sum_
                heappush(queue, (sum_, target))
    return None
