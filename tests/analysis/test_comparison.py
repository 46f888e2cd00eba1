"""Two states of a journey (FEATURES 36) and a plan beside what came (FEATURES 37), by hand."""

from __future__ import annotations

from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import random_map

from journeymap.analysis.comparison import Side, compared
from journeymap.analysis.deviations import deviations
from journeymap.analysis.examine import examine
from journeymap.model.fresh import to_be_of
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import (
    Evidence,
    Friction,
    Head,
    Lane,
    Link,
    Record,
    Requirement,
    Step,
)

LANES = (
    Lane(id=Id("c"), name="Guest", kind="customer"),
    Lane(id=Id("a"), name="Office", kind="department", unit="A"),
    Lane(id=Id("b"), name="Desk", kind="department", unit="B"),
)


def side(*records: Record, **head: object) -> Side:
    journey = journey_of(*LANES, *records, head=Head(**head))  # type: ignore[arg-type]
    return Side(journey, examine(journey, trials=0))


def step(id: str, lane: str, column: float, **facts: object) -> Step:
    return Step(id=Id(id), title=id.upper(), lane=Id(lane), column=column, **facts)  # type: ignore[arg-type]


def link(id: str, source: str, target: str, **facts: object) -> Link:
    return Link(id=Id(id), source=Id(source), target=Id(target), **facts)  # type: ignore[arg-type]


ROAD = (step("u", "a", 1), step("x", "c", 2), step("v", "b", 3), link("1", "u", "x"))
UNTOLD = link("2", "x", "v", info="no")
TOLD = link("2", "x", "v", info="yes")


def test_a_wall_is_removed_when_the_receiver_is_told_and_created_when_not() -> None:
    """Only the carried hand-off u to v differs: a referral certain by `info: no`, none by `yes`."""
    walled, open_ = side(*ROAD, UNTOLD), side(*ROAD, TOLD)
    assert [wall.key for wall in compared(walled, open_).torn] == ["referral:u:v"]
    assert [wall.key for wall in compared(open_, walled).new] == ["referral:u:v"]
    assert not compared(walled, walled)


def test_a_wall_that_keeps_one_side_has_moved() -> None:
    after = side(*ROAD[:2], ROAD[3], step("w", "b", 4), link("2", "x", "w", info="no"))
    found = compared(side(*ROAD, UNTOLD), after)
    assert not found.torn
    assert not found.new
    assert [(pair.before.key, pair.now.key) for pair in found.moved] == [("referral:u:v", "referral:u:w")]


def friction(id: str, hits: float, **facts: object) -> Friction:
    return Friction(
        id=Id(id), title=id, at=Id("x"), hits=hits, wait_minutes=6, work_minutes=0, value_lost=0, **facts
    )  # type: ignore[arg-type]


def test_hours_saved_frictions_solved_and_new() -> None:
    """1000 journeys: f takes 0.1 · 6 · 1000 / 60 = 10 h, then 5; g 20 h, then solved; h is new with 1 h."""
    before = side(*ROAD, friction("f", 0.1), friction("g", 0.2), journeys_per_year=1000)
    after = side(
        *ROAD, friction("f", 0.05), friction("g", 0.2, status="solved"), friction("h", 0.01),
        journeys_per_year=1000,
    )  # fmt: skip
    found = compared(before, after)
    assert found.in_hours
    assert (round(found.before, 9), round(found.now, 9), round(found.saved, 9)) == (30, 6, 24)
    assert (found.solved, found.appeared) == (["g"], ["h"])
    assert {line.friction.id: line.why for line in found.lines}["f"] == ("hits",)


def test_requirements_that_came_and_went() -> None:
    asked = link("1", "u", "x", requirement=Requirement(text="Before noon"))
    empty = link("1", "u", "x", requirement=Requirement(text=" ", measure="minutes"))
    assert compared(side(*ROAD[:3], empty), side(*ROAD[:3], asked)).asked == ["1"]
    assert compared(side(*ROAD[:3], asked), side(*ROAD[:3], empty)).unasked == ["1"]


