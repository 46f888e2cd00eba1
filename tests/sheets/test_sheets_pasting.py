"""Blocks from spreadsheets: over cells, as new rows, with headings; refused cells listed, one undo step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet_maps import cell, column_texts, grid_of, place, refreshed

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import catalogue
from journeymap.model.fresh import fresh_journey
from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order, steps_in_order
from journeymap.sheets.blocks import read, tiled, written
from journeymap.sheets.book import BY_NAME
from journeymap.sheets.grid import Grid
from journeymap.sheets.outcome import NEW
from journeymap.sheets.pasting import copied, paste, told

CELL = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t"'), max_size=8)


@given(
    st.integers(1, 4).flatmap(lambda wide: st.lists(st.lists(CELL, min_size=wide, max_size=wide), min_size=1))
)
def test_a_written_block_reads_back(cells: list[list[str]]) -> None:
    assert read(written(cells)) == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\tb', [["two\nlines", "b"]]),
        ('"said ""no"""\tb', [['said "no"', "b"]]),
        ('"Det var rörigt', [['"Det var rörigt']]),
        ('"a" b\tc', [['"a" b', "c"]]),
        ("", [[""]]),
    ],
)
def test_what_spreadsheets_and_people_copy(text: str, cells: list[list[str]]) -> None:
    assert read(text) == cells


def test_a_block_is_repeated_over_a_selection_it_fits() -> None:
    assert tiled([["x"]], 2, 2) == [["x", "x"], ["x", "x"]]
    assert tiled([["a", "b"]], 2, 4) == [["a", "b", "a", "b"]] * 2
    assert tiled([["a"], ["b"]], 3, 1) == [["a"], ["b"]]


def test_a_block_over_cells_is_one_step_and_what_is_refused_is_listed() -> None:
    grid = grid_of("steps")
    before = grid.document.journey
    at = cell(grid, "answers", "own_minutes")
    outcome = paste(grid, "7\t2-4\nsoon\t3", at)
    refreshed(grid)
    assert [(one.row, one.column, one.text, one.line) for one in outcome.refused] == [
        ("waits", "own_minutes", "soon", 2)
    ]
    assert grid.text(*at) == "7 min"
    assert grid.text(*cell(grid, "answers", "wait_minutes")) == "2–4 min"
    assert grid.text(*cell(grid, "waits", "own_minutes")) == "soon", "it stays in its cell, marked"
    assert grid.text(*cell(grid, "waits", "wait_minutes")) == "3 min"
    grid.document.undo()
    assert grid.document.journey == before


def test_one_cell_fills_a_selection() -> None:
    grid = grid_of("steps")
    paste(grid, "phone", cell(grid, "asks", "channel"), (4, 1))
    assert column_texts(refreshed(grid), "channel") == ["phone"] * 4


def empty_steps() -> Grid:
    journey = fresh_journey(title="", customer="Kund", language="sv", created="2026-10-14")
    return Grid(BY_NAME["steps"], Document(journey), catalogue("sv"))


def test_rows_from_a_spreadsheet_with_headings_become_a_road() -> None:
    grid = empty_steps()
    block = (
        "Bana\tSteg\tKanal\tFas\n"
        "Kund\tRinger\ttelefon\tFöre\n"
        "Kundtjänst\tSvarar\ttelefon\tFöre\n"
        "Ren AB*\tStädar\t\tEfter\n"
        "kund\tBetalar\twebb\tEfter"
    )
    outcome = paste(grid, block, (0, 0))
    refreshed(grid)
    assert not outcome.refused
    assert str(told(outcome)) == "{n} new row pasted. Ctrl+Z undoes all."
    assert column_texts(grid, "title") == ["Ringer", "Svarar", "Städar", "Betalar"]
    assert column_texts(grid, "lane") == ["Kund", "Kundtjänst", "Ren AB", "Kund"]
    assert column_texts(grid, "stage") == ["Före", "Före", "Efter", "Efter"]
    assert column_texts(grid, "next") == ["Svarar", "Städar", "Betalar", ""]
    lanes = lanes_in_order(grid.document.journey)
    assert [lane.kind for lane in lanes] == ["customer", "department", "supplier"]
    grid.document.undo()
    assert not grid.document.journey.steps and len(grid.document.journey.lanes) == 1


