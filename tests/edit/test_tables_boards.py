"""Whiteboards: areas and frames as stages, notes that say who wrote them, and questions of forms."""

from __future__ import annotations

import pytest
from table_sheets import sheet, titles, told

from journeymap.edit.tables.guess import guess


def test_areas_side_by_side_are_stages_and_areas_one_above_another_lanes() -> None:
    beside = told("ID;Text;Position X;Area\n1;Books;500;During\n2;Searches;10;Before\n3;Asks;90;Before")
    assert [(step.title, step.stage.name) for step in beside.steps] == [
        ("Searches", "Before"), ("Asks", "Before"), ("Books", "During"),
    ]  # fmt: skip
    above = told("ID;Text;Position X;Area\n1;Books;500;Desk\n2;Searches;10;Guest\n3;Pays;900;Guest")
    assert [(step.title, step.lane.name) for step in above.steps] == [
        ("Searches", "Guest"), ("Books", "Desk"), ("Pays", "Guest"),
    ]  # fmt: skip


def test_who_wrote_a_note_and_its_colour_are_no_steps() -> None:
    found = told(
        "Sticky note content;Sticky note color;Tags;Author;Frame;Link\n"
        "Searches;yellow;;Ann;Before;https://example.org/1\nCalls;red;pain;Bo;During;"
    )
    assert titles(found) == ["Searches", "Calls"]
    assert [step.stage.name for step in found.steps] == ["Before", "During"]
    assert found.steps[0].fields == {}


@pytest.mark.parametrize(
    "table",
    [
        "Before;During;After\nSearches;Calls;Waits\nAsks;Is passed on;",
        "Innan;Under\nSöker;Ringer",
        "First days;The move;At home\nSearches;Calls;Waits\nAsks;Is passed on;\n;Shouts;",
    ],
)
def test_frames_side_by_side_are_stages_with_their_notes_below(table: str) -> None:
    """By names that are times, or by columns that end where they end."""
    matching = guess(sheet(table))
    assert matching.layout == "lists" and set(matching.meanings) == {"stage"}


@pytest.mark.parametrize(
    "table",
    [
        "Asks for a phone;Shop\nWaits;",
        "Asks;Shop;Monday\nWaits;Guest;Tuesday\nGets it;Shop;Friday",
        "Asks;Shop;Monday\nWaits;Guest;\nGets it;Shop;Friday\nPays;Guest;",
        "Step;During;After\nAsks;a;b",
    ],
)
def test_steps_beside_their_lanes_are_no_frames(table: str) -> None:
    assert guess(sheet(table)).layout == "rows"


def test_a_form_asks_in_whole_sentences() -> None:
    found = told(
        "Tidsstämpel;Vad gjorde du?;Hur kändes det? (1-5);Vad var svårt?\n"
        "2026-01-02 09:00:00;Ringde;2;Lång kö\n2026-01-02 09:10:00;Mejlade;4;"
    )
    assert titles(found) == ["Ringde", "Mejlade"]
    assert found.steps[0].more == {"friction": ("Lång kö",)}


def test_of_two_columns_of_steps_the_first_names_them() -> None:
    found = told("Step;Step\nAsks;Asks the desk for a phone\nPays;Pays at the desk for the phone")
    assert titles(found) == ["Asks", "Pays"]
    assert found.steps[0].fields == {"description": "Asks the desk for a phone"}


def test_a_row_of_a_grid_that_names_what_stands_behind_with_its_name() -> None:
    found = told("Stages;Look;Buy\nProcess;Searches;Pays\nBackstage: agent;Publishes;Signs")
    assert [step.lane.kind for step in found.steps if step.title == "Searches"] == ["customer"]
    assert {dict(link.fields).get("kind", "flow") for link in found.links} == {"flow", "info"}


def test_frames_of_which_one_is_the_customers_are_lanes() -> None:
    found = told("Frames;Text;Author\nCustomer;Searches;Ann\nCustomer;Calls;Ann\nSupport;Answers;Bo")
    assert [(step.title, step.lane.name) for step in found.steps] == [
        ("Searches", "Customer"), ("Calls", "Customer"), ("Answers", "Support"),
    ]  # fmt: skip


def test_a_row_of_figures_in_a_grid_is_no_lane() -> None:
    found = told(
        "Lane;Card 1;Card 2;Card 3\nPhase;Before;During;After\nCustomer actions;Books;Meets;Waits\n"
        "Curve;0;-1;2\nCost index;10;20,5;30 %\nStaff;;Examines;Writes"
    )
    assert titles(found) == ["Books", "Meets", "Examines", "Waits", "Writes"]
    assert [step.fields.get("experience") for step in found.steps if step.lane.kind == "customer"] == [
        0,
        -1,
        2,
    ]


def test_a_backlog_goes_on_by_what_its_cards_block_and_its_lanes_are_components() -> None:
    found = told(
        "Summary;Issue key;Assignee;Outward issue link (Blocks);Outward issue link (Relates);Component/s\n"
        "Orders;EL-1;Ann;EL-3;EL-2;Customer\nChecks;EL-2;Bo;;;Back office\nBooks;EL-3;Cia;;;Supplier"
    )
    assert [(step.title, step.lane.name, step.fields["owner"]) for step in found.steps] == [
        ("Orders", "Customer", "Ann"), ("Checks", "Back office", "Bo"), ("Books", "Supplier", "Cia"),
    ]  # fmt: skip
    assert [(link.source, link.target) for link in found.links] == [(0, 2)]
