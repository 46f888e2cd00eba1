"""What a second reading of the format and the method found: visits of links, numbers out of bounds."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from small_maps import a_map, link, step

from journeymap.analysis import check, check_text
from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.records import Friction
from journeymap.storage.envelope import Decoded, decode


def at_link(kind: str, per: Literal["journey", "visit"]) -> dict[str, tuple[str, ...]]:
    """What a friction at a link of this kind lacks: nothing when it has its place in the order."""
    steps = [step("a", "desk", start=True), step("b", "customer"), step("c", "customer")]
    beside = link("a", "c", kind)
    friction = Friction(
        id=Id("f"), title="F", at=beside.id, hits=0.5, wait_minutes=3, work_minutes=0, value_lost=0, per=per
    )
    found = examine(a_map(steps, link("a", "b", share=0.5), beside, friction), trials=0)
    minutes = {line.id: (str(line.per1000),) for line in found.ranked}
    return minutes | {line.id: tuple(line.missing) for line in found.unranked}


@pytest.mark.parametrize("kind", ["exit", "shadow"])
def test_exit_and_shadow_links_have_no_visits(kind: str) -> None:
    """They take part in no visit: how often one is met is unknown, not as often as its source."""
    assert at_link(kind, "visit") == {"f": ("visits",)}
    assert at_link(kind, "journey") == {"f": ("1500.0",)}


@pytest.mark.parametrize("kind", ["info", "order", "status"])
def test_other_links_off_the_road_are_met_as_often_as_their_source(kind: str) -> None:
    assert at_link(kind, "visit") == {"f": ("1500.0",)}


def test_a_link_on_the_road_is_met_by_its_share() -> None:
    assert at_link("refer", "visit") == {"f": ("750.0",)}


def with_goal_minutes(minutes: Any) -> Decoded:
    doc = {
        "format": "journeymap",
        "version": 1,
        "goal_minutes": minutes,
        "lanes": {"l": {"name": "Guest", "kind": "customer"}},
        "steps": {"s": {"title": "Sleep", "lane": "l", "own_minutes": 9, "start": True, "goal": True}},
    }
    return decode(json.dumps(doc).encode())


def test_goal_minutes_below_zero_are_listed_and_computed_instead() -> None:
    """Nothing is dropped in silence: what is not used stands in the list of repairs."""
    read = with_goal_minutes(-1)
    assert [repair.values["value"] for repair in read.repairs] == ["-1"]
    assert examine(read.journey, trials=0).figures.goal_minutes == 9


def test_no_goal_minutes_at_all_are_an_answer() -> None:
    read = with_goal_minutes(0)
    assert read.repairs == ()
    assert examine(read.journey, trials=0).figures.goal_minutes == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_beyond_all_sense_are_answered(language: str) -> None:
    """Any finite number is a quantity: the answer is odd, but it is an answer."""
    friction = Friction(
        id=Id("f"), title="F", at=Id("a"), hits=1e200, wait_minutes=1e200, work_minutes=1e40, value_lost=0
    )
    journey = a_map(step("a", "desk"), friction, journeys_per_year=1e300, goal_minutes=10**30)
    found = examine(journey, trials=100)
    t = catalogue(language)
    assert json.dumps(check.as_json(journey, found, (), t), allow_nan=False)
    lines = check_text.as_text(journey, found, (), t).splitlines()
    assert max(map(len, lines)) < 400, "a power of ten, not two hundred digits"
