"""What stands behind one step: the same chain as METHOD 4's, by depth, with its links."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.analysis.behind import look_behind
from journeymap.analysis.chains import back_chains, chain_of
from journeymap.analysis.graph import build
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Link, LinkKind, Requirement
from tests.analysis.random_maps import random_map
from tests.analysis.small_maps import a_map, step

KINDS = ("flow", "refer", "info")


def hand_made(*links: Link) -> Journey:
    """The customer's g, and f, a, b and c in one lane; what joins them is the test's."""
    return a_map(step("g", "customer"), [step(id, "desk") for id in "fabc"], links)


def joined(id: str, source: str, target: str, kind: LinkKind = "flow", text: str | None = None) -> Link:
    requirement = None if text is None else Requirement(text=text)
    return Link(id=Id(id), source=Id(source), target=Id(target), kind=kind, requirement=requirement)


def test_depths_and_links_of_a_small_chain() -> None:
    """c → b → a → f over flow, an order f → c (c delivers to f), and the guest who is passed through."""
    journey = hand_made(
        joined("1", "a", "f", text="within a day"),
        joined("2", "b", "a"),
        joined("3", "f", "c", "order", " "),
        joined("4", "b", "g"),
        joined("5", "g", "f"),
        joined("6", "a", "b", "status"),
    )
    found = look_behind(journey, Id("f"))
    assert [(m.step, m.depth) for m in found.members] == [("a", 1), ("c", 1), ("b", 2)]
    assert [[link.id for link in m.links] for m in found.members] == [["1"], ["3"], ["2"]]
    assert (found.required, len(found.links)) == (1, 3)  # a blank requirement is none
    assert found.passed == ("g",)
    assert found.rings == (("a", "c", "g"), ("b",))


def test_nothing_behind() -> None:
    found = look_behind(hand_made(joined("1", "f", "a")), Id("f"))
    assert (found.members, found.links, found.depth, found.rings) == ((), (), 0, ())


def test_a_round_stands_behind_itself_and_is_listed_once() -> None:
    journey = hand_made(joined("1", "f", "a"), joined("2", "a", "b"), joined("3", "b", "f"))
    found = look_behind(journey, Id("f"))
    assert [(m.step, m.depth) for m in found.members] == [("b", 1), ("a", 2)]
    assert [link.id for link in found.own] == ["1"]
    assert {link.id for link in found.links} == {"1", "2", "3"}


@settings(deadline=None)
@given(st.integers(0, 400))
def test_members_are_the_ancestors_and_links_those_of_the_chain(seed: int) -> None:
    """Feature 29's oracle: ancestors in a graph whose orders run backwards."""
    journey = random_map(seed)
    graph = build(journey)
    road: nx.DiGraph = nx.DiGraph()
    road.add_nodes_from(journey.steps)
    for link in journey.links.values():
        ends = (link.target, link.source) if link.kind == "order" else (link.source, link.target)
        if link.kind == "order" or (link.kind or "flow") in KINDS:
            road.add_edge(*ends)
    chains = back_chains(graph)
    for one in journey.steps:
        found = look_behind(journey, one)
        provider = {id for id in nx.ancestors(road, one) if not graph.customer[graph.index[id]]}
        assert {member.step for member in found.members} == provider
        assert [member.step for member in found.members] == list(chain_of(graph, one))
        for member in found.members:
            assert member.depth == nx.shortest_path_length(road, member.step, one)
        if one in chains.asked:
            assert (found.required, len(found.links)) == chains.asked[one]
