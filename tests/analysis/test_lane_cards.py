"""Lane cards: sums over lanes equal the map's totals, whatever the map."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_maps import random_map
from small_maps import a_map, carried, step

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.analysis.further import look_further
from journeymap.analysis.lane_cards import LaneCard
from journeymap.analysis.lane_sums import all_drawn, walls_drawn, without_owner
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Friction, Wall
from journeymap.resources import samples
from journeymap.storage import files

seeds = st.integers(0, 10**9)


def cards_of(journey: Journey) -> tuple[tuple[LaneCard, ...], Findings]:
    findings = examine(journey, trials=0)
    return look_further(journey, findings).lanes, findings


def reconciles(journey: Journey) -> None:
    cards, findings = cards_of(journey)
    figures = findings.figures
    assert [card.lane for card in cards] and len(cards) == figures.lanes
    assert sum(card.steps for card in cards) == figures.steps
    assert sum(card.handoffs_out for card in cards) == figures.handoffs
    assert sum(card.handoffs_in for card in cards) == figures.handoffs
    assert sum(card.carried_out for card in cards) == sum(card.carried_in for card in cards)
    assert sum(card.walls for card in cards) == pytest.approx(figures.walls_certain)
    assert sum(len(card.critical) for card in cards) == figures.critical_moments
    assert sum(len(card.frictions) for card in cards) == len(findings.ranked)
    assert sum(len(card.unranked) for card in cards) == len(findings.unranked)
    per1000 = sum(line.per1000 for line in findings.ranked)
    assert sum(card.minutes_per_1000 for card in cards) == pytest.approx(per1000)
    if figures.customer_hours_per_year is None or not findings.ranked:
        assert all(card.hours is None and card.wall_hours is None for card in cards)
    else:
        assert sum(card.hours or 0.0 for card in cards) == pytest.approx(figures.customer_hours_per_year)
        assert sum(card.wall_hours or 0.0 for card in cards) == pytest.approx(figures.hours_at_walls)
    out = [key for card in cards for key in card.walls_out]
    standing = [wall for wall in findings.walls if wall.stands]
    assert sorted(out) == sorted(wall.key for wall in standing if wall.source)


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_the_walls_that_are_drawn_are_divided_among_the_lanes_without_rest(seed: int) -> None:
    journey = random_map(seed)
    cards, findings = cards_of(journey)
    parts = walls_drawn(journey, findings)
    assert sum(parts.values()) == pytest.approx(all_drawn(findings))
    assert set(parts) <= {card.lane for card in cards}
    for card in cards:
        named = without_owner(card, findings)
        assert len(set(named)) == len(named) <= len(card.unowned)
        assert set(named) <= set(card.unowned) | {mark.findings[0].key for mark in findings.marks}


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_sums_over_lanes_are_the_totals(seed: int) -> None:
    reconciles(random_map(seed))


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_they_still_are_when_walls_have_owners(seed: int) -> None:
    """Every finding gets a card with an owner, sometimes the name of a lane on one of its sides."""
    journey, chance = random_map(seed), random.Random(seed)
    lanes = [lane.name for lane in journey.lanes.values()]
    walls = [
        Wall(id=Id(f"own{n}"), key=wall.key, owner=chance.choice([*lanes, "Somebody", "", None]))
        for n, wall in enumerate(examine(journey, trials=0).walls)
    ]
    reconciles(journey_of(*journey, *walls, head=journey.head))


@pytest.mark.parametrize("path", sorted(samples().glob("*.journey")), ids=lambda path: path.stem)
def test_the_samples_reconcile(path: object) -> None:
    reconciles(files.load(path).journey)  # type: ignore[arg-type]


def test_a_wall_counts_half_to_each_side_unless_one_of_them_owns_it() -> None:
    records = [
        step("a", "offers"),
        step("b", "desk"),
        step("c", "customer"),
        carried("a", "c", "b", info="no"),
    ]
    flat = a_map(*records)
    shared = {card.lane: card.walls for card in cards_of(flat)[0] if card.walls}
    assert shared == {"offers": 0.5, "desk": 0.5}
    owned = Wall(id=Id("w"), key="referral:a:b", owner=" reception ")
    (desk,) = (card for card in cards_of(a_map(*records, owned))[0] if card.walls)
    assert (desk.lane, desk.walls) == ("desk", 1), "by the last part of its unit"
    assert "referral:a:b" not in desk.unowned


def test_what_has_no_owner_stands_on_the_card() -> None:
    journey = a_map(
        step("b", "desk", critical=True),
        Friction(id=Id("f"), title="f", at=Id("b"), hits=0.1, wait_minutes=1, work_minutes=0, value_lost=0),
    )
    desk = next(card for card in cards_of(journey)[0] if card.lane == "desk")
    assert (desk.unowned, desk.frictions, desk.critical) == (("f", "b"), ("f",), ("b",))
    named = msgspec.structs.replace(journey.frictions[Id("f")], owner="Anna")
    owned = journey_of(*(one for one in journey if one.id != "f"), named, head=journey.head)
    desk = next(card for card in cards_of(owned)[0] if card.lane == "desk")
    assert desk.unowned == ("b",)


def test_a_lane_is_touched_by_the_moments_it_stands_behind() -> None:
    cards, _ = cards_of(files.load(samples() / "hotel.journey").journey)
    touched = {card.lane: set(card.touched) for card in cards}
    assert touched["cleaning"] == {"sleep"}, "the room is ready before the key, and the key before the night"
    assert touched["inventory"] == set()
    assert touched["reception"] == {"sleep"}, "its own two moments are its own"


@given(seeds)
def test_the_moments_a_lane_touches_are_those_whose_chains_hold_a_step_of_it(seed: int) -> None:
    """The same a second way: chain by chain."""
    journey = random_map(seed)
    cards, findings = cards_of(journey)
    lane = {step.id: step.lane for step in journey.steps.values()}
    for card in cards:
        chains = findings.back_chains.items()
        behind = [moment for moment, chain in chains if card.lane in {lane[one] for one in chain}]
        assert card.touched == tuple(moment for moment in behind if lane[moment] != card.lane)
