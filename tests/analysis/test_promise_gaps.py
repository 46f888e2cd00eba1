"""Promised against the longest way: by hand, and against every way there is on small maps."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_maps import a_map, link, step

from journeymap.analysis.graph import build
from journeymap.analysis.promise_gaps import PromiseGap, promise_gaps
from journeymap.analysis.words.further import length_of_time, promise_gap_sentence
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Head, Lane, Link, Promise, Record, Step

A_DAY = 1440
MAKER = step("a", "offers", makes=("p",))
KEEPER = step("b", "desk", honours=("p",), wait_minutes=5)


def mapped(due: float | None, *records: Record, **facts: object) -> Journey:
    """A map whose promise p is due after so many minutes."""
    journey = a_map(*records, **facts)
    promise = Promise(id=Id("p"), text="p", due_minutes=due)
    return journey_of(*(one for one in journey if one.id != "p"), promise, head=journey.head)


def gaps(due: float | None, *records: Record) -> tuple[PromiseGap, ...]:
    return promise_gaps(build(mapped(due, *records)))


def test_the_longer_of_two_ways_counts() -> None:
    """Through the warehouse: 2 days and 30 minutes of work; through the customer: 10 + 60 minutes.

    At the end the waiting counts (5), the work there does not.
    """
    (gap,) = gaps(
        A_DAY,
        MAKER,
        KEEPER,
        step("k", "phone", customer_present=False, minutes_needed=30),
        step("c", "customer", own_minutes=60),
        link("a", "k", "info", lead_days=2),
        link("k", "b", "info", wait_minutes=0),
        link("a", "c", wait_minutes=10),
        link("c", "b", wait_minutes=0),
    )
    assert (gap.maker, gap.honourer, gap.way) == ("a", "b", ("a", "k", "b"))
    assert gap.point == 2 * A_DAY + 30 + 5
    assert (gap.gap, gap.kept, gap.unknown) == (A_DAY - gap.point, "short", ())


@pytest.mark.parametrize(
    ("lead_days", "kept"),
    [((0.1, 0.2), "enough"), ((0.5, 2), "maybe_short"), ((2, 3), "short"), ((0.1, 0.2, 3), "unknown")],
)
def test_what_can_be_said(lead_days: tuple[float, ...], kept: str) -> None:
    (gap,) = gaps(A_DAY, MAKER, KEEPER, link("a", "b", "info", lead_days=lead_days))
    assert gap.kept == kept


def test_what_nobody_said_is_never_taken_for_enough() -> None:
    (gap,) = gaps(A_DAY, MAKER, step("b", "desk", honours=("p",)), link("a", "b"))
    assert (gap.point, gap.unknown, gap.kept) == (0, ("a>b:flow",), "unknown")


def test_orders_bring_the_delivery_back() -> None:
    (gap,) = gaps(60, MAKER, KEEPER, link("b", "a", "order", lead_days=1))
    assert gap.point == A_DAY + 5


def test_a_round_is_not_walked() -> None:
    """The customer may be sent back; the way itself goes through once: 10 + 20 + 5 minutes."""
    (gap,) = gaps(
        30,
        MAKER,
        KEEPER,
        step("c", "customer", own_minutes=20),
        link("a", "c", wait_minutes=10),
        link("c", "a", wait_minutes=500),
        link("c", "b", wait_minutes=0),
    )
    assert (gap.point, gap.way) == (35, ("a", "c", "b"))


@pytest.mark.parametrize("due", [None, True, -1, float("nan"), float("inf")])
def test_a_promise_without_a_time_has_no_gap(due: float | None) -> None:
    assert gaps(due, MAKER, KEEPER, link("a", "b")) == ()


def test_no_way_no_gap() -> None:
    assert gaps(60, MAKER, KEEPER) == ()
    assert gaps(60, MAKER, KEEPER, link("a", "b", "status")) == ()


def _line_of_work(seed: int) -> Journey:
    """Up to eight steps without rounds; links run from lower to higher numbers."""
    r = random.Random(seed)
    count = r.randint(2, 8)
    steps = [
        Step(
            id=Id(f"s{n}"),
            title=f"s{n}",
            lane=Id("lane"),
            customer_present=r.random() < 0.5,
            own_minutes=r.choice([None, 1, (2, 4)]),
            minutes_needed=r.choice([None, 7, (3, 9)]),
            wait_minutes=r.choice([None, 0, 11]),
            makes=(Id("p"),) if n == 0 else None,
            honours=(Id("p"),) if n == count - 1 else None,
        )
        for n in range(count)
    ]
    pairs = [(one, other) for one in range(count) for other in range(one + 1, count) if r.random() < 0.5]
    links = [
        Link(
            id=Id(f"l{n}"),
            source=steps[one].id,
            target=steps[other].id,
            kind=r.choice(["flow", "info", "refer"]),
            wait_minutes=r.choice([None, 3, (0, 8)]),
            lead_days=r.choice([None, None, 1, (0, 1)]),
        )
        for n, (one, other) in enumerate(pairs)
    ]
    lane = Lane(id=Id("lane"), name="Lane", kind="department", unit="X")
    promise = Promise(id=Id("p"), text="p", due_minutes=100)
    return journey_of(lane, promise, *steps, *links, head=Head())


def _every_way(journey: Journey, at: Id, end: Id) -> list[list[Id]]:
    if at == end:
        return [[at]]
    further = [link.target for link in journey.links.values() if link.source == at]
    return [[at, *way] for target in further for way in _every_way(journey, target, end)]


def _middle(value: object) -> float:
    if value is None:
        return 0.0
    return sum(value) / 2 if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]


def _length(journey: Journey, way: list[Id]) -> float:
    """Added up link by link, step by step, at the middle of every range."""
    total = 0.0
    for one, other in pairwise(way):
        (link,) = (k for k in journey.links.values() if (k.source, k.target) == (one, other))
        step = journey.steps[other]
        total += _middle(link.wait_minutes) + A_DAY * _middle(link.lead_days) + _middle(step.wait_minutes)
        if other != way[-1]:
            total += _middle(step.own_minutes if step.customer_present else step.minutes_needed)
    return total


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_it_is_the_longest_of_all_ways(seed: int) -> None:
    journey = _line_of_work(seed)
    last = max(journey.steps)
    ways = _every_way(journey, Id("s0"), last)
    found = promise_gaps(build(journey))
    if not ways:
        assert found == ()
        return
    (gap,) = found
    assert gap.point == pytest.approx(max(_length(journey, way) for way in ways))
    assert _length(journey, list(gap.way)) == pytest.approx(gap.point)
    assert gap.low <= gap.point <= gap.high


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_has_its_sentence(language: str) -> None:
    t = catalogue(language)
    for lead_days in ((0.1, 0.2), (0.5, 2), (2, 3), (0.1, 0.2, 3)):
        journey = mapped(A_DAY, MAKER, KEEPER, link("a", "b", "info", lead_days=lead_days))
        (gap,) = promise_gaps(build(journey))
        sentence = promise_gap_sentence(gap, journey, t)
        assert "{" not in sentence and sentence.endswith(".")
        assert len(sentence.split()) <= 20
    assert length_of_time(90, t).startswith("90")
    assert length_of_time(120, t).startswith("2")
    assert length_of_time(5 * A_DAY, t).startswith("5")
