"""Cells and rows: written, refused, ticked, emptied, filled, inserted, removed; each one undo step."""

from __future__ import annotations

import pytest
from sheet_maps import cell, column_texts, grid_of, place, refreshed, visit

from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Lane
from journeymap.sheets.grid import Grid
from journeymap.sheets.outcome import NEW


def undo_steps(grid: Grid) -> int:
    """How often undo has something to take back; the journey is then as it was at first."""
    count = 0
    while grid.document.undo():
        count += 1
    return count


def test_a_sheet_shows_the_map_in_its_order() -> None:
    grid = grid_of("steps")
    assert column_texts(grid, "title") == ["Asks", "Answers", "Waits", "Decides"]
    assert column_texts(grid, "lane") == ["Customer", "Desk", "Customer", "Office"]
    assert column_texts(grid, "stage") == ["Before", "Before", "After", "After"], "inherited ones too"
    assert column_texts(grid, "next") == ["Answers", "Waits", "Decides", ""]
    assert column_texts(grid, "own_minutes") == ["12 min", "", "12 min (5–20)", "long"]
    assert column_texts(grid, "frictions") == ["", "", "?\u2002Nobody calls", ""]
    assert column_texts(grid, "goal") == ["", "", "", "Yes"]
    assert grid.height == 5
    assert [grid.numbers[id] for id in grid.rows] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "text", "shown"),
    [
        ("steps", "asks", "title", "  Asks again ", "Asks again"),
        ("steps", "asks", "lane", "office", "Office"),
        ("steps", "asks", "lane", "Economy", "Economy"),
        ("steps", "decides", "stage", "Later", "Later"),
        ("steps", "asks", "own_minutes", "2 h", "120 min"),
        ("steps", "asks", "own_minutes", "länge", "long"),
        ("steps", "asks", "own_minutes", "", ""),
        ("steps", "asks", "next", "Waits; 4", "Waits; Decides"),
        ("steps", "asks", "asks", "Name; Number", "Name; Number"),
        ("steps", "asks", "customer_present", "nej", "No"),
        ("steps", "asks", "experience", "-2,5", "−2.5"),
        ("steps", "asks", "critical_votes", "8/12", "8/12"),
        ("steps", "asks", "system_support", "par", "Partial"),
        ("links", "l2", "share", "28.7 %", "29 %"),
        ("links", "l2", "target", "Decides", "Decides"),
        ("links", "l2", "requirement.text", "By noon", "By noon"),
        ("frictions", "f1", "at", "asks -> answers", "Asks → Answers"),
        ("frictions", "f1", "hits", "54 of 1000", "5.4 %"),
        ("frictions", "f1", "hits", "54 av 1\u00a0000", "5.4 %"),
        ("lanes", "office", "kind", "leverantör", "Supplier"),
        ("lanes", "office", "process", "core; support", "Core; Support"),
        ("stages", "s2", "promise", "Ready by noon", "Ready by noon"),
    ],
)
def test_what_is_written_is_shown_and_undone_in_one_step(
    sheet: str, row: str, column: str, text: str, shown: str
) -> None:
    grid = grid_of(sheet)
    before = grid.document.journey
    outcome = grid.write(*cell(grid, row, column), text)
    assert not outcome.refused
    refreshed(grid)
    assert grid.text(*cell(grid, row, column)) == shown
    assert undo_steps(grid) == 1
    assert grid.document.journey == before
    grid.document.redo()
    assert refreshed(grid).text(*cell(grid, row, column)) == shown


