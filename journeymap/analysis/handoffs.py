"""Hand-offs between owners: which there are, how many to expect, how few would do (METHOD 3, 4)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeymap.analysis.goal import Ends
from journeymap.analysis.graph import Graph
from journeymap.analysis.shares import Shares
from journeymap.analysis.visits import expected_visits
from journeymap.analysis.walks import Walks

NOBODY = -1
"""No owner met yet; owners are numbers (Graph.owner_numbers)."""
State = tuple[int, int]
"""A step and the owner of the front step met last."""


def contacts(graph: Graph) -> int:
    """Road links with exactly one end in a customer lane."""
    return sum(
        graph.customer[step] != graph.customer[graph.target[link]]
        for step, links in enumerate(graph.out)
        for link in links
    )


def find_handoffs(graph: Graph, walks: Walks) -> list[tuple[int, int]]:
    """Ordered pairs of provider steps of different owners, joined by a contact walk or directly."""
    direct = {
        (step, graph.target[link])
        for step, links in enumerate(graph.out)
        for link in links
        if not graph.customer[step] and not graph.customer[graph.target[link]]
    }
    pairs = direct.union(walks)
    return sorted(pair for pair in pairs if graph.owner[pair[0]] != graph.owner[pair[1]])


@dataclass(frozen=True, slots=True)
class Meetings:
    """Whom the customer is expected to meet on a stretch of road, from one front step to the next."""

    changes: float
    """Expected changes of owner."""
    first: float
    """How likely anybody is met at all."""

    @property
    def contacts(self) -> float:
        """Contacts with units; one met again after another counts anew."""
        return self.changes + self.first


def expected_meetings(
    graph: Graph, starts: Sequence[int], until: Iterable[int], shares: Shares
) -> Meetings | None:
    """What to expect on the road from the starts until the first of some steps.

    None without a start, and where some step on the way there traps its visitors.
    """
    if not starts:
        return None
    chain = _Chain(graph, set(until), shares)
    start: dict[int, float] = {}
    begun = 0.0
    for step in starts:
        state, met = chain.enter(step, NOBODY)
        start[state] = start.get(state, 0.0) + 1 / len(starts)
        begun += met / len(starts)
    chain.unfold()
    visits = expected_visits(start, chain.roads, chain.leaves)
    if visits is None:
        return None
    changes = sum(here * changes for here, changes in zip(visits, chain.changes, strict=True))
    first = sum(here * firsts for here, firsts in zip(visits, chain.firsts, strict=True))
    return Meetings(changes, begun + first)


class _Chain:
    """The road unfolded into states of (step, owner met last); goal steps end it."""

    def __init__(self, graph: Graph, goals: set[int], shares: Shares) -> None:
        self._graph = graph
        self._owner = graph.owner_numbers()
        self._goals = goals
        self._shares = shares
        self._number: dict[State, int] = {}
        self._states: list[State] = []
        self.roads: list[list[tuple[int, float]]] = []
        self.leaves: list[float] = []
        self.changes: list[float] = []
        """Per state: changes of owner expected on the very next link."""
        self.firsts: list[float] = []
        """Per state: how likely the very next link leads to the first owner met."""

    def enter(self, step: int, met: int) -> tuple[int, bool]:
        """The state on entering a step, and whether another owner is met by it."""
        owner = self._owner[step] if self._graph.front[step] else met
        state = (step, owner)
        if state not in self._number:
            self._number[state] = len(self._states)
            self._states.append(state)
        return self._number[state], owner != met

    def unfold(self) -> None:
        """Work out all states that can be reached from those entered so far."""
        while len(self.roads) < len(self._states):
            step, met = self._states[len(self.roads)]
            if step in self._goals:
                self._add([], 1.0, met, 0.0)
                continue
            ways: list[tuple[int, float]] = []
            changes = 0.0
            for link in self._graph.out[step]:
                share = self._shares.of_link[link]
                if share > 0:
                    state, changed = self.enter(self._graph.target[link], met)
                    ways.append((state, share))
                    changes += share * changed
            self._add(ways, self._shares.leaves[step], met, changes)

    def _add(self, ways: list[tuple[int, float]], leaving: float, met: int, changes: float) -> None:
        self.roads.append(ways)
        self.leaves.append(leaving)
        self.changes.append(changes if met != NOBODY else 0.0)
        self.firsts.append(changes if met == NOBODY else 0.0)


def minimum_handoffs(graph: Graph, ends: Ends) -> int | None:
    """The fewest changes of owner on a successful path; None where there is none."""
    last = set(ends.last)
    owners = graph.owner_numbers()
    fewest: dict[State, int] = {}
    queue: deque[tuple[int, State]] = deque()
    for state in ends.first:
        queue.append((0, (state, _met(graph, owners, state, NOBODY))))
    while queue:
        changes, (state, met) = queue.popleft()
        if fewest.get((state, met), changes + 1) <= changes:
            continue
        fewest[state, met] = changes
        if state in last:
            return changes
        for target in ends.following[state]:
            owner = _met(graph, owners, target, met)
            if met not in (NOBODY, owner):
                queue.append((changes + 1, (target, owner)))
            else:
                queue.appendleft((changes, (target, owner)))
    return None


def _met(graph: Graph, owners: list[int], state: int, met: int) -> int:
    """The owner met last after entering this state of the goal search (two states a step)."""
    step = state // 2
    return owners[step] if graph.front[step] else met
