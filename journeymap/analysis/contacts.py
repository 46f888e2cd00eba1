"""How many contacts with units the customer needs before the first value (CLAIMS S0.5)."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from journeymap.analysis.components import reachable
from journeymap.analysis.graph import Graph
from journeymap.analysis.handoffs import NOBODY, Meetings, expected_meetings
from journeymap.analysis.survey import Ground


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts with units until the value: expected, and the fewest possible.

    A contact with the same unit counts anew when another unit was met in between. `at_value` is False
    where no step of value in use can be reached, so that the goal stands in for it; `assumed` where
    shares nobody stated have a part in the expected figure.
    """

    expected: float
    fewest: int
    at_value: bool
    assumed: bool

    @property
    def excess(self) -> float:
        """Contacts beyond the fewest."""
        return self.expected - self.fewest


def contacts_before_value(ground: Ground, to_goal: Meetings | None) -> Contacts | None:
    """None without a start, without a way to a value or goal, or where visitors are trapped.

    `to_goal` is what is expected until the goals, where these stand in for the value.
    """
    graph, ends = ground.graph, ground.ends
    following = graph.ahead
    seen = reachable(following, ends.starts)
    value = {number for number, step in enumerate(graph.steps) if step.value_in_use and seen[number]}
    until = value or {goal for goal in ends.goals if seen[goal]}
    fewest = _fewest(graph, ends.starts, until) if until else None
    if fewest is None:
        return None
    expected = expected_meetings(graph, ends.starts, value, ground.shares) if value else to_goal
    if expected is None:
        return None
    passed = reachable([[] if step in until else way for step, way in enumerate(following)], ends.starts)
    open_ends = (graph.source[link] for link in ground.shares.assumed)
    assumed = any(passed[step] and step not in until for step in open_ends)
    return Contacts(expected.contacts, fewest, bool(value), assumed)


def _fewest(graph: Graph, starts: list[int], until: set[int]) -> int | None:
    """Fewest contacts on any road from a start to one of the steps; searched by growing number."""
    following = graph.ahead
    owners = graph.owner_numbers()
    best: dict[tuple[int, int], int] = {}
    queue: deque[tuple[int, int, int]] = deque()

    def enter(step: int, met: int, so_far: int) -> None:
        owner = owners[step] if graph.front[step] else met
        if owner == met:
            queue.appendleft((so_far, step, owner))
        else:
            queue.append((so_far + 1, step, owner))

    for start in starts:
        enter(start, NOBODY, 0)
    while queue:
        so_far, step, met = queue.popleft()
        if best.get((step, met), so_far + 1) <= so_far:
            continue
        best[step, met] = so_far
        if step in until:
            return so_far
        for target in following[step]:
            enter(target, met, so_far)
    return None