@pytest.mark.parametrize(
    ("sheet", "row", "column", "text", "why"),
    [
        ("steps", "asks", "title", "  ", "This cannot be empty."),
        ("steps", "asks", "next", "Nowhere", "No step here is called Nowhere."),
        ("steps", "asks", "next", "Asks", "A step cannot hand over to itself."),
        ("steps", "asks", "own_minutes", "a while", "Write a number, a span such as 5-20, or 12 (5-20)."),
        ("steps", "asks", "expectation", "4", "The curve runs from −3 to 3."),
        ("steps", "asks", "critical_votes", "13/12", "No more can say yes than have voted."),
        ("steps", "asks", "frictions", "x", "This is worked out by the program and cannot be written here."),
        ("links", "l2", "kind", "wire", "Choose one of: Road, Referral,"),
        ("links", "l1", "kind", "order", "Orders and status messages come from those who work"),
        ("frictions", "f1", "value_lost", "120", "Write a number, a span"),
        ("lanes", "cust", "name", "", "This cannot be empty."),
    ],
)
def test_what_a_cell_does_not_take_stays_in_it_with_the_reason(
    sheet: str, row: str, column: str, text: str, why: str
) -> None:
    grid = grid_of(sheet)
    before, was = grid.document.journey, grid.text(*cell(grid, row, column))
    outcome = grid.write(*cell(grid, row, column), text)
    assert outcome.reason is not None
    assert outcome.reason.said(grid.t).startswith(why)
    assert grid.document.journey is before
    assert grid.text(*cell(grid, row, column)) == text
    assert grid.refusal(*cell(grid, row, column)) is not None
    grid.drop(*cell(grid, row, column))
    assert grid.text(*cell(grid, row, column)) == was


def test_a_new_step_takes_the_lane_above_and_goes_on_from_there() -> None:
    grid = grid_of("steps")
    outcome = grid.write(*cell(grid, NEW, "title"), "Complains")
    (id,) = outcome.made
    journey = refreshed(grid).document.journey
    assert grid.rows[-1] == id
    assert journey.steps[Id(id)].lane == "office"
    assert grid.text(*cell(grid, "decides", "next")) == "Complains"
    assert undo_steps(grid) == 1


def test_the_first_step_of_an_empty_map_brings_the_customers_lane() -> None:
    grid = grid_of("steps", journey_of())
    (id,) = grid.write(*cell(grid, NEW, "title"), "Asks").made
    refreshed(grid)
    assert grid.text(*cell(grid, id, "lane")) == "Customer"


def test_a_new_link_asks_for_the_end_it_lacks() -> None:
    grid = grid_of("links")
    outcome = grid.write(*cell(grid, NEW, "source"), "Asks")
    assert outcome.asks == "target"
    assert grid.asked(*cell(grid, NEW, "target")) == "To which step?"
    assert grid.text(*cell(grid, NEW, "source")) == "Asks"
    assert len(grid.document.journey.links) == 3
    outcome = grid.write(*cell(grid, NEW, "target"), "Decides")
    (id,) = outcome.made
    refreshed(grid)
    assert grid.rows[-1] == id, "it stays where it was typed"
    assert grid.draft == {}
    grid.settle()
    assert grid.rows[1] == id, "and stands where the map has it when one comes back"


def test_a_new_friction_keeps_what_was_typed_before_its_place_was_known() -> None:
    grid = grid_of("frictions")
    assert grid.write(*cell(grid, NEW, "hits"), "5 (3-8)").asks == "title"
    assert grid.write(*cell(grid, NEW, "title"), "Rubs").asks == "at"
    refused = grid.write(*cell(grid, NEW, "at"), "Nowhere")
    assert refused.refused and not refused.made
    (id,) = grid.write(*cell(grid, NEW, "at"), "Answers").made
    refreshed(grid)
    assert grid.text(*cell(grid, id, "hits")) == "5 % (3–8)"
    assert undo_steps(grid) == 1


def test_the_new_row_can_be_given_up() -> None:
    grid = grid_of("links")
    grid.write(*cell(grid, NEW, "source"), "Asks")
    grid.write(*cell(grid, NEW, "target"), "Nowhere")
    grid.remove([len(grid.rows)])
    assert grid.draft == {} and grid.refused == {}


