"""What every customer must pass and where they are sent back, against brute force."""

from __future__ import annotations

import networkx as nx
from hotel_map import hotel
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_road import Naive
from random_maps import random_map

from journeymap.analysis.passages import bottlenecks, must_pass, rounds
from journeymap.model.ids import Id

seeds = st.integers(0, 10**9)


def test_the_hotel_guest_must_pass_four_steps_before_sleeping() -> None:
    assert must_pass(hotel(), Id("sleep")) == ("book", "offer-mail", "queue", "desk")


def test_the_hotel_sends_the_guest_back_once() -> None:
    assert rounds(hotel()) == (("dispute", "phones", "phone-line"),)


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_a_step_must_be_passed_if_nothing_arrives_without_it(seed: int) -> None:
    journey = random_map(seed)
    naive = Naive(journey)
    graph = naive.graph()
    graph.add_edges_from(("start", step) for step in naive.starts)
    graph.add_node("start")
    target = min(journey.steps)
    expected = set()
    for step in set(journey.steps) - {target, *naive.starts}:
        without = graph.subgraph(set(graph) - {step})
        if nx.has_path(graph, "start", target) and not nx.has_path(without, "start", target):
            expected.add(step)
    assert set(must_pass(journey, target)) == expected


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_rounds_are_the_shortest_of_their_knots(seed: int) -> None:
    journey = random_map(seed)
    graph = Naive(journey).graph()
    knots = [part for part in nx.strongly_connected_components(graph) if len(part) > 1]
    shortest = sorted(min(len(c) for c in nx.simple_cycles(graph.subgraph(part))) for part in knots)
    found = rounds(journey)
    assert sorted(map(len, found)) == shortest
    assert all(graph.has_edge(a, b) for c in found for a, b in zip(c, (*c[1:], c[0]), strict=True))


def test_the_reception_is_the_hotels_bottleneck() -> None:
    """Only Reception lies between two others: Customer service hands over to it on some roads."""
    shares = bottlenecks(hotel())
    assert shares[0][0] == "reception"
    assert shares[0][1] > 0
    assert all(share == 0 for _, share in shares[1:])
