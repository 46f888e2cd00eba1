"""Who may read what: names, quotes and excuses in each profile (FORMAT 4)."""

from __future__ import annotations

import pytest
from report_maps import hotel, pages, report

NAMES = hotel().head.participants or ()
QUOTES = ["Jag hörde hissen hela natten", "Vi vet aldrig när rummet är klart"]
EXCUSE = "Det är centralt, inte vi"


def text(profile: str) -> str:
    return " ".join("".join(pages(report(hotel(), "sv", profile=profile))).split())


def test_full_names_everyone_who_walked() -> None:
    assert "Eva Norén" in text("full")


@pytest.mark.parametrize("profile", ["pseudonymised", "no_quotes"])
def test_no_name_of_a_person_is_left(profile: str) -> None:
    said = text(profile)
    assert [name for name in NAMES if name in said] == []
    assert "Städfirman Ren AB" in said  # the lane, not the absent guest
    assert "Hotellchef" in said  # roles stay


@pytest.mark.parametrize("profile", ["pseudonymised", "no_quotes"])
def test_a_unit_that_was_missing_is_named(profile: str) -> None:
    assert "Inte med: Städfirman Ren AB." in text(profile)


def test_pseudonyms_that_follow_one_another_stand_as_one() -> None:
    assert "Deltagare 1–12" in text("pseudonymised")


def test_pseudonymised_keeps_quotes() -> None:
    said = text("pseudonymised")
    assert all(quote in said for quote in [*QUOTES, EXCUSE])


def test_no_quotes_has_neither_quotes_nor_excuses() -> None:
    said = text("no_quotes")
    assert [quote for quote in [*QUOTES, EXCUSE] if quote in said] == []


def test_the_same_person_is_the_same_number() -> None:
    # Eva Norén is the fifth participant and the one who walked
    assert "Deltagare 5" in text("pseudonymised")
