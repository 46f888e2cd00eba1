"""Odd input to the line: nothing unseen is written, no length and no script stops it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.edit.line import LineKind, LineReading, parse

LANES = ["Gäst", "Reception", "Kundtjänst", "Rumslager", "IT", "مكتب الاستقبال"]
LRM, RLM, BOM, ZERO, SOFT, NARROW, WIDE = "\u200e", "\u200f", "\ufeff", "\u200b", "\u00ad", "\u202f", "\u3000"


@pytest.mark.parametrize("typed", [ZERO, BOM, RLM + LRM, SOFT, f" {ZERO} ", NARROW, WIDE, "\t\n", "\u00a0"])
def test_a_line_on_which_nothing_is_seen_is_empty(typed: str) -> None:
    assert parse(typed, LANES) == LineReading("end")


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        (BOM + "Ringer", "step", "Ringer"),
        (RLM + "# Ingen svarar", "friction", "Ingen svarar"),
        ("#" + ZERO, "friction", ""),
        (f"!{NARROW}Här avgörs det", "critical", "Här avgörs det"),
        (f"“{ZERO}”", "quote", ""),
        ("تسجيل الوصول", "step", "تسجيل الوصول"),
        ("# لا أحد يجيب", "friction", "لا أحد يجيب"),
        ("# １２ ringer", "friction", "１２ ringer"),
        ("#１２ ringer", "step", "#１２ ringer"),
        ("Köar kl. １７:３０", "step", "Köar kl. １７:３０"),
        ("🏨 Bokar", "step", "🏨 Bokar"),
        ("👩‍👧 Checkar in", "step", "👩‍👧 Checkar in"),
        ("# 😡", "friction", "😡"),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "step", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("...", "step", "..."),
        ("???", "park", "??"),
        ("Tar emot\tReception", "step", "Tar emot Reception"),
        ("Tar emot\nsedan\r\nmer", "step", "Tar emot sedan mer"),
        ("a" * 100_000, "step", "a" * 100_000),
        ("/" * 50_000, "step", "/" * 50_000),
        ("#" + "x" * 100_000, "friction", "x" * 100_000),
    ],
)
def test_what_odd_lines_say(typed: str, kind: LineKind, text: str) -> None:
    read = parse(typed, LANES)
    assert (read.kind, read.text) == (kind, text)
    assert (read.problem is None) == bool(text)


@pytest.mark.parametrize(
    ("typed", "lane", "text"),
    [
        ("مكتب الاستقبال: يستقبل", "مكتب الاستقبال", "يستقبل"),
        ("مكتب:يستقبل", "مكتب الاستقبال", "يستقبل"),
        (f"{RLM}k:{RLM}Svarar", "Kundtjänst", "Svarar"),
        (f"k:{NARROW}Svarar", "Kundtjänst", "Svarar"),
        ("KUNDTJÄNST:Svarar: nej", "Kundtjänst", "Svarar: nej"),
        ("Kundtja\u0308nst: Svarar", "Kundtjänst", "Svarar"),
    ],
)
def test_lanes_in_odd_lines(typed: str, lane: str, text: str) -> None:
    read = parse(typed, LANES)
    assert (read.kind, read.lane, read.text, read.new_lane) == ("step", lane, text, False)


def test_a_lane_said_with_unseen_marks_behind_it_only_goes_there() -> None:
    assert parse(f"k:{ZERO}", LANES).kind == "lane"


@given(st.text(st.one_of(st.sampled_from('#!"/<>=+?*: kK' + LRM + BOM + ZERO + NARROW), st.characters())))
def test_a_step_is_always_seen(typed: str) -> None:
    """Something of it has a width: not only blanks, controls and marks of format."""
    read = parse(typed, LANES)
    if read.kind == "step" and read.problem is None:
        assert any(unicodedata.category(sign) not in ("Zs", "Zl", "Zp", "Cc") for sign in read.text)
        assert read.text.strip(LRM + RLM + BOM + ZERO + SOFT + NARROW) == read.text
