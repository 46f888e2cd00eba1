"""The G at which the first two change places, found again by halving (METHOD 5)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from friction_strategies import findings, frictions, order, simple
from hypothesis import assume, given, settings

from journeymap.model.records import Friction

LEAST, MOST = 1e-6, 1e9


def leads(found: Sequence[Friction], first: str, second: str, goal: float) -> bool:
    """Whether the first stands above the second when all goes well in so many minutes."""
    places = order(found, goal_minutes=goal)
    return places.index(first) < places.index(second)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(frictions(at_least=2, at_most=4))
def test_the_break_even_is_where_halving_finds_it(found: list[Friction]) -> None:
    first, second = order(found)[:2]
    even = findings(found).break_even_goal
    turns = leads(found, first, second, LEAST) != leads(found, first, second, MOST)
    if even is None:
        assert not turns
        return
    assume(turns)
    low, high = LEAST, MOST
    for _ in range(80):
        middle = (low * high) ** 0.5
        if leads(found, first, second, middle) == leads(found, first, second, LEAST):
            low = middle
        else:
            high = middle
    assert even == pytest.approx(high, rel=1e-6)


def test_none_in_different_tiers_nor_where_nothing_is_lost() -> None:
    assert findings([simple("f", critical=True), simple("g", value_lost=0.5)]).break_even_goal is None
    assert findings([simple("f"), simple("g", hits=0.5)]).break_even_goal is None
