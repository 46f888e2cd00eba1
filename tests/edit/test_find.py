"""Finding words: every text of every record, ids too, in reading order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.edit.find import find, texts
from journeymap.edit.suggest import plain
from journeymap.model.journey import Journey
from journeymap.model.records import Friction, Head, Lane, Wall
from tests.edit.conftest import repair_story


def found(journey: Journey, words: str) -> list[str]:
    return [hit.record for hit in find(journey, words)]


@pytest.mark.parametrize(
    ("words", "records", "selects"),
    [
        ("fetch", [], []),
        ("takes in", ["b"], ["b"]),
        ("not our table", ["w", "ev"], ["referral:b:d", "f"]),
        ("ready friday", ["p"], ["p"]),
        ("receipt", ["i"], ["b"]),
        ("did it work", ["m"], ["e"]),
        ("ring", ["act"], ["f"]),
        ("decides", ["note"], ["note"]),
        ("theirs", ["w"], ["referral:b:d"]),
        ("screens ltd", ["work"], ["work"]),
        ("repair", ["s2", "d"], ["s2", "d"]),
        ("broken phone", ["\x00head"], [""]),
        ("cd", ["cd"], ["cd"]),
    ],
)
def test_where_words_stand(story: Journey, words: str, records: list[str], selects: list[str]) -> None:
    hits = find(story, words)
    assert [hit.record for hit in hits] == records
    assert [hit.id for hit in hits] == selects


def test_all_words_must_be_there_in_any_order_accents_and_case_aside(story: Journey) -> None:
    assert found(story, "IN takes") == ["b"]
    assert found(story, "takes out") == []
    assert found(story, "Répairs") == ["d"]
    assert found(story, "   ") == []


def test_a_wall_is_found_by_its_number_once(story: Journey) -> None:
    hits = find(story, "M7", {"referral:b:d": "M7", "memory:a:b:i": "M8"})
    assert [(hit.kind, hit.id) for hit in hits] == [(Wall, "referral:b:d")]


def test_hits_are_read_as_the_map_is(story: Journey) -> None:
    kinds = [hit.kind for hit in find(story, "e")]
    assert kinds[0] is Head
    assert kinds.index(Lane) < kinds.index(Friction)


@given(st.text(max_size=8))
def test_whatever_is_found_holds_the_words(words: str) -> None:
    journey = repair_story()

    for hit in find(journey, words):
        record = journey.get(hit.record)
        assert record is not None
        text = plain(" ".join((record.id, *texts(record))).replace("\u00ad", ""))
        assert all(word in text for word in plain(words).split())
