"""What is left of a damaged file: its whole first object, or all before the damage; nothing is made up."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage_cases import json_values, plain, texts

from journeymap.model.ids import Id
from journeymap.storage import envelope
from journeymap.storage.errors import StorageError
from journeymap.storage.salvage import _PIECE, closed, salvaged

MAP = plain(
    {
        "format": "journeymap",
        "version": 1,
        "title": "Böcker på väg från Åre",
        "lanes": {id: {"name": f"Lane {id}", "kind": "department"} for id in "abc"},
        "steps": {"s": {"title": "Ask", "lane": "a"}},
    }
)


def kind_of(data: bytes) -> str:
    with pytest.raises(StorageError) as caught:
        envelope.decode(data)
    return caught.value.kind


@pytest.mark.parametrize(
    "behind", [b"\0" * 4096, b"\0", b"\x1a", b"}", MAP[-40:], MAP, b"\xff\xfe\x99", b"<html>", b" \r\n\0\n"]
)
def test_what_stands_behind_a_whole_map_is_left_out(behind: bytes) -> None:
    assert kind_of(MAP + behind) == "more_behind"
    left = salvaged(MAP + behind, "a.journey")
    assert left is not None
    assert left.journey == envelope.decode(MAP).journey
    assert left.repairs == ()


def test_zeros_before_the_map() -> None:
    assert kind_of(b"\0" * 512 + MAP) == "holed"
    left = salvaged(b"\0" * 512 + MAP, "a.journey")
    assert left is not None and left.journey == envelope.decode(MAP).journey


def test_damaged_letters_are_marked_and_listed() -> None:
    data = MAP.replace("Å".encode(), b"\xff")
    assert kind_of(data) == "damaged_text"
    left = salvaged(data, "a.journey")
    assert left is not None
    assert left.journey.head.title == "Böcker på väg från \ufffdre"
    assert len(left.repairs) == 1


def test_what_stands_before_the_end_is_kept() -> None:
    """Cut in the name of lane c: a and b are whole, c has its kind alone and is set aside."""
    data = MAP[: MAP.index(b"Lane c") + 3]
    assert kind_of(data) == "cut_short"
    left = salvaged(data, "a.journey")
    assert left is not None
    assert list(left.journey.lanes) == ["a", "b"]
    assert left.journey.quarantine == {"lanes": {"c": {"kind": "department"}}}
    assert [repair.about for repair in left.repairs] == [Id("c")]


def test_a_hole_keeps_what_stands_before_it() -> None:
    at = MAP.index(b"Lane b")
    left = salvaged(MAP[:at] + b"\0" * 9 + MAP[at + 9 :], "a.journey")
    assert left is not None and list(left.journey.lanes) == ["a"]


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"{", b'{"a": 1', b"[1, 2", b"hello", b'{"a":' * 100_000, b'{"format": "x"} y']
)
def test_where_nothing_of_a_map_is_left(data: bytes) -> None:
    assert salvaged(data, "a.journey") is None


@given(st.dictionaries(texts, json_values, max_size=4), st.floats(0, 1))
def test_any_beginning_closes_to_what_it_says(doc: dict, share: float) -> None:
    """Every value in the result stands in the whole document at the same place: nothing is made up."""
    text = json.dumps(doc, ensure_ascii=False)
    cut = text[: 1 + int(share * (len(text) - 1))]
    assert _is_part(json.loads(closed(cut)), json.loads(text))


def test_a_text_that_is_broken_off_is_one_piece() -> None:
    """Else each quote inside it would be tried as a beginning: a megabyte of them takes hours."""
    broken_off = '{"title": "' + r"\"" * 1000
    assert len(list(_PIECE.finditer(broken_off))) == 3
    assert closed(broken_off) == "{}"


def _is_part(part: object, whole: object) -> bool:
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(name in whole and _is_part(value, whole[name]) for name, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) <= len(whole) and all(map(_is_part, part, whole))
    return part == whole
