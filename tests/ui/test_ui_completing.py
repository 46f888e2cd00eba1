"""What a cell offers while one types: the rest is added, what was typed stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.ui.table.completing import completed

ROOMS = ["Rummet är inte klart", "Rum vid hissen", "Disk"]


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("R", "Rummet är inte klart"), ("rum", "rummet är inte klart"), ("Rum ", "Rum vid hissen"),
        ("Rumm", "Rummet är inte klart"), ("Disk", None), ("Disk ", None), (" ", None), ("x", None),
    ],
)  # fmt: skip
def test_a_word_is_finished_letter_for_letter(typed: str, whole: str | None) -> None:
    found = completed(ROOMS, typed, many=False)
    assert (found and found.casefold()) == (whole and whole.casefold())


def test_in_a_list_the_word_after_the_last_semicolon_is_finished() -> None:
    assert completed(ROOMS, "Disk; Rum ", many=True) == "Disk; Rum vid hissen"


@given(st.lists(st.text(alphabet="ab Å;", max_size=6), max_size=5), st.text(alphabet="abå ;", max_size=6))
def test_what_was_typed_is_never_changed(offers: list[str], typed: str) -> None:
    for many in (False, True):
        whole = completed(offers, typed, many)
        assert whole is None or whole[: len(typed)].casefold() == typed.casefold()