def test_boxes_are_ticked_together_and_taken_back_together() -> None:
    grid = grid_of("steps")
    cells = [cell(grid, id, "value_in_use") for id in ("asks", "waits")]
    grid.tick(cells)
    assert column_texts(refreshed(grid), "value_in_use") == ["Yes", "", "Yes", ""]
    grid.tick(cells)
    assert column_texts(refreshed(grid), "value_in_use") == ["", "", "", ""]
    assert undo_steps(grid) == 2


def test_emptied_cells_say_unknown_and_names_refuse() -> None:
    grid = grid_of("steps")
    cells = [cell(grid, "waits", name) for name in ("title", "own_minutes", "frictions", "stage")]
    outcome = grid.clear(cells)
    assert [(one.column, one.reason) for one in outcome.refused] == [("title", "This cannot be empty.")]
    refreshed(grid)
    assert grid.document.journey.steps[Id("waits")].own_minutes is None
    assert grid.text(*cell(grid, "waits", "stage")) == "Before", "it goes on in the one before"
    assert undo_steps(grid) == 1


def test_fill_down_repeats_values_not_words() -> None:
    grid = grid_of("steps")
    columns = [place(grid, "own_minutes"), place(grid, "frictions"), place(grid, "lane")]
    grid.fill_down(2, [2, 3], columns)
    decides = refreshed(grid).document.journey.steps[Id("decides")]
    assert decides.own_minutes == (5, 12, 20)
    assert decides.lane == "cust"
    assert undo_steps(grid) == 1


def test_rows_are_deleted_with_all_that_hangs_on_them() -> None:
    grid = grid_of("steps")
    grid.remove([2, 3])
    refreshed(grid)
    assert grid.rows == ("asks", "answers")
    assert not grid.document.journey.frictions
    assert undo_steps(grid) == 1


def test_a_row_is_put_in_between() -> None:
    grid = grid_of("steps")
    (id,) = grid.insert_below(1, "Looks it up").made
    refreshed(grid)
    assert grid.rows.index(id) == 2
    assert grid.text(*cell(grid, "answers", "next")) == "Looks it up"
    assert grid.text(*cell(grid, id, "next")) == "Waits"


def test_lanes_and_stages_move_by_rows() -> None:
    grid = grid_of("lanes")
    grid.move(2, -1)
    assert refreshed(grid).rows == ("cust", "office", "desk")
    stages = grid_of("stages")
    stages.move(0, 1)
    assert refreshed(stages).rows == ("s2", "s1")


def test_a_stage_written_in_a_row_begins_there() -> None:
    journey = visit()
    grid = grid_of("steps", journey)
    grid.write(*cell(grid, "answers", "stage"), "Middle")
    assert column_texts(refreshed(grid), "stage") == ["Before", "Middle", "After", "After"]
    assert all(type(stage.name) is str for stage in grid.document.journey.stages.values())
    assert grid.rows == ("asks", "answers", "waits", "decides")


def test_stages_made_first_are_filled_row_by_row() -> None:
    grid = grid_of("stages", journey_of(Lane(id=Id("c"), name="Customer", kind="customer")))
    for name in ("One", "Two", "Three"):
        grid.write(*cell(grid, NEW, "name"), name)
        refreshed(grid)
    steps = Grid(grid_of("steps").sheet, grid.document, grid.t)
    for title in "abcdef":
        steps.write(*cell(steps, NEW, "title"), title)
        refreshed(steps)
    for row, name in ((0, "one"), (2, "two"), (4, "three")):
        steps.write(row, place(steps, "stage"), name)
        refreshed(steps)
    assert column_texts(steps, "title") == list("abcdef")
    assert column_texts(steps, "stage") == ["One", "One", "Two", "Two", "Three", "Three"]


