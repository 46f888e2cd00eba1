"""METHOD 3 once more, row by row of its table, with networkx and sets."""

from __future__ import annotations

from itertools import product

import networkx as nx
from naive_road import Naive

from journeymap.model.quantity import MINUTES, read_quantity
from journeymap.model.records import Step

Found = dict[str, str]
"""Key → certainty."""


def critical(step: Step) -> bool:
    votes = step.critical_votes
    if step.critical:
        return True
    if votes is None or votes.yes is None or not votes.of or not 0 <= votes.yes <= votes.of:
        return False
    return 2 * votes.yes > votes.of


def reach(n: Naive, kinds: tuple[str, ...]) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(n.s)
    graph.add_edges_from((k.source, k.target) for k in n.links if (k.kind or "flow") in kinds)
    return graph


def informed(n: Naive) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(n.s)
    for k in n.links:
        told = k.info in ("yes", "partial") and k.kind not in ("exit", "shadow")
        if told and not n.customer[k.source] and not n.customer[k.target]:
            graph.add_edge(k.source, k.target)
    return graph


def walks(n: Naive) -> dict[tuple[str, str], set[tuple[bool, bool, bool, bool, bool]]]:
    """Pair → the combinations (a referral, all by company, a no, a yes, a forced change) of its walks."""
    found: dict[tuple[str, str], set[tuple[bool, bool, bool, bool, bool]]] = {}
    for first in n.s:
        if not n.front[first]:
            continue
        states = {(first, (False, True, False, False, False))}
        waiting = list(states)
        while waiting:
            step, (refer, company, no, yes, forced) = waiting.pop()
            for k in n.road:
                if k.source != step or k.by_design:
                    continue
                facts = (
                    refer or k.kind == "refer", company and k.carrier == "company", no or k.info == "no",
                    yes or k.info in ("yes", "partial"), forced or k.forced is True,
                )  # fmt: skip
                if n.front[k.target]:
                    if k.target != first:
                        found.setdefault((first, k.target), set()).add(facts)
                elif (
                    n.customer[k.target]
                    and not n.s[k.target].value_in_use
                    and (k.target, facts) not in states
                ):
                    states.add((k.target, facts))
                    waiting.append((k.target, facts))
    return found


def find(n: Naive) -> Found:
    """Every finding's key and certainty, before anybody has said anything of walls."""
    found: Found = {}

    def add(key: str, certainty: str) -> None:
        if found.get(key) != "certain":
            found[key] = certainty

    told = {u: nx.descendants(informed(n), u) for u in n.s}
    _referrals(n, told, add)
    _promises(n, told, add)
    _memory(n, told, add)
    _ping_pong(n, add)
    _silent(n, add)
    _mandate(n, add)
    for k in n.links:
        if k.kind == "order" and k.order is not None and k.order.refused:
            add(f"refusal:{k.source}:{k.target}", "certain")
    if any(step.end or step.goal for step in n.s.values()):
        into, out = {k.target for k in n.road}, {k.source for k in n.road}
        for u, step in n.s.items():
            if n.front[u] and u in into and u not in out and not step.end and not step.goal:
                add(f"nobody:{u}:", "certain")
    return found


def _sure(same: bool | None) -> str:
    return "suspected" if same is None else "certain"


def _referrals(n: Naive, told, add) -> None:  # type: ignore[no-untyped-def]
    for (u, v), sorts in walks(n).items():
        same = n.same(u, v)
        channels = [(n.s[x].channel or "").strip().lower() for x in (u, v)]
        if all(channels) and channels[0] != channels[1] and any(sort[4] for sort in sorts):
            add(f"channel:{u}:{v}", "certain")
        if same is True:
            continue
        supplied = "supplier" in {n.j.lanes[n.s[x].lane].kind for x in (u, v)}
        key = f"{'supplier' if supplied else 'referral'}:{u}:{v}"
        for refer, company, no, yes, _ in sorts:
            if refer:
                add(key, _sure(same))
            elif company and not no:
                continue
            elif no and v not in told[u]:
                add(key, _sure(same))
            elif v not in told[u] and not yes:
                add(key, "suspected")


