"""Any text, any length, any script survives: no failure, and every word can be found again."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_maps import pages, report, small, squeezed

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Evidence, Friction, Lane, Note, Record, Stage, Step

LATIN = "abcdefghijklmnopqrstuvwxyzåäöæøéüABCÅÄÖÆØ0123456789<>&\"'()/#%$@!?;:,.[]{}\\|~^`*_+="
OTHERS = "αβγжщя漢字語학교ไทยहिन्दी"
words = st.text(st.sampled_from(LATIN), min_size=1, max_size=24)
texts = st.lists(words, min_size=1, max_size=12).map(" ".join)
anything = st.text(max_size=60)


def renamed(title: str, owner: str, lane: str, stage: str, quote: str) -> Journey:
    """A small map whose words are these."""
    base = small(2)
    frictions = {
        id: msgspec.structs.replace(one, title=title, owner=owner, description=quote)
        for id, one in base.frictions.items()
    }
    steps = {id: msgspec.structs.replace(one, title=title, stage=Id("st")) for id, one in base.steps.items()}
    lanes = {id: msgspec.structs.replace(one, name=lane) for id, one in base.lanes.items()}
    tables: dict[type[Record], Any] = {
        **base.tables,
        Friction: frictions,
        Step: steps,
        Lane: lanes,
        Stage: {Id("st"): Stage(id=Id("st"), name=stage)},
        Evidence: {Id("e"): Evidence(id=Id("e"), about=Id("f0"), quote=quote, level="heard")},
        Note: {Id("n"): Note(id=Id("n"), text=quote)},
    }
    return replace(base, tables=tables)


def found(data: bytes) -> str:
    return squeezed(unicodedata.normalize("NFC", "".join(pages(data))))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts, texts, texts, texts)
def test_every_word_is_in_the_text_layer(title: str, owner: str, lane: str, stage: str, quote: str) -> None:
    text = found(report(renamed(title, owner, lane, stage, quote)))
    for said in (title, owner, lane, quote):
        for word in said.split():
            assert squeezed(word) in text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything, anything, anything)
def test_nothing_that_can_be_typed_makes_it_fail(title: str, owner: str, quote: str) -> None:
    assert report(renamed(title, owner, owner, quote, quote)).startswith(b"%PDF")


@pytest.mark.parametrize(
    "text",
    [
        "😀 👩‍👩‍👧 hotell", "السلام عليكم", "שלום עולם", "漢字テスト", "a\x00b\x07c", "\ud800broken",
        "</b><para> & <a href='javascript:x'>", "x" * 3000, "ord " * 2000, "\u202eabc", "e\u0301a\u030a",
    ],
    ids=["emoji", "arabic", "hebrew", "chinese", "control", "surrogate", "markup", "long word", "long text",
         "override", "decomposed"],
)  # fmt: skip
def test_hard_texts(text: str) -> None:
    data = report(renamed(text, text, text, text, text))
    assert data.startswith(b"%PDF")
    assert b"javascript" not in data


def test_scripts_without_a_font_keep_their_text() -> None:
    text = found(report(renamed(f"Rum {OTHERS}", "Chef", "Bana", "Skede", "Ord")))
    assert squeezed("漢字語") in text


@pytest.mark.parametrize("said", ["الاتصال بخدمة العملاء", "مرحبا بكم في المكتب", "שלום לקוח"])
def test_joined_writing_is_found_in_the_order_it_was_typed(said: str) -> None:
    """Letters with dots on them too: dots are drawn, the letter says all, and no word falls apart."""
    text = found(report(renamed(said, "Chef", said, "Skede", "Ord")))
    for word in said.split():
        assert word in text
        assert word[::-1] not in text
