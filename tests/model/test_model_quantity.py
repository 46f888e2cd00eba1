"""Quantities as FORMAT 2 says: what is unknown, what is a range, where the point lies."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model.quantity import HITS, MINUTES, PLAIN, VALUE_LOST, Range, read_quantity


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (None, None),
        (7, Range(7, 7, 7)),
        (0, Range(0, 0, 0)),
        ([5, 9], Range(5, None, 9)),
        ([5, 7, 9], Range(5, 7, 9)),
        ((5, 5, 5), Range(5, 5, 5)),
    ],
)
def test_numbers(written: object, read: Range | None) -> None:
    assert read_quantity(written, MINUTES) == read


@pytest.mark.parametrize(
    "written",
    [
        [9, 5],
        [5, 9, 7],
        [1],
        [1, 2, 3, 4],
        [],
        -1,
        [-1, 2],
        True,
        [True, 2],
        math.inf,
        math.nan,
        "ages",
        "rare",
        {},
        [None, 1],
        10**400,
    ],
)
def test_what_cannot_be_a_quantity_is_unknown(written: object) -> None:
    assert read_quantity(written, MINUTES) is None


def test_classes_belong_to_their_scale() -> None:
    assert read_quantity("seldom", HITS) == Range(0.01, None, 0.05)
    assert read_quantity("long", MINUTES) == Range(10, None, 60)
    assert read_quantity("none", VALUE_LOST) == Range(0, 0, 0)
    assert read_quantity("long", HITS) is None
    assert read_quantity("half", PLAIN) is None


def test_a_share_of_value_is_at_most_one() -> None:
    assert read_quantity(1, VALUE_LOST) == Range(1, 1, 1)
    assert read_quantity([0.5, 1.1], VALUE_LOST) is None
    assert read_quantity(1.5, HITS) == Range(1.5, 1.5, 1.5)


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=3))
def test_the_point_lies_within_the_range(numbers: list[float]) -> None:
    read = read_quantity(sorted(numbers), PLAIN)
    assert read is not None
    assert read.low <= read.point <= read.high
