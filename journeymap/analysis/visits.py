"""Expected visits of an absorbing walk, with loops: x = start + x·P, solved sparsely (METHOD 1).

Each strongly connected part is solved by taking its steps out one by one, cheapest first, without
a single subtraction (Grassmann, Taha & Heyman 1985), so that near-closed loops keep their digits.
A part that grows dense goes to numpy as one small system.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from journeymap.analysis.components import components, reachable, reversed_lists

Roads = Sequence[Sequence[tuple[int, float]]]
"""Per state: where its visitors go next, and which share of them."""

DENSE = 900
"""Products for one elimination above which the rest of a part is solved by numpy instead."""


def trapped(start: Mapping[int, float], roads: Roads, leaves: Sequence[float]) -> list[int]:
    """States reached with positive probability from which nobody can leave any more (NO-EXIT)."""
    following = _possible(roads)
    return _trapped(following, _met(following, start), leaves)


def _met(following: Sequence[Sequence[int]], start: Mapping[int, float]) -> list[bool]:
    return reachable(following, [state for state, share in start.items() if share > 0])


def _trapped(following: Sequence[Sequence[int]], met: Sequence[bool], leaves: Sequence[float]) -> list[int]:
    ends = [state for state, share in enumerate(leaves) if share > 0]
    free = reachable(reversed_lists(following), ends)
    return [state for state in range(len(following)) if met[state] and not free[state]]


def expected_visits(start: Mapping[int, float], roads: Roads, leaves: Sequence[float]) -> list[float] | None:
    """How often one journey comes to each state; None where a state traps its visitors."""
    following = _possible(roads)
    met = _met(following, start)
    if _trapped(following, met, leaves):
        return None
    visits = [0.0] * len(roads)
    for state, share in start.items():
        visits[state] += share
    for part in reversed(components(following)):
        if not met[part[0]]:
            continue
        inside = set(part)
        loops = len(part) > 1 or part[0] in following[part[0]]
        if loops and not _solve(part, inside, roads, leaves, visits):
            return None
        for state in part:
            _pass_on(state, inside, roads, visits)
    return visits


def _possible(roads: Roads) -> list[list[int]]:
    return [[target for target, share in ways if share > 0] for ways in roads]


def _pass_on(state: int, inside: set[int], roads: Roads, visits: list[float]) -> None:
    """Hand the visits on to the parts behind; those inside are settled already."""
    here = visits[state]
    for target, share in roads[state]:
        if target not in inside and share > 0:
            visits[target] += here * share


class _Part:
    """One strongly connected part while its states are taken out one by one."""

    def __init__(self, part: list[int], inside: set[int], roads: Roads, leaves: Sequence[float]) -> None:
        self.shares: dict[int, dict[int, float]] = {}
        self.before: dict[int, set[int]] = {state: set() for state in part}
        self.away: dict[int, float] = {}
        for state in part:
            self.shares[state], self.away[state] = self._row(roads[state], inside, leaves[state])
            for target in self.shares[state]:
                self.before[target].add(state)

    @staticmethod
    def _row(
        ways: Sequence[tuple[int, float]], inside: set[int], leaving: float
    ) -> tuple[dict[int, float], float]:
        row: dict[int, float] = {}
        away = leaving
        for target, share in ways:
            if target not in inside:
                away += share
            elif share > 0:
                row[target] = row.get(target, 0.0) + share
        return row, away

    def cost(self, state: int) -> int:
        """How many products taking this state out would need."""
        return len(self.before[state]) * len(self.shares[state])

    def take_out(self, state: int, inflow: dict[int, float]) -> tuple[int, float, list[tuple[int, float]]]:
        """Let all who come by go straight on; (state, its weight, who led to it how often)."""
        row = self.shares.pop(state)
        row.pop(state, None)
        weight = self.away[state] + sum(row.values())
        self.before[state].discard(state)
        sources = [(source, self.shares[source].pop(state)) for source in sorted(self.before.pop(state))]
        for target, share in row.items():
            self.before[target].discard(state)
            inflow[target] += inflow[state] * share / weight if weight else 0.0
        for source, share in sources:
            self._reroute(source, share / weight if weight else 0.0, row, self.away[state])
        return state, weight, sources

    def _reroute(self, source: int, part: float, row: dict[int, float], away: float) -> None:
        self.away[source] += part * away
        shares = self.shares[source]
        for target, share in row.items():
            shares[target] = shares.get(target, 0.0) + part * share
            self.before[target].add(source)


def _solve(
    part: list[int], inside: set[int], roads: Roads, leaves: Sequence[float], visits: list[float]
) -> bool:
    """Turn the inflow of a part's states into their visits; False if the system is singular."""
    rest = _Part(part, inside, roads, leaves)
    inflow = {state: visits[state] for state in part}
    taken: list[tuple[int, float, list[tuple[int, float]]]] = []
    queue = [(rest.cost(state), state) for state in part]
    heapify(queue)
    while queue:
        cost, state = heappop(queue)
        now = rest.cost(state)
        if now > cost:
            heappush(queue, (now, state))
            continue
        if now > DENSE:
            break
        taken.append(rest.take_out(state, inflow))
    solved = _solve_dense(rest, inflow) if rest.shares else {}
    if solved is None or not all(weight > 0 for _, weight, _ in taken):
        return False
    for state, weight, sources in reversed(taken):
        flow = inflow[state] + sum(solved[source] * share for source, share in sources)
        solved[state] = flow / weight
    for state in part:
        visits[state] = solved[state]
    return all(math.isfinite(visits[state]) for state in part)


def _solve_dense(rest: _Part, inflow: dict[int, float]) -> dict[int, float] | None:
    """The states that are left, as one dense system."""
    import numpy  # noqa: PLC0415 - only for parts that are knotted throughout

    states = sorted(rest.shares)
    place = {state: row for row, state in enumerate(states)}
    system = numpy.identity(len(states))
    for state in states:
        for target, share in rest.shares[state].items():
            system[place[target], place[state]] -= share
    try:
        found = numpy.linalg.solve(system, numpy.array([inflow[state] for state in states]))
    except numpy.linalg.LinAlgError:
        return None
    return dict(zip(states, (max(0.0, float(value)) for value in found), strict=True))
