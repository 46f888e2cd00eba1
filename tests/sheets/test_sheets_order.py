"""Sorting and filtering: by alphabet, figure and place, kept while one works."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet_maps import cell, column_texts, grid_of, place, refreshed

from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Lane, Step
from journeymap.sheets.collation import sort_key
from journeymap.sheets.ordering import Filter, Sorting
from journeymap.sheets.outcome import NEW


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", ["Anna", "Åke", "Ärla", "Öst", "zebra", "wok", "vind", "Ærø", "Østby", "Über", "yta"]),
        ("nb", ["Anna", "Aasen", "Åge", "Ærlig", "Ørn", "zebra", "Ämne", "Ödla"]),
    ],
)
def test_letters_of_the_north_come_last(language: str, words: list[str]) -> None:
    """Orders of CLDR, written down by hand: sv … y ü z å ä æ ö ø; nb … z æ ä ø ö å aa."""
    order = {
        "sv": ["Anna", "vind", "wok", "Über", "yta", "zebra", "Åke", "Ärla", "Ærø", "Öst", "Østby"],
        "nb": ["Anna", "zebra", "Ämne", "Ærlig", "Ödla", "Ørn", "Åge", "Aasen"],
    }[language]
    assert sorted(words, key=lambda word: sort_key(word, language)) == order


def test_digits_are_numbers_and_soft_hyphens_nothing() -> None:
    words = ["Step 10", "Step 9", "step 1", "Rums\u00adlager", "Rumsdel"]
    assert sorted(words, key=lambda word: sort_key(word, "en")) == [
        "Rumsdel", "Rums\u00adlager", "step 1", "Step 9", "Step 10",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=12), max_size=8), st.sampled_from(["sv", "nb", "en"]))
def test_any_texts_can_be_put_in_order(words: list[str], language: str) -> None:
    keys = sorted(sort_key(word, language) for word in words)
    assert keys == sorted(keys)


def test_sorting_keeps_equal_rows_in_order_and_unknown_last() -> None:
    grid = grid_of("steps")
    grid.sort(Sorting("lane"))
    assert column_texts(grid, "title") == ["Asks", "Waits", "Answers", "Decides"]
    grid.sort(Sorting("lane", descending=True))
    assert column_texts(grid, "title") == ["Decides", "Answers", "Asks", "Waits"]
    grid.sort(Sorting("own_minutes"))
    assert column_texts(grid, "own_minutes") == ["12 min", "12 min (5–20)", "long", ""]
    grid.sort(Sorting("own_minutes", descending=True))
    assert column_texts(grid, "own_minutes") == ["long", "12 min", "12 min (5–20)", ""]
    grid.sort(None)
    assert column_texts(grid, "title") == ["Asks", "Answers", "Waits", "Decides"]


def test_a_sorted_sheet_does_not_move_under_the_hand() -> None:
    grid = grid_of("steps")
    grid.sort(Sorting("title"))
    assert column_texts(grid, "title") == ["Answers", "Asks", "Decides", "Waits"]
    grid.write(0, place(grid, "title"), "Zzz")
    assert refreshed(grid).rows == ("answers", "asks", "decides", "waits")
    (id,) = grid.write(*cell(grid, NEW, "title"), "Aaa").made
    assert refreshed(grid).rows[-1] == id
    grid.sort(grid.sorting)
    assert column_texts(grid, "title") == ["Aaa", "Asks", "Decides", "Waits", "Zzz"]


def test_the_filter_looks_in_every_shown_column_accents_aside() -> None:
    lane = Lane(id=Id("l"), name="Lön", kind="customer")
    steps = [Step(id=Id(t), title=t, lane=Id("l"), column=n) for n, t in enumerate(("Bär", "Öl", "Smör­gås"))]
    grid = grid_of("steps", journey_of(lane, *steps))
    grid.choose(Filter("smorgas"))
    assert column_texts(grid, "title") == ["Smör­gås"]
    grid.choose(Filter("LON"))
    assert len(grid.rows) == 3
    grid.choose(Filter("nothing like it"))
    assert grid.rows == () and grid.height == 1


def test_columns_are_filtered_by_their_texts() -> None:
    grid = grid_of("steps")
    assert grid.texts_in(grid.sheet.column("lane")) == ["Customer", "Desk", "Office"]
    assert grid.texts_in(grid.sheet.column("channel")) == ["phone", ""]
    grid.choose(grid.filter.with_only("lane", frozenset({"Customer", "Office"})))
    assert column_texts(grid, "title") == ["Asks", "Waits", "Decides"]
    grid.choose(grid.filter.with_only("goal", frozenset({"Yes"})))
    assert column_texts(grid, "title") == ["Decides"]
    grid.choose(grid.filter.with_only("goal", None).with_only("lane", None))
    assert not grid.filter and len(grid.rows) == 4


def test_a_row_that_is_edited_stays_until_the_filter_changes() -> None:
    grid = grid_of("steps")
    grid.choose(Filter("phone"))
    assert grid.rows == ("answers",)
    grid.write(*cell(grid, "answers", "channel"), "web")
    assert refreshed(grid).rows == ("answers",)
    (id,) = grid.write(*cell(grid, NEW, "title"), "Another").made
    assert refreshed(grid).rows == ("answers", id)
    grid.choose(Filter("phone"))
    assert grid.rows == ()
