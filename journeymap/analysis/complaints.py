"""Where the customer turns when a decisive moment goes wrong (CLAIMS S0.6)."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from journeymap.analysis.graph import Graph, unit_path
from journeymap.analysis.handoffs import NOBODY
from journeymap.model.reading import is_critical

MOST_HANDOFFS = 1
"""Changes of owner within which a step that takes complaints still counts as within reach."""


@dataclass(frozen=True, slots=True)
class Complaints:
    """Decisive steps, the steps that take complaints, and where the two do not meet; by step number."""

    critical: list[int]
    taking: list[int]
    lost: list[int]
    """Decisive steps without a taking step within reach; empty while no step takes complaints."""
    unowned: list[int]
    """Taking steps of which nobody says whose they are."""


def complaints(graph: Graph) -> Complaints:
    """One short search from every decisive step, where any step takes complaints at all."""
    critical = [number for number, step in enumerate(graph.steps) if is_critical(step)]
    taking = [number for number, step in enumerate(graph.steps) if step.recovery]
    goal, owners = set(taking), graph.owner_numbers()
    lost = [step for step in critical if not _reaches(graph, owners, step, goal)] if taking else []
    return Complaints(critical, taking, lost, [step for step in taking if not _owned(graph, step)])


def _owned(graph: Graph, number: int) -> bool:
    lane, step = graph.lane[number], graph.steps[number]
    said = (lane.owner, step.owner)
    return graph.customer[number] or bool(unit_path(lane.unit)) or any((name or "").strip() for name in said)


def _reaches(graph: Graph, owners: list[int], start: int, wanted: set[int]) -> bool:
    """Whether the road leads from a step to one of these with at most one change of the owner met."""
    fewest: dict[tuple[int, int], int] = {}
    queue = deque([(start, owners[start] if graph.front[start] else NOBODY, 0)])
    while queue:
        step, met, changes = queue.popleft()
        if fewest.get((step, met), changes + 1) <= changes:
            continue
        if step in wanted:
            return True
        fewest[step, met] = changes
        for link in graph.out[step]:
            target = graph.target[link]
            owner = owners[target] if graph.front[target] else met
            if met in (NOBODY, owner):
                queue.appendleft((target, owner, changes))
            elif changes < MOST_HANDOFFS:
                queue.append((target, owner, changes + 1))
    return False