def test_rows_that_say_where_they_go_on_to_are_joined_as_they_say() -> None:
    grid = empty_steps()
    outcome = paste(grid, "Step\tGoes on to\na\tb; c\nb\t\nc\t", (0, 0))
    refreshed(grid)
    assert not outcome.refused
    assert column_texts(grid, "next") == ["b; c", "", ""]


def test_rows_without_what_they_need_are_left_out_with_the_reason() -> None:
    grid = grid_of("links")
    block = "Asks\tDecides\n\tWaits\nAsks\tNowhere\nDecides\tAsks"
    outcome = paste(grid, block, (len(grid.rows), 0))
    assert len(outcome.made) == 2
    assert [(one.line, one.text, one.reason.said(grid.t)) for one in outcome.refused] == [
        (2, "Waits", "A new row needs this: From."),
        (3, "Nowhere", "No step here is called Nowhere."),
    ]


def test_a_block_that_runs_over_the_end_makes_new_rows() -> None:
    grid = grid_of("lanes")
    outcome = paste(grid, "Back office\nStore*", (2, 0))
    refreshed(grid)
    assert column_texts(grid, "name") == ["Customer", "Desk", "Back office", "Store"]
    assert len(outcome.made) == 1 and outcome.lines == 1


def test_copied_cells_paste_as_equal_values() -> None:
    grid = grid_of("steps")
    columns = [place(grid, name) for name in ("lane", "channel", "own_minutes")]
    text = copied(grid, [2, 3], columns)
    assert text == "Customer\t\t12 (5–20)\nOffice\t\tlong"
    other = grid_of("steps")
    other.show_columns(["lane", "channel", "own_minutes"])
    paste(other, text, (0, 0))
    refreshed(other)
    steps = other.document.journey.steps
    assert steps[Id("asks")].own_minutes == (5, 12, 20)
    assert steps[Id("answers")].own_minutes == "long"
    assert steps[Id("answers")].channel is None, "an empty cell empties"


def test_steps_of_the_same_name_are_told_apart() -> None:
    grid = grid_of("steps")
    grid.write(*cell(grid, "decides", "title"), "Asks")
    refreshed(grid)
    assert column_texts(grid, "next") == ["Answers", "Waits", "Asks (4)", ""]
    text = copied(grid, [2], [place(grid, "next")])
    paste(grid, text, cell(grid, "answers", "next"))
    refreshed(grid)
    assert grid.text(*cell(grid, "answers", "next")) == "Asks (4)"


def test_a_formula_stays_words() -> None:
    grid = grid_of("lanes")
    paste(grid, "=HYPERLINK(1)", (len(grid.rows), 0))
    refreshed(grid)
    assert column_texts(grid, "name")[-1] == "=HYPERLINK(1)"
    assert grid.row_id(len(grid.rows)) == NEW


def test_a_block_pasted_aside_is_what_it_is_pasted_here() -> None:
    here, window = grid_of("steps"), grid_of("steps")
    text = "Step\tLane\tOwn minutes\nCalls\tDesk\t12\nCalls back\tNowhere\tsoon\n"
    at = (len(here.rows), 0)
    outcome = paste(here, text, at)
    aside = window.aside()
    assert aside.document is not window.document
    same = paste(aside, text, at)
    assert window.document.journey is aside.known.journey, "nothing happens here until it is over"
    assert window.take(aside)
    assert (len(same.made), len(same.refused)) == (len(outcome.made), len(outcome.refused)) == (2, 1)
    refreshed(here), refreshed(window)
    assert [step.title for step in steps_in_order(window.document.journey)] == [
        step.title for step in steps_in_order(here.document.journey)
    ]
    assert column_texts(window, "title") == column_texts(here, "title")
    assert [row for row, _ in window.refused] == [window.rows[-1]], "what was refused is shown here"
    assert window.document.undo_label == here.document.undo_label
    assert window.document.undo() and not window.document.undo(), "one undo step"


def test_what_was_done_aside_is_dropped_when_the_map_went_on() -> None:
    window = grid_of("steps")
    aside = window.aside()
    paste(aside, "Calls", (len(aside.rows), 0))
    verbs.rename(window.document, Id("asks"), "Rings")
    after = window.document.journey
    assert not window.take(aside)
    assert window.document.journey is after
