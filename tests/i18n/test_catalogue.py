"""Words, numbers and dates in the three languages."""

from __future__ import annotations

from datetime import date

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.i18n import LANGUAGES, catalogue


@pytest.mark.parametrize(
    ("language", "figure"), [("sv", "8\u00a0531"), ("nb", "8\u00a0531"), ("en", "8,531")]
)
def test_numbers(language: str, figure: str) -> None:
    assert catalogue(language).number(8530.875) == figure


@pytest.mark.parametrize(
    ("language", "share", "words"),
    [
        ("sv", 0.277, "28\u00a0%"),
        ("en", 0.277, "28%"),
        ("nb", 0.004, "under 1\u00a0%"),
        ("sv", 0, "0\u00a0%"),
    ],
)
def test_percent(language: str, share: float, words: str) -> None:
    assert catalogue(language).percent(share) == words


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(LANGUAGES), st.one_of(st.integers(-(10**14), 10**14), st.floats(-1e14, 1e14)))
def test_whole_numbers_are_written_as_babel_writes_them(language: str, value: float) -> None:
    locale = {"sv": "sv_SE", "nb": "nb_NO", "en": "en_GB"}[language]
    figure = str(format_decimal(value, format="#,##0", locale=locale)).replace("-", "−")
    assert catalogue(language).number(value) == ("0" if figure == "−0" else figure)


def test_dates_and_lists() -> None:
    day = date(2026, 11, 12)
    assert catalogue("sv").date(day) == "12 nov. 2026"
    assert catalogue("nb").date(day, "long") == "12. november 2026"
    assert catalogue("nb").date(day, "d MMM") == "12. nov."
    assert catalogue("sv").date(day, "d MMM y") == "12 nov. 2026"
    assert catalogue("sv").listed(["a", "b", "c"]) == "a, b och c"
    assert catalogue("en").listed([]) == ""


def test_minus_is_a_minus() -> None:
    assert catalogue("sv").number(-3) == "−3"


def test_an_unknown_language_and_message_stay_english() -> None:
    t = catalogue("fi")
    assert t.language == "en"
    assert t("Nothing says {what}", what="this") == "Nothing says this"
    assert t.plural("{n} wall", "{n} walls", 2) == "2 walls"
    assert t.context("letter", "W") == "W"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", range(1, 6))
def test_a_list_is_written_as_babel_writes_it(language: str, count: int) -> None:
    from babel.lists import format_list

    t, words = catalogue(language), [f"word {n}" for n in range(count)]
    assert t.listed(words) == format_list(words, locale=t.locale)
