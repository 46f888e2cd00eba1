"""METHOD 1 and 4 once more, in the plainest way: matrices, networkx, repeated multiplication."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import networkx as nx
import numpy as np

from journeymap.model.journey import Journey
from journeymap.model.quantity import MINUTES, read_quantity
from journeymap.model.records import Link

CUSTOMER = ("customer", "customers_customer")


class Naive:
    """A small map with everything about its road worked out by brute force."""

    def __init__(self, journey: Journey) -> None:
        self.j = journey
        self.s = journey.steps
        self.links = list(journey.links.values())
        self.road = [link for link in self.links if (link.kind or "flow") in ("flow", "refer")]
        self.customer = {id: journey.lanes[step.lane].kind in CUSTOMER for id, step in self.s.items()}
        self.front = {id: self._front(id) for id in self.s}
        self.owner = {id: self._owner(id) for id in self.s}
        self.share = self._shares()
        self.starts, self.goals = self._starts(), self._goals()
        self.visits = self._visits()
        self.G = self._goal_minutes()

    def unit(self, id: str) -> tuple[str, ...]:
        text = self.j.lanes[self.s[id].lane].unit or ""  # type: ignore[index]
        return tuple(part.strip() for part in text.split("/") if part.strip())

    def level(self, unit: tuple[str, ...]) -> tuple[str, ...]:
        level = self.j.head.wall_level
        return unit[:level] if level is not None and level >= 1 else unit

    def same(self, u: str, v: str) -> bool | None:
        if self.s[u].lane == self.s[v].lane:  # type: ignore[index]
            return True
        if not self.unit(u) or not self.unit(v):
            return None
        return self.level(self.unit(u)) == self.level(self.unit(v))

    def _front(self, id: str) -> bool:
        if self.customer[id]:  # type: ignore[index]
            return False
        said = self.s[id].customer_present  # type: ignore[index]
        if said is not None:
            return said
        return any(
            (k.source == id and self.customer[k.target]) or (k.target == id and self.customer[k.source])
            for k in self.road
        )

    def _owner(self, id: str) -> object:
        if self.customer[id] or not self.unit(id):  # type: ignore[index]
            return ("lane", self.s[id].lane)  # type: ignore[index]
        return self.unit(id)

    def _shares(self) -> dict[str, float]:
        shares: dict[str, float] = {}
        leaving: dict[str, list[Link]] = defaultdict(list)
        for link in self.road:
            leaving[link.source].append(link)
        for links in leaving.values():
            given = {k.id: float(k.share) for k in links if k.share is not None}
            missing = [k.id for k in links if k.share is None]
            total = sum(given.values())
            for id, value in given.items():
                shares[id] = value / total if total > 1 else value
            for id in missing:
                shares[id] = max(0.0, 1 - total) / len(missing)
        return shares

    def _starts(self) -> list[str]:
        marked = [id for id, step in self.s.items() if step.start]
        out, into = {k.source for k in self.road}, {k.target for k in self.road}
        return marked or [id for id in self.s if id in out and id not in into]

    def _goals(self) -> list[str]:
        marked = [id for id, step in self.s.items() if step.goal]
        marked = marked or [id for id, step in self.s.items() if step.end]
        return marked or [id for id in self.s if id not in {k.source for k in self.road}]

    def graph(self) -> nx.DiGraph:
        graph = nx.DiGraph()
        graph.add_nodes_from(self.s)
        graph.add_edges_from((k.source, k.target) for k in self.road)
        return graph

    def _visits(self) -> dict[str, float] | None:
        """Mass pushed along the road until none is left; never ending means a trap."""
        if not self.starts:
            return None
        ids = list(self.s)
        matrix = np.zeros((len(ids), len(ids)))
        for link in self.road:
            matrix[ids.index(link.source), ids.index(link.target)] += self.share[link.id]
        start = np.array([1 / len(self.starts) if id in self.starts else 0.0 for id in ids])
        total = run_out(start, matrix)
        return None if total is None else dict(zip(ids, total.tolist(), strict=True))

    def _layers(self) -> tuple[nx.DiGraph, list[object], list[object]]:
        """States (step, value met) with the successful paths' first and last states."""
        plain = self.graph()
        seen = set(self.starts)
        for start in self.starts:
            seen |= nx.descendants(plain, start)
        value = {id for id in seen if self.s[id].value_in_use}  # type: ignore[index]
        graph = nx.DiGraph()
        for id, met in product(self.s, (False, True)):
            graph.add_node((id, met))
        for link, met in product(self.road, (False, True)):
            graph.add_edge((link.source, met), (link.target, met or link.target in value))
        first: list[object] = [(id, id in value) for id in self.starts]
        last: list[object] = [(id, True) for id in self.goals]
        return graph, first, last if value else [*last, *((id, False) for id in self.goals)]

    def _goal_minutes(self) -> float | None:
        if self.j.head.goal_minutes is not None:
            return float(self.j.head.goal_minutes)
        graph, first, last = self._layers()
        known = {id: read_quantity(step.own_minutes, MINUTES) for id, step in self.s.items()}
        cost = {id: 0.0 if answer is None else answer.point for id, answer in known.items()}
        on_path = set()
        best: float | None = None
        for one, other in product(first, last):
            if not nx.has_path(graph, one, other):
                continue
            on_path |= ({one} | nx.descendants(graph, one)) & ({other} | nx.ancestors(graph, other))
            length = nx.dijkstra_path_length(graph, one, other, lambda u, v, d: cost[v[0]])
            best = min(length + cost[one[0]], best if best is not None else np.inf)  # type: ignore[index]
        if best is None or not any(known[id] is not None for id, _ in on_path):
            return None
        return float(best)

    def handoff_states(self) -> nx.DiGraph:
        """(step, value met, owner met last); edges cost 1 where the owner changes."""
        layers, _, _ = self._layers()
        graph = nx.DiGraph()
        owners = [None, *set(self.owner.values())]
        for (one, other), met in product(layers.edges, owners):
            step = other[0]
            owner = self.owner[step] if self.front[step] else met
            graph.add_edge((one, met), (other, owner), cost=int(met is not None and owner != met))
        for node, met in product(layers.nodes, owners):
            graph.add_node((node, met))
        return graph

    def met_at(self, step: str) -> object:
        return self.owner[step] if self.front[step] else None  # type: ignore[index]

    def minimum_handoffs(self) -> int | None:
        _, first, last = self._layers()
        graph = self.handoff_states()
        best: int | None = None
        for one in first:
            lengths = nx.single_source_dijkstra_path_length(graph, (one, self.met_at(one[0])), weight="cost")  # type: ignore[index]
            for (node, _), cost in lengths.items():
                if node in last:
                    best = cost if best is None else min(best, cost)
        return best

    def expected_handoffs(self) -> float | None:
        """The chain of (step, owner) pushed along until nobody is left before a goal."""
        if not self.starts:
            return None
        states = list(product(self.s, [None, *sorted(set(self.owner.values()), key=str)]))
        where = {state: n for n, state in enumerate(states)}
        matrix = np.zeros((len(states), len(states)))
        changes = np.zeros(len(states))
        for link, (step, met) in product(self.road, states):
            if link.source == step and step not in self.goals:
                owner = self.owner[link.target] if self.front[link.target] else met
                matrix[where[step, met], where[link.target, owner]] += self.share[link.id]
                changes[where[step, met]] += self.share[link.id] * (met is not None and owner != met)
        start = np.zeros(len(states))
        for step in self.starts:
            start[where[step, self.met_at(step)]] += 1 / len(self.starts)
        total = run_out(start, matrix)
        return None if total is None else float(total @ changes)


def run_out(start: np.ndarray, matrix: np.ndarray) -> np.ndarray | None:
    """Σ start·matrixᵏ; None where mass stays for ever. Squaring sums 2²⁰ rounds."""
    total, power, mass = np.eye(len(start)), matrix.copy(), start
    for _ in range(20):
        total = total + total @ power
        power = power @ power
    if float(np.abs(mass @ power).sum()) > 1e-9:
        return None
    return np.asarray(start @ total)
