"""Front and back, owners, same unit (METHOD 1: words)."""

from __future__ import annotations

import pytest
from small_maps import a_map, link, step

from journeymap.analysis.graph import build, is_front, owner_of, same, unit_path
from journeymap.analysis.names import owner_names, unit_name
from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Lane, Step


def lane(id: str, unit: str | None, kind: str = "department") -> Lane:
    return Lane(id=Id(id), name=id, kind=kind, unit=unit)  # type: ignore[arg-type]


def test_units_are_split_trimmed_and_cleared() -> None:
    assert unit_path(" Hotel AB / /House/ Reception ") == ("Hotel AB", "House", "Reception")
    assert unit_path(" / ") == unit_path(None) == ()


@pytest.mark.parametrize(
    ("one", "other", "level", "answer"),
    [
        ("X/A/1", "X / A/1", None, True),
        ("X/A/1", "X/A/2", None, False),
        ("X/A/1", "X/A/2", 2, True),
        ("X/A/1", "X/A/2", 0, False),
        ("X", "X/A", 2, False),
        ("X", "X/A", 1, True),
        ("x", "X", None, False),
        ("X", "", None, None),
        (None, None, None, None),
    ],
)
def test_same_is_three_valued(one: str, other: str, level: int | None, answer: bool | None) -> None:
    assert same(lane("one", one), lane("other", other), level) is answer


def test_one_lane_is_always_itself() -> None:
    assert same(lane("one", None), lane("one", None), 3) is True


def test_owners() -> None:
    assert owner_of(lane("x", "H/R")) == owner_of(lane("y", "H / R"))
    assert owner_of(lane("x", "")) != owner_of(lane("y", ""))
    assert owner_of(lane("x", "H/R", "customer")) == owner_of(lane("x", None, "customer"))


def test_a_customer_link_makes_a_step_front_unless_something_else_is_said() -> None:
    meets = [link("c", "b"), link("o", "c", "refer")]
    hidden = step("h", "desk", customer_present=False)
    bare = {"customer_present": None}
    steps = [step("b", "desk", **bare), step("o", "offers", **bare), step("p", "phone", **bare), hidden]
    journey = a_map(steps, step("c", "customer"), meets, link("c", "h"), link("p", "c", "status"))
    assert {id for id, one in journey.steps.items() if is_front(journey, one)} == {"b", "o"}


def test_records_whose_lane_or_ends_are_missing_are_left_out() -> None:
    lost = Step(id=Id("x"), title="x", lane=Id("nowhere"))
    graph = build(a_map(step("a", "desk"), lost, link("a", "x"), link("a", "a")))
    assert [one.id for one in graph.steps] == ["a"]
    assert graph.links == ()


def test_units_are_called_by_their_last_part_unless_two_are() -> None:
    journey = journey_of(
        lane("1", "H/A/Support"), lane("2", "H/B/Support"), lane("3", "H/C/Desk"), lane("4", "")
    )
    assert sorted(owner_names(journey).values()) == ["4", "Desk", "H/A/Support", "H/B/Support"]
    assert unit_name(journey, Id("3")) == "Desk"
    assert unit_name(journey, Id("gone")) == ""
