"""Measuring, cutting in faces and right-to-left order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.picture import bidi, faces, graphemes, shaping
from journeymap.picture.text import TextStyle, runs, uncovered, width

PLAIN = TextStyle(10)


def test_every_face_is_there_and_names_itself() -> None:
    for face in faces.FACES:
        assert faces.face_path(face).is_file()
        assert faces.units_per_em(face) > 0


def test_known_advances() -> None:
    # Inter Regular: A 1432 units, V 1432 of 2048 without kerning; the pair is closer than the sum
    assert width("A", PLAIN) + width("V", PLAIN) > width("AV", PLAIN) + 0.3
    assert width("", PLAIN) == 0


def test_digits_of_one_width() -> None:
    tabular = TextStyle(10, 600, tabular=True)
    assert {round(width(digit * 4, tabular), 6) for digit in "0123456789"} == {
        round(width("0000", tabular), 6)
    }
    assert width("1111", TextStyle(10, 600)) < width("1111", tabular)


def test_tracking_stands_between_characters_only() -> None:
    wide = TextStyle(10, 700, tracking=0.7)
    assert width("ABC", wide) == pytest.approx(width("ABC", TextStyle(10, 700)) + 1.4)


@pytest.mark.parametrize(
    ("text", "faces_used"),
    [
        ("Åäö – “citat”", ["Inter-Regular"]),
        ("ring 📞 nu", ["Inter-Regular", "NotoEmoji-Regular", "Inter-Regular"]),
        ("日本", ["NotoSansSC-Regular"]),
        ("王小明, 臺灣, 客户服务部", ["NotoSansSC-Regular", "Inter-Regular"] * 2 + ["NotoSansSC-Regular"]),
        ("ไท", ["JourneyBox"]),
        ("مرحبا بالعالم", ["NotoSansArabic-Regular"]),
    ],
)
def test_faces_by_coverage(text: str, faces_used: list[str]) -> None:
    assert [run.face for run in runs(text, PLAIN)] == faces_used


@pytest.mark.parametrize("sequence", ["👩‍👩‍👧‍👦", "🇸🇪", "1️⃣", "👍🏽", "☺️"])
def test_emoji_sequences_are_one_glyph(sequence: str) -> None:
    (run,) = runs(sequence, PLAIN)
    assert run.face == faces.EMOJI
    assert [glyph.text for glyph in run.glyphs] == [sequence]


def test_uncovered_characters_are_listed_once() -> None:
    assert uncovered("ไทไ a\x00") == "ไท"
    assert uncovered("Återkoppling 😀 مرحبا 王小明") == ""


def test_letters_and_accents_are_joined() -> None:
    assert width("a\u030a", PLAIN) == width("å", PLAIN)
    assert [glyph.text for run in runs("A\u030ater", PLAIN) for glyph in run.glyphs] == list("Åter")


def test_invisible_marks_take_no_room() -> None:
    assert width("be\u00adkräf\u200btelse\u200f\ufeff", PLAIN) == width("bekräftelse", PLAIN)


def test_text_as_drawn_holds_no_control_characters() -> None:
    assert graphemes.drawn("a\tb\nc\x00d\ud800e\uffff") == "a b c\ufffdd\ufffde\ufffd"


def test_arabic_stands_from_the_right() -> None:
    first, second = "مرحبا", "عالم"
    (run,) = runs(f"{first} {second}", PLAIN)
    assert run.rtl
    assert "".join(glyph.text for glyph in reversed(run.glyphs) if glyph.text) == run.text


def test_number_inside_arabic_keeps_its_order() -> None:
    pieces = runs("ab غرفة 12 c", PLAIN)
    assert [piece.text.strip() for piece in pieces if piece.text.strip()] == ["ab", "12", "غرفة", "c"]


@pytest.mark.parametrize(
    ("text", "expected"),  # worked out by hand from the rules of UAX 9
    [
        ("abc", "000"),
        ("car is \u05d0\u05d1", "000000011"),
        ("\u05d0\u05d1 car 5", "11122222"),  # W7: the number follows the latin word, so it is one of it
        ("\u05d0 1.5", "11222"),  # W4: the full stop is part of the number
        ("a (\u05d0) ", "000100"),
        ("\u0627 5%", "1121"),  # after an Arabic letter 5 is an Arabic number, % is none
    ],
)
def test_bidi_levels(text: str, expected: str) -> None:
    assert bidi.levels(text) == [int(digit) for digit in expected]


def test_bidi_visual_order() -> None:
    assert bidi.visual("abcde", [0, 1, 2, 1, 0]) == list("adcbe")


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aåöAVTL 12.-,\u00a0😀👍🏽مرح 日\u00ad\u0301\u200d\ufe0f\x07"),
        st.characters(),
    ),
    max_size=30,
)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from([400, 600]))
def test_runs_hold_the_whole_text_side_by_side(text: str, weight: faces.Weight) -> None:
    style = TextStyle(12, weight, tracking=0.3)
    placed = runs(text, style)
    x = 0.0
    for run in placed:
        assert run.x == pytest.approx(x)
        x += run.width
        assert "".join(sorted("".join(glyph.text for glyph in run.glyphs))) in (
            "".join(sorted(run.text)),
            "".join(sorted(char for char in run.text if not graphemes.is_ignorable(char))),
        )
    kept = "".join(char for char in graphemes.drawn(text) if not graphemes.is_ignorable(char))
    found = "".join(char for run in placed for char in run.text if not graphemes.is_ignorable(char))
    assert sorted(found) == sorted(kept)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_clusters_join_up(text: str) -> None:
    assert "".join(graphemes.clusters(text)) == text


def test_same_question_is_answered_from_memory() -> None:
    shaping.runs.cache_clear()
    runs("Incheckning", PLAIN)
    runs("Incheckning", PLAIN)
    assert shaping.runs.cache_info().hits == 1
