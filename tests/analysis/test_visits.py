"""Expected visits: by hand, against a dense system, against a walked crowd, and where they are null."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_maps import a_map, examined, link, step

from journeymap.analysis.examine import examine
from journeymap.analysis.visits import Roads, expected_visits, trapped
from journeymap.model.ids import Id

A, B, C = step("a", "customer"), step("b", "desk"), step("c", "customer")


def test_a_loop_by_hand() -> None:
    """Half of them come back: 1 + ½ + ¼ + … = 2."""
    roads: Roads = [[(1, 1.0)], [(0, 0.5), (2, 0.5)], []]
    assert expected_visits({0: 1.0}, roads, [0, 0, 1]) == [2, 2, 1]


@st.composite
def chains(draw: st.DrawFn) -> tuple[Roads, list[float]]:
    count = draw(st.integers(1, 30))
    chance = random.Random(draw(st.integers(0, 10**9)))
    roads, leaves = [], []
    for _ in range(count):
        targets = chance.sample(range(count), min(count, chance.randint(0, 4)))
        weights = [chance.random() for _ in targets]
        leaving = 0.05 + chance.random()
        total = sum(weights) + leaving
        roads.append([(target, weight / total) for target, weight in zip(targets, weights, strict=True)])
        leaves.append(leaving / total)
    return roads, leaves


@settings(max_examples=100, deadline=None)
@given(chains())
def test_against_a_dense_system(chain: tuple[Roads, list[float]]) -> None:
    roads, leaves = chain
    matrix = np.zeros((len(roads), len(roads)))
    for state, ways in enumerate(roads):
        for target, share in ways:
            matrix[state, target] += share
    start = np.zeros(len(roads))
    start[0] = 1
    dense = np.linalg.solve((np.identity(len(roads)) - matrix).T, start)
    assert expected_visits({0: 1.0}, roads, leaves) == pytest.approx(dense.tolist())


def test_a_knotted_part_goes_to_numpy() -> None:
    """Sixty states, each to all others: by symmetry all but the start are visited alike."""
    count = 60
    roads: Roads = [
        [(target, 0.9 / (count - 1)) for target in range(count) if target != s] for s in range(count)
    ]
    visits = expected_visits({0: 1.0}, roads, [0.1] * count)
    assert visits is not None
    assert sum(visits) == pytest.approx(10), "each visit leaves with one in ten"
    assert visits[1:] == pytest.approx([visits[1]] * (count - 1))


def test_against_a_walked_crowd() -> None:
    """20 000 walkers through one small map, within four standard errors."""
    roads: Roads = [[(1, 0.7), (2, 0.3)], [(0, 0.4), (2, 0.6)], [(1, 0.2)]]
    leaves = [0.0, 0.0, 0.8]
    chance = random.Random(7)
    counts = [[0, 0, 0] for _ in range(20_000)]
    for seen in counts:
        state: int | None = 0
        while state is not None:
            seen[state] += 1
            (state,) = chance.choices(
                [*(target for target, _ in roads[state]), None],
                [*(share for _, share in roads[state]), leaves[state]],
            )
    visits = expected_visits({0: 1.0}, roads, leaves)
    assert visits is not None
    for state in range(3):
        walked = np.array([seen[state] for seen in counts])
        assert visits[state] == pytest.approx(walked.mean(), abs=4 * walked.std() / 20_000**0.5)


def test_nearly_closed_loops_keep_their_digits() -> None:
    roads: Roads = [[(1, 1.0)], [(0, 1 - 1e-12)]]
    visits = expected_visits({0: 1.0}, roads, [0.0, 1e-12])
    assert visits == pytest.approx([1e12, 1e12])


def test_a_trap_makes_all_visits_unknown() -> None:
    found = examined(A, B, C, link("a", "b"), link("b", "c"), link("c", "b"))
    assert found.visits is None
    assert [finding.key for finding in found.rules if finding.rule == "NO-EXIT"] == [
        "NO-EXIT:a",
        "NO-EXIT:b",
        "NO-EXIT:c",
    ]


def test_a_trap_that_nobody_reaches_does_no_harm() -> None:
    assert trapped({0: 1.0}, [[(1, 0.0)], [(2, 1.0)], [(1, 1.0)]], [1.0, 0.0, 0.0]) == []


def test_no_start_leaves_visits_handoffs_and_goal_unknown() -> None:
    figures = examined(A, B, link("a", "b"), link("b", "a")).figures
    assert (figures.expected_handoffs, figures.minimum_handoffs, figures.goal_minutes) == (None, None, None)


def test_marked_starts_share_the_journeys() -> None:
    starts = [step("a", "customer", start=True), step("c", "customer", start=True)]
    visits = examine(a_map(starts, B, link("a", "b"), link("c", "b")), trials=0).visits
    assert visits == {Id("a"): 0.5, Id("b"): 1.0, Id("c"): 0.5}