def test_to_be_keeps_every_id_and_says_where_it_comes_from() -> None:
    was = side(*ROAD, UNTOLD, document="first", state="as_is", status="decided", created="2026-01-01").journey
    made = to_be_of(was, title="New", created="2026-11-27", ids=lambda: Id("second"))
    assert made.tables == was.tables
    head = made.head
    assert (head.document, head.derived_from, head.state, head.status) == (
        "second", "first", "to_be", "draft",
    )  # fmt: skip
    assert (head.title, head.created, head.decision) == ("New", "2026-11-27", None)


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_a_map_beside_itself_differs_nowhere(seed: int) -> None:
    journey = random_map(seed)
    one = Side(journey, examine(journey, trials=0))
    assert not compared(one, one)
    assert all(found.kind == "assumed" for found in deviations(journey, journey))


def journey(*records: Record) -> Journey:
    return journey_of(*LANES, *records)


def kinds(planned: Journey, actual: Journey) -> list[tuple[str, str]]:
    return [(found.kind, found.step) for found in deviations(planned, actual)]


def test_each_kind_of_deviation() -> None:
    planned = journey(
        step("p", "c", 1, channel="Phone"), step("q", "c", 2), step("r", "c", 3), step("s", "c", 4)
    )
    actual = journey(
        step("p", "c", 1, channel="web"), step("q", "c", 2, demand="failure"), step("s", "c", 3),
        step("t", "c", 5, experience=-2),
    )  # fmt: skip
    assert kinds(planned, actual) == [
        ("missing", "r"), ("unexpected", "t"), ("other_channel", "p"), ("failed", "q"), ("assumed", "t"),
    ]  # fmt: skip
    heard = Evidence(id=Id("e"), about=Id("t"), level="heard")
    assert ("assumed", "t") not in kinds(planned, journey(*actual.steps.values(), heard))


def test_out_of_order_names_the_fewest_steps() -> None:
    """1 2 3 4 came as 1 4 2 3: one step moved, not three."""
    planned = journey(*(step(id, "c", place) for place, id in enumerate("abcd")))
    actual = journey(*(step(id, "c", place) for place, id in enumerate("adbc")))
    assert kinds(planned, actual) == [("out_of_order", "d")]


def test_what_happens_at_the_same_moment_is_in_order() -> None:
    planned = journey(step("m", "c", 1), step("n", "b", 2))
    assert kinds(planned, journey(step("m", "c", 7), step("n", "b", 7))) == []
    assert kinds(journey(step("m", "c", 7), step("n", "b", 7)), planned) == []


def test_a_friction_that_takes_the_outcome_is_a_failure_and_the_same_channel_is_none() -> None:
    planned = journey(step("p", "c", 1, channel="Web "))
    lost = Friction(id=Id("f"), title="f", at=Id("p"), value_lost="lost")
    actual = journey(step("p", "c", 1, channel="web"), lost)
    assert kinds(planned, actual) == [("failed", "p")]
    solved = msgspec.structs.replace(lost, status="solved")
    assert kinds(planned, journey(step("p", "c", 1), solved)) == []
    mild = msgspec.structs.replace(lost, value_lost="half")
    assert kinds(planned, journey(step("p", "c", 1), mild)) == []


def naive_least_moves(order: list[int]) -> int:
    """By brute force: what is left out of the largest part that never falls."""
    best = 0
    for mask in range(1 << len(order)):
        part = [value for place, value in enumerate(order) if mask >> place & 1]
        if all(a <= b for a, b in pairwise(part)):
            best = max(best, len(part))
    return len(order) - best


@given(st.permutations(list("abcdefg")))
@settings(max_examples=60, deadline=None)
def test_out_of_order_is_least_beside_brute_force(came: list[str]) -> None:
    planned = journey(*(step(id, "c", place) for place, id in enumerate("abcdefg")))
    actual = journey(*(step(id, "c", place) for place, id in enumerate(came)))
    assert len(deviations(planned, actual)) == naive_least_moves(["abcdefg".index(id) for id in came])
