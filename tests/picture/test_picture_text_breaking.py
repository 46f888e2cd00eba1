"""Lines fit, lose nothing and break where people would break them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.picture import breaking, graphemes, hyphenation
from journeymap.picture.text import TextStyle, balanced_lines, break_lines, width

STEP = TextStyle(14, 500)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Erbjudandebekräftelse", ("Erbjudande-", "bekräftelse")),
        ("Avfallshanteringsavgiftsreglering", ("Avfalls-", "hanterings-", "avgifts-", "reglering")),
        ("Er\u00adbjudandebekräftelse", ("Er-", "bjudande-", "bekräftelse")),
        ("Incheckningsdisken", ("Inchecknings-", "disken")),
        ("Ringer hotellets växel", ("Ringer", "hotellets växel")),
        ("e-postadress/telefon", ("e-postadress/", "telefon")),
    ],
)
def test_compounds_break_at_joints(text: str, lines: tuple[str, ...]) -> None:
    assert break_lines(text, STEP, 98, "sv") == lines


def test_bokmal_and_english_have_patterns() -> None:
    assert break_lines("Avfallshåndteringsgebyr", STEP, 98, "nb")[:2] == ("Avfalls-", "håndterings-")
    assert break_lines("Responsibilities", STEP, 80, "en") == ("Responsib-", "ilities")


def test_last_line_ends_at_a_joint() -> None:
    assert break_lines("Avfallshanteringsavgiftsreglering", STEP, 98, "sv", 2) == ("Avfalls-", "hanterings…")
    assert break_lines("Ett, två, tre, fyra, fem, sex", STEP, 98, "sv", 1) == ("Ett, två, tre…",)


def test_addresses_get_no_hyphen() -> None:
    lines = break_lines("https://hotellet.example/bokningar/ändringar", STEP, 98, "sv")
    assert "".join(lines) == "https://hotellet.example/bokningar/ändringar"


def test_a_long_word_without_patterns_fills_its_lines() -> None:
    lines = break_lines("xz" * 30, STEP, 98, "sv")
    assert all(width(line, STEP) > 0.6 * 98 for line in lines[:-1])


def test_three_letters_on_either_side() -> None:
    for language in ("sv", "nb", "en"):
        for place in hyphenation.word("kundtjänstmedarbetaren", language).breaks:
            assert 3 <= place.at <= len("kundtjänstmedarbetaren") - 3


def test_headlines_are_balanced() -> None:
    style = TextStyle(21, 600)
    text = "Fyra av tio timmar som gästerna förlorar ligger vid en mur"
    plain, balanced = break_lines(text, style, 480, "sv"), balanced_lines(text, style, 480, "sv")
    assert len(plain) == len(balanced)
    assert " ".join(balanced) == text
    assert max(width(line, style) for line in balanced) < max(width(line, style) for line in plain)


def test_missing_patterns_leave_joints_out_but_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hyphenation, "_dictionary", lambda language: hyphenation._NoPatterns())
    lines = breaking.lay("Erbjudandebekräftelse", STEP, 98, "nb")
    assert "".join(line.text for line in lines) == "Erbjudandebekräftelse"


WORDS = st.one_of(
    st.sampled_from(
        ["Erbjudandebekräftelse", "på", "Kundtjänst\u00admedarbetare", "e-post", "1\u00a0200\u00a0kr",
         "och/eller", "👩‍👩‍👧‍👦", "مرحبا", "日本語", "AVTAL",
         "https://a.example/ett/tva", "supercalifragilistic"]
    ),
    st.text(alphabet="abcdåäöxyzABC-/.,–", min_size=1, max_size=25),
    st.text(min_size=1, max_size=8),
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)


def _plain(text: str) -> list[str]:
    """The words as drawn, found in another way than the breaker does."""
    shown = graphemes.drawn(re.sub("[\u00ad\u200b]", "", text))
    return [part for part in breaking._BLANKS.split(shown) if part]


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.floats(15, 300), st.sampled_from(["sv", "nb", "en"]))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, limit: float, language: str) -> None:
    lines = breaking.lay(text, STEP, limit, language)
    for line in lines:
        single = len(graphemes.clusters(line.text)) == 1
        assert width(line.shown, STEP) <= limit + 1e-9 or single
    joined = "".join(line.text + line.glue for line in lines)
    assert [part for part in breaking._BLANKS.split(joined) if part] == _plain(text)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.floats(40, 300), st.integers(1, 4))
def test_at_most_so_many_lines_and_none_too_wide(text: str, limit: float, most: int) -> None:
    lines = break_lines(text, STEP, limit, "sv", most)
    full = break_lines(text, STEP, limit, "sv")
    assert len(lines) <= most
    if len(full) > most:
        assert lines[-1].endswith("…")
        assert lines[:-1] == full[: most - 1]
        assert width(lines[-1], STEP) <= limit or len(lines[-1]) <= 2
    else:
        assert lines == full


def test_endless_words_and_texts_are_broken_without_measuring_the_rest() -> None:
    word = "x" * 50_000
    assert "".join(break_lines(word, STEP, 98, "sv")) == word
    text = " ".join(["ordet"] * 10_000)
    assert " ".join(break_lines(text, STEP, 98, "sv")) == text
    assert break_lines(text, STEP, 98, "sv", 2) == ("ordet ordet", "ordet ordet…")
    for most in (1, 2):
        lines = break_lines(word, STEP, 98, "sv", most)
        assert len(lines) == most and lines[-1].endswith("x…") and width(lines[-1], STEP) <= 98
    assert len(break_lines("x-" * 25_000, STEP, 98, "sv", 1)) == 1


def test_chinese_ends_its_lines_without_hyphens_and_never_begins_one_with_a_stop() -> None:
    said = "等待时间太长了，等待时间太长了等待时间太长了。客户服务部"
    lines = break_lines(said, TextStyle(10), 75, "sv")
    assert "".join(lines) == said
    assert len(lines) > 3
    assert not [line for line in lines if line[0] in "，。"]