def test_walls_are_found_confirmed_dismissed_and_drawn() -> None:
    grid = grid_of("walls")
    key = "referral:answers:decides"
    assert grid.rows == (key,)
    assert grid.text(*cell(grid, key, "number")) == "W1"
    assert not grid.write(*cell(grid, key, "state"), "it is no").refused
    assert not grid.write(*cell(grid, key, "excuse"), "Not us").refused
    refreshed(grid)
    assert grid.text(*cell(grid, key, "number")) == "", "a dismissed wall stands nowhere on the map"
    assert grid.text(*cell(grid, key, "state")) == "It is no wall"
    assert grid.write(*cell(grid, NEW, "source"), "Decides").asks == "target"
    (drawn,) = grid.write(*cell(grid, NEW, "target"), "Answers").made
    refreshed(grid)
    assert grid.text(*cell(grid, drawn, "state")) == "Drawn"
    assert grid.write(*cell(grid, drawn, "state"), "").refused
    grid.remove([grid.rows.index(drawn)])
    assert refreshed(grid).rows == (key,)


def test_a_found_wall_is_not_deleted() -> None:
    grid = grid_of("walls")
    outcome = grid.remove([0])
    assert outcome.reason == "The map found this wall. Say that it is no wall instead."


def test_promises_know_where_they_are_made_and_kept() -> None:
    grid = grid_of("promises")
    (id,) = grid.write(*cell(grid, NEW, "text"), "An answer today").made
    refreshed(grid)
    grid.write(*cell(grid, id, "makes"), "Answers")
    grid.write(*cell(grid, id, "honours"), "Decides; Waits")
    steps = refreshed(grid).document.journey.steps
    assert steps[Id("answers")].makes == (id,)
    assert grid.text(*cell(grid, id, "honours")) == "Waits; Decides"
    grid.write(*cell(grid, id, "honours"), "Decides")
    assert refreshed(grid).text(*cell(grid, id, "honours")) == "Decides"


def test_evidence_is_heard_where_somebody_is_quoted_else_assumed() -> None:
    grid = grid_of("evidence")
    grid.write(*cell(grid, NEW, "quote"), "Not us")
    (heard,) = grid.write(*cell(grid, NEW, "about"), "Nobody calls").made
    refreshed(grid)
    (assumed,) = grid.write(*cell(grid, NEW, "about"), "asks").made
    refreshed(grid)
    assert grid.text(*cell(grid, heard, "level")) == "Heard"
    assert grid.text(*cell(grid, assumed, "level")) == "Assumed"
    grid.write(*cell(grid, heard, "date"), "14.10.2026")
    assert grid.document.journey.evidence[Id(heard)].date == "2026-10-14"


def test_the_map_itself_is_a_sheet_of_facts() -> None:
    grid = grid_of("journey")
    assert not grid.write(grid.rows.index("journeys_per_year"), 1, "20,000").refused
    assert not grid.write(grid.rows.index("participants"), 1, "Ann; Bo").refused
    assert not grid.write(grid.rows.index("decision.date"), 1, "14/10/2026").refused
    head = grid.document.journey.head
    assert head.journeys_per_year == 20_000
    assert head.participants == ("Ann", "Bo")
    assert head.decision is not None and head.decision.date == "2026-10-14"
    assert grid.remove([0]).reason == "These rows always stand here."
    assert grid.height == len(grid.rows)


def test_a_row_put_in_between_and_its_name_are_one_step() -> None:
    grid = grid_of("steps")
    before = grid.document.journey
    (one,) = grid.insert_below(1, "New row").made
    refreshed(grid)
    assert grid.fresh == one
    grid.write(*cell(grid, one, "title"), "Looks it up")
    refreshed(grid)
    grid.insert_below(2, "New row")
    assert undo_steps(grid) == 2
    assert grid.document.journey == before


def test_one_text_is_written_into_many_cells() -> None:
    grid = grid_of("steps")
    outcome = grid.write_all([cell(grid, id, "lane") for id in ("asks", "waits")], "Office")
    assert not outcome.refused
    assert column_texts(refreshed(grid), "lane") == ["Office", "Desk", "Office", "Office"]
    assert undo_steps(grid) == 1
