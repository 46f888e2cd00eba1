"""What the line offers: after two letters, the very letters first, accents forgiven after that."""

from __future__ import annotations

import pytest

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.line import parse
from journeymap.edit.suggest import Suggestion, channels, plain, suggest, suggestions
from journeymap.model.ids import Id

I = Id  # noqa: E741 - a table of ids reads better with a short word


def offered(words: list[str], typed: str) -> list[str]:
    return [each.words for each in suggest([Suggestion(word) for word in words], typed)]


@pytest.mark.parametrize("typed", ["", "r", " r "])
def test_nothing_before_two_letters(typed: str) -> None:
    assert offered(["Reception", "Rumslager"], typed) == []


def test_beginnings_come_before_later_words_and_both_before_forgiven_letters() -> None:
    words = ["Kök och rum", "Rumslager", "Rűm", "Ett rum"]
    assert offered(words, "ru") == ["Rumslager", "Kök och rum", "Ett rum", "Rűm"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ko", ["Kö", "Kø", "Konto"]),
        ("kö", ["Kö", "Kø", "Konto"]),
        ("ak", ["Åka", "Akut"]),
        ("ae", ["Ære"]),
        ("äk", ["Åka", "Akut"]),
    ],
)
def test_accents_are_forgiven_but_the_very_letters_win(typed: str, found: list[str]) -> None:
    got = offered(["Kö", "Kø", "Konto", "Åka", "Akut", "Ære"], typed)
    assert sorted(got) == sorted(found)
    exact = [word for word in found if word.casefold().startswith(typed)]
    assert got[: len(exact)] == exact


def test_soft_hyphens_are_neither_typed_nor_compared() -> None:
    words = ["Rums\u00adtilldelning", "Kund\u00adtjänst"]
    assert offered(words, "rumstill") == words[:1]
    assert parse("kundtj: Svarar", words).lane == "Kund\u00adtjänst"


def test_equal_words_once_and_never_more_than_eight() -> None:
    assert offered(["Telefon", "telefon "], "te") == ["telefon "] or offered(
        ["Telefon", "telefon "], "te"
    ) == ["Telefon"]
    assert len(offered([f"Steg {number}" for number in range(20)], "steg")) == 8


def test_plain_letters() -> None:
    assert plain("Ærø ÅÄÖ é Straße") == "aero aao e strasse"


def test_each_kind_of_line_offers_its_own(document: Document) -> None:
    journey = document.journey

    def ids(line: str, typed: str) -> list[str | None]:
        reading = parse(line, [])
        return [each.id for each in suggestions(journey, reading, typed, but=I("a"))]

    assert ids("he", "he") == ["head", None], "and last a new lane called so"
    assert ids("> ta", "ta") == ["b"]
    assert ids("> as", "as") == [], "the step one stands on is not offered"
    assert ids("> sc", "sc") == ["work"]
    assert ids("= re", "re") == ["p"]
    assert ids("+ nu", "nu") == ["i"]
    assert ids("/ re", "re") == ["s2"]
    assert ids("# re", "re") == []


def test_channels_in_use_the_most_used_first(document: Document) -> None:
    verbs.set_field(document, I("a"), channel="Shop")
    verbs.set_field(document, I("b"), channel="Phone")
    verbs.set_field(document, I("c"), channel="Phone")
    assert [each.words for each in channels(document.journey)] == ["Phone", "Shop"]
