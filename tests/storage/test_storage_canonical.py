"""FORMAT 1: the canonical bytes, the hash, and the two ways in that must agree."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage_cases import Raw, documents, json_values, numbers, plain, texts

from journeymap.model.records import RECORDS, Step
from journeymap.storage import canonical, envelope, repairs
from journeymap.storage.careful import read_carefully
from journeymap.storage.fast import read_fast
from journeymap.storage.parse import parse
from journeymap.storage.writing import raw_journey

SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def sealed(doc: Raw) -> bytes:
    """What FORMAT says the file looks like, by the standard library alone."""
    bare = {name: value for name, value in doc.items() if name != "content_sha256"}
    return plain({**bare, "content_sha256": hashlib.sha256(plain(bare)).hexdigest()})


def _records(doc: Raw) -> list[Any]:
    return [record for table in doc.values() if isinstance(table, dict) for record in table.values()]


def _numbers(value: Any) -> list[Any]:
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return [number for part in parts for number in _numbers(part)]
    return [value] if isinstance(value, int | float) else []


def careful(data: bytes) -> Any:
    return read_carefully(parse(data, "x"))


@SOME
@given(documents())
def test_both_ways_in_agree_and_give_the_same_bytes_back(doc: Raw) -> None:
    data = sealed(doc)
    journey, listed = careful(data)
    assert {repair.text for repair in listed} <= {repairs.STAGE_FALLS}
    assert envelope.encode(journey) == data
    assert envelope.fingerprint(journey) == json.loads(data)["content_sha256"]
    quick = read_fast(data)
    if listed:
        assert quick is None
    elif quick is not None:
        assert quick == journey
    else:  # only these send a sound file the careful way: numbers that the two writers may write apart
        assert any(not canonical.is_plain(number) for number in _numbers(doc))


@SOME
@given(documents(most=2), st.data())
def test_unknown_fields_survive_everywhere(doc: Raw, data: st.DataObject) -> None:
    holders = [
        doc,
        *(record for table in doc.values() if isinstance(table, dict) for record in table.values()),
    ]
    for holder in data.draw(
        st.lists(st.sampled_from([each for each in holders if isinstance(each, dict)]), max_size=4)
    ):
        holder["x-" + data.draw(texts)] = data.draw(json_values)
    journey, _ = careful(sealed(doc))
    assert envelope.encode(journey) == sealed(doc)
    assert envelope.decode(envelope.encode(journey)).journey == journey


@SOME
@given(documents(most=2), st.data())
def test_odd_values_survive_untouched(doc: Raw, data: st.DataObject) -> None:
    """Any value in any known place: the file comes back byte for byte, whatever it reads as."""
    tables = [kind.TABLE for kind in RECORDS if doc.get(kind.TABLE)]
    for _ in range(data.draw(st.integers(1, 4)) if tables else 0):
        table = doc[data.draw(st.sampled_from(tables))]
        record = table[data.draw(st.sampled_from(sorted(table)))]
        if record:
            record[data.draw(st.sampled_from(sorted(record)))] = data.draw(json_values)
    journey, _ = careful(sealed(doc))
    assert envelope.encode(journey) == sealed(doc)


@given(st.dictionaries(texts, numbers | texts | st.lists(numbers, max_size=3), max_size=5))
def test_the_quick_writer_is_used_only_where_it_agrees(tree: dict[str, Any]) -> None:
    if canonical._agreed(tree):
        assert canonical.quick_bytes(tree) == canonical.canonical(tree)


@pytest.mark.parametrize(
    ("value", "agreed"),
    [(7, True), (7.0, True), (-0.0, True), (0.0001, True), (0.00001, False), (1e16, False), (1e15, True)],
)
def test_numbers_keep_their_form(value: float, agreed: bool) -> None:
    assert canonical.is_plain(value) == agreed
    doc = {
        "format": "journeymap",
        "version": 1,
        "lanes": {"l": {"name": "A", "kind": "system", "order": value}},
    }
    assert envelope.encode(careful(plain(doc))[0]) == sealed(doc)
    assert json.dumps(value).encode() in sealed(doc)


def test_nan_is_never_written() -> None:
    journey, _ = careful(plain({"format": "journeymap", "version": 1}))
    broken = envelope.decode(plain({"format": "journeymap", "version": 1, "goal_minutes": 7})).journey
    assert envelope.fingerprint(journey) != envelope.fingerprint(broken)
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical.canonical({"x": float("nan")})


def test_the_hash_covers_everything_but_itself() -> None:
    doc = {"format": "journeymap", "version": 1, "title": "Å"}
    data = envelope.encode(envelope.decode(plain(doc)).journey)
    said = json.loads(data)
    stated = said.pop("content_sha256")
    assert (
        stated
        == hashlib.sha256(plain(said)).hexdigest()
        == envelope.fingerprint(envelope.decode(data).journey)
    )


@pytest.mark.parametrize("stated", [None, 7, "", "0" * 64, "nonsense", ["x"]])
def test_a_wrong_hash_is_no_fault(stated: Any) -> None:
    doc = {"format": "journeymap", "version": 1, "content_sha256": stated}
    decoded = envelope.decode(plain(doc))
    assert decoded.repairs == ()
    assert envelope.encode(decoded.journey) == sealed(doc)


def test_the_fast_way_refuses_what_only_looks_canonical() -> None:
    """A doubled key under a hash made for exactly these bytes must not slip through."""
    good = sealed({"format": "journeymap", "version": 1, "title": "B", "steps": {}})
    assert read_fast(good) is not None
    bad = good.replace(b' "title": "B"', b' "title": "A",\n "title": "B"')
    stated, place = canonical.stated_hash(bad) or ("", 0)
    bad = bad.replace(stated.encode(), canonical.hash_without(bad, place).encode())
    assert read_fast(bad) is None
    assert [repair.text for repair in envelope.decode(bad).repairs] == [repairs.DOUBLED]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda doc: doc.update(version=2),
        lambda doc: doc.update(min_reader=2),
        lambda doc: doc.update(new_table={}),
        lambda doc: doc["steps"]["s"].update(stage=None),
        lambda doc: doc["steps"]["s"].update(stage="gone"),
        lambda doc: doc["steps"]["s"].update(asks=["gone"]),
        lambda doc: doc["steps"]["s"].update(own_minutes=[9, 5]),
        lambda doc: doc["steps"]["s"].update(experience=4),
        lambda doc: doc["steps"]["s"].update({"\ue000id": "s"}),
        lambda doc: doc["steps"]["s"].update({"\ue000extra": {}}),
        lambda doc: doc["walls"]["w"].update(views={"gone": "x"}),
        lambda doc: doc["links"]["k"].update(target="s"),
        lambda doc: doc["links"].update(s={"source": "s", "target": "s2"}),
        lambda doc: doc["steps"].update({"\0head": {"title": "x", "lane": "l"}}),
        lambda doc: (
            doc.update(stages={"a": {"name": "A", "order": 2}, "b": {"name": "B", "order": 1}})
            or doc["steps"]["s"].update(stage="a", column=1)
            or doc["steps"]["s2"].update(stage="b", column=2)
        ),
    ],
)
def test_the_fast_way_is_left_for_anything_odd(spoil: Any) -> None:
    doc: Raw = {
        "format": "journeymap", "version": 1, "lanes": {"l": {"name": "L", "kind": "system"}},
        "steps": {"s": {"title": "S", "lane": "l"}, "s2": {"title": "T", "lane": "l"}},
        "links": {"k": {"source": "s", "target": "s2"}}, "walls": {"w": {"key": "k", "views": {"l": "x"}}},
    }  # fmt: skip
    assert read_fast(sealed(doc)) is not None
    spoil(doc)
    assert read_fast(sealed(doc)) is None
    assert envelope.encode(envelope.decode(sealed(doc)).journey) == sealed(doc)


def test_a_changed_field_is_written_and_the_rest_keeps_its_odd_form() -> None:
    import msgspec

    doc: Raw = {
        "format": "journeymap", "version": 1, "lanes": {"l": {"name": "L", "kind": "robot"}},
        "steps": {"s": {"title": "S", "lane": "l", "stage": "gone", "start": "yes", "new": [1]}},
    }  # fmt: skip
    journey = envelope.decode(plain(doc)).journey
    (step,) = journey.steps.values()
    edited = msgspec.structs.replace(step, title="T", start=True)
    again = raw_journey(type(journey)(journey.head, {**journey.tables, Step: {edited.id: edited}}))
    assert again["steps"]["s"] == {"title": "T", "lane": "l", "stage": "gone", "start": True, "new": [1]}
    assert again["lanes"]["l"]["kind"] == "robot"