def _promises(n: Naive, told, add) -> None:  # type: ignore[no-untyped-def]
    for p in n.j.promises:
        makers = [u for u, s in n.s.items() if not n.customer[u] and p in (s.makes or ())]
        honourers = [v for v, s in n.s.items() if not n.customer[v] and p in (s.honours or ())]
        for u, v in product(makers, honourers):
            if n.same(u, v) is not True and v not in told[u]:
                add(f"promise:{u}:{v}:{p}", _sure(n.same(u, v)))
        for v in honourers if not makers else ():
            add(f"promise::{v}:{p}", "suspected")
        for u in makers if not honourers else ():
            add(f"nobody:{u}::{p}", "certain")


def _memory(n: Naive, told, add) -> None:  # type: ignore[no-untyped-def]
    road = reach(n, ("flow", "refer"))
    for u, v in product(n.s, n.s):
        shared = sorted(set(n.s[u].asks or ()) & set(n.s[v].asks or ()))
        if u == v or not (n.front[u] and n.front[v]) or not shared or v in told[u]:
            continue
        if nx.has_path(road, u, v) and not n.s[v].reask_required:
            add(f"memory:{u}:{v}:{shared[0]}", "certain")


def _ping_pong(n: Naive, add) -> None:  # type: ignore[no-untyped-def]
    graph = nx.DiGraph((k.source, k.target) for k in n.road if not k.by_design)
    for part in nx.strongly_connected_components(graph):
        front = [u for u in part if n.front[u]]
        units = {n.level(n.unit(u)) for u in front if n.unit(u)}
        key = "ping_pong:" + "+".join(sorted(part))
        if len(part) >= 2 and len(units) >= 2:
            add(key, "certain")
        elif len(part) >= 2 and len({n.owner[u] for u in front}) >= 2:
            add(key, "suspected")


def _silent(n: Naive, add) -> None:  # type: ignore[no-untyped-def]
    tells = {k.source for k in n.links if k.kind == "status" and n.customer[k.target]}
    for k in n.links:
        u, v = k.source, k.target
        back = not n.customer[u] and not n.front[u]
        wait = read_quantity(k.wait_minutes, MINUTES)
        if (k.kind or "flow") not in ("flow", "refer", "info", "order") or not back or not n.front[v]:
            continue
        if n.same(u, v) is not True and wait is not None and wait.point > 0 and not {u, v} & tells:
            add(f"silent:{u}:{v}", _sure(n.same(u, v)))


def _mandate(n: Naive, add) -> None:  # type: ignore[no-untyped-def]
    graph = reach(n, ("flow", "refer", "info", "order"))
    in_sight = nx.DiGraph()
    in_sight.add_nodes_from(n.s)
    for k in n.road:
        if n.customer[k.source] or n.front[k.source]:
            in_sight.add_edge(k.source, k.target)
    for u, step in n.s.items():
        if not n.front[u] or step.mandate not in ("must_ask", "none") or not critical(step):
            continue
        far = nx.single_source_shortest_path_length(graph, u)
        solving = [v for v in far if v != u and not n.customer[v] and n.s[v].mandate == "can_solve"]
        if not solving or any(n.same(u, v) is True for v in solving):
            continue
        if any(n.front[v] and nx.has_path(in_sight, u, v) for v in solving):
            continue
        target = min(solving, key=lambda v: (far[v], v))
        add(f"mandate:{u}:{target}", _sure(n.same(u, target)))


def handoffs(n: Naive) -> set[tuple[str, str]]:
    direct = {(k.source, k.target) for k in n.road if not n.customer[k.source] and not n.customer[k.target]}
    return {(u, v) for u, v in direct | set(walks(n)) if n.owner[u] != n.owner[v]}


def back_chains(n: Naive) -> dict[str, list[str]]:
    graph = nx.DiGraph()
    graph.add_nodes_from(n.s)
    for k in n.links:
        if (k.kind or "flow") in ("flow", "refer", "info"):
            graph.add_edge(k.target, k.source)
        elif k.kind == "order":
            graph.add_edge(k.source, k.target)
    chains = {}
    for u, step in n.s.items():
        if critical(step):
            far = nx.single_source_shortest_path_length(graph, u)
            chains[u] = sorted((v for v in far if v != u and not n.customer[v]), key=lambda v: (far[v], v))
    return chains


def coverage(n: Naive) -> float | None:
    links = {}
    for u, chain in back_chains(n).items():
        for k in n.links:
            kind = (k.kind or "flow") in ("flow", "refer", "info", "order")
            if kind and {k.source, k.target} <= {u, *chain}:
                links[k.id] = bool(k.requirement and (k.requirement.text or "").strip())
    return sum(links.values()) / len(links) if links else None
