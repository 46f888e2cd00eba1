"""What `check` tells beyond walls and ranking, subject by subject, and its silence where there is nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import random_map
from small_maps import a_map, carried, link, step

from journeymap.analysis.check_tells import chain_lines, tell_blocks
from journeymap.analysis.examine import examine
from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Action, Evidence, Friction, Order, Requirement, Wall

EN = catalogue("en")
ORDER = Order(refused=True, asked_why=False)
HEADINGS = {
    "What is promised, and how long it takes", "Say it once", "Nobody's customer",
    "The walls as both sides see them", "What the lost time rests on", "Actions beside causes",
    "Every order to support", "Lane by lane",
}  # fmt: skip


def blocks(journey: Journey) -> dict[str, list[str]]:
    findings = examine(journey, trials=0)
    return {heading: lines for heading, *lines in tell_blocks(journey, findings, EN)}


def told() -> Journey:
    """A name asked twice over the customer, an order refused with work done beside it, training alone."""
    friction = Friction(
        id=Id("f"), title="Sent on", at=Id("b"), hits=0.1, wait_minutes=10, work_minutes=0, value_lost=0,
        critical=True, cause="system",
    )  # fmt: skip
    return a_map(
        step("a", "offers", asks=(Id("name"),)),
        step("c", "customer", wait_minutes=5),
        step("b", "desk", asks=(Id("name"),), critical=True),
        step("s", "phone", customer_present=False),
        step("alone", "customer", wait_minutes=20),
        carried("a", "c", "b", info="no"),
        link(
            "b",
            "s",
            "order",
            order=Order(refused=True, asked_why=False),
            requirement=Requirement(text="A day"),
        ),
        link("b", "s", "shadow"),
        friction,
        Action(id=Id("t"), title="Course", kind="training", frictions=(Id("f"),)),
        Evidence(id=Id("e"), about=Id("f"), level="heard"),
        Wall(id=Id("w"), key="referral:a:b", views={"offers": "We told them"}),
        journeys_per_year=1000,
    )


def test_each_subject_in_its_words() -> None:
    found = blocks(told())
    assert set(found) == HEADINGS - {"What is promised, and how long it takes"}
    assert found["Say it once"] == ["  “name” is asked for at “A” and again at “B”."]
    assert "  The customer waits at “Alone”, and no one comes next." in found["Nobody's customer"]
    assert found["The walls as both sides see them"] == [
        "  W1, as Offers sees it: We told them",
        "  W1: Desk has not been heard.",
    ]
    assert found["What the lost time rests on"][0] == "  None of the lost time rests on assumptions alone."
    assert found["Actions beside causes"] == [
        "  “Sent on” is met with training alone, which does not reach its cause."
        " No manager is named to decide."
    ]
    assert found["Every order to support"] == [
        "  “B” orders from “S”: nobody asked why, refused and the work is done beside it.",
        "  “S” does what was refused, beside “B”.",
    ]


def test_the_chain_names_depths_and_how_well_it_is_asked() -> None:
    """By hand: s delivers on b's order (1 link), a comes over the customer (2); one link of the chain."""
    journey = told()
    lines = list(chain_lines(journey, examine(journey, trials=0), EN))
    assert lines[1:] == ["  “B”: “S” (1) and “A” (2)", "     Links with a requirement: 1 of 1."]


def test_nothing_is_told_of_an_empty_map_nor_of_lanes_alone() -> None:
    assert blocks(a_map()) == {}


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@settings(deadline=None)
@given(seed=st.integers(0, 10**9))
def test_every_map_is_told_of_and_the_last_line_holds_the_maps_own_figures(language: str, seed: int) -> None:
    journey, t = random_map(seed), catalogue(language)
    findings = examine(journey, trials=0)
    found = list(tell_blocks(journey, findings, t))
    assert all(len(block) > 1 for block in found)
    if journey.steps:
        last = found[-1][-1]
        assert t.plural("{n} hand-off", "{n} hand-offs", findings.figures.handoffs) in last
