"""FORMAT 1 to 4, rule by rule: what is quarantined, what reads as absent, what is listed."""

from __future__ import annotations

from typing import Any

import pytest
from storage_cases import Raw, plain

from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Odd
from journeymap.storage import envelope, repairs
from journeymap.storage.errors import StorageError
from journeymap.storage.repairs import Repair
from journeymap.storage.writing import raw_journey


def base() -> Raw:
    """A small sound map: two lanes, two steps, a link, a friction, a promise, an item."""
    return {
        "format": "journeymap",
        "version": 1,
        "lanes": {"c": {"name": "Guest", "kind": "customer"}, "d": {"name": "Desk", "kind": "department"}},
        "stages": {"g": {"name": "Before", "order": 1}},
        "steps": {"s": {"title": "Calls", "lane": "c"}, "u": {"title": "Answers", "lane": "d"}},
        "links": {"k": {"source": "s", "target": "u"}},
        "frictions": {"f": {"title": "Waits", "at": "s"}, "f2": {"title": "Lost", "at": "k"}},
        "promises": {"p": {"text": "Soon"}},
        "items": {"i": {"name": "Booking"}},
        "evidence": {"e": {"about": "f"}},
    }


def read(doc: Raw) -> tuple[Journey, list[Repair]]:
    """Reads the document and makes sure that nothing of it is lost on saving."""
    decoded = envelope.decode(plain(doc))
    assert raw_journey(decoded.journey) == {
        name: raw for name, raw in doc.items() if name != "content_sha256"
    }
    again = envelope.decode(envelope.encode(decoded.journey))
    assert again.journey == decoded.journey
    assert sorted(map(repr, again.repairs)) == sorted(map(repr, decoded.repairs))
    for repair in decoded.repairs:
        said = [repair.sentence(catalogue(language)) for language in LANGUAGES]
        assert not [words for words in said if "{field}" in words or "{value}" in words]
    return decoded.journey, list(decoded.repairs)


def with_field(table: str, id: str, field: str, value: Any) -> Raw:
    doc = base()
    doc[table][id][field] = value
    return doc


def without_field(table: str, id: str, field: str) -> Raw:
    doc = base()
    del doc[table][id][field]
    return doc


def test_the_small_map_is_sound() -> None:
    journey, listed = read(base())
    assert not listed
    assert not journey.quarantine


@pytest.mark.parametrize(
    ("doc", "table", "id", "also"),
    [
        (without_field("steps", "u", "title"), "steps", "u", ["k", "f2"]),
        (with_field("steps", "u", "title", 7), "steps", "u", ["k", "f2"]),
        (with_field("steps", "u", "title", None), "steps", "u", ["k", "f2"]),
        (with_field("steps", "u", "lane", "gone"), "steps", "u", ["k", "f2"]),
        (with_field("steps", "u", "lane", "s"), "steps", "u", ["k", "f2"]),
        (with_field("steps", "u", "lane", ["d"]), "steps", "u", ["k", "f2"]),
        (without_field("lanes", "d", "name"), "lanes", "d", ["u", "k", "f2"]),
        (without_field("lanes", "d", "kind"), "lanes", "d", ["u", "k", "f2"]),
        (with_field("lanes", "d", "kind", 5), "lanes", "d", ["u", "k", "f2"]),
        (with_field("links", "k", "source", "f"), "links", "k", ["f2"]),
        (with_field("links", "k", "target", "s"), "links", "k", ["f2"]),
        (with_field("frictions", "f", "at", "g"), "frictions", "f", ["e"]),
        (with_field("evidence", "e", "about", "nobody"), "evidence", "e", []),
        (without_field("stages", "g", "name"), "stages", "g", []),
        (without_field("promises", "p", "text"), "promises", "p", []),
        (without_field("items", "i", "name"), "items", "i", []),
        ({**base(), "steps": {**base()["steps"], "x": 7}}, "steps", "x", []),
        ({**base(), "steps": {**base()["steps"], "x": None}}, "steps", "x", []),
        ({**base(), "notes": {"n": {"lane": "c"}}}, "notes", "n", []),
        ({**base(), "measures": {"m": {}}}, "measures", "m", []),
        ({**base(), "actions": {"a": {"title": {}}}}, "actions", "a", []),
        ({**base(), "dismissals": {"a": {"finding": 1}}}, "dismissals", "a", []),
        ({**base(), "attachments": {"a": {"name": "x"}}}, "attachments", "a", []),
        ({**base(), "walls": {"w": {"state": "drawn"}}}, "walls", "w", []),
    ],
)
def test_a_record_without_its_marked_fields_is_quarantined(
    doc: Raw, table: str, id: str, also: list[str]
) -> None:
    """Kept, listed, not analysed, and with it whatever rests on it."""
    journey, listed = read(doc)
    assert journey.get(Id(id)) is None
    assert id in journey.quarantine[table]
    assert [repair.about for repair in listed] == [id, *also]
    assert all(journey.get(Id(other)) is None for other in also)


@pytest.mark.parametrize(
    ("table", "id", "field", "value", "text"),
    [
        ("lanes", "c", "unit", 5, repairs.ODD_VALUE),
        ("lanes", "c", "process", "core", repairs.ODD_VALUE),
        ("lanes", "c", "order", "1", repairs.ODD_VALUE),
        ("lanes", "c", "order", True, repairs.ODD_VALUE),
        ("lanes", "c", "order", 10**400, repairs.ODD_VALUE),
        ("steps", "s", "stage", "gone", repairs.DANGLING),
        ("steps", "s", "stage", "c", repairs.DANGLING),
        ("steps", "s", "column", [1], repairs.ODD_VALUE),
        ("steps", "s", "start", "yes", repairs.ODD_VALUE),
        ("steps", "s", "start", 1, repairs.ODD_VALUE),
        ("steps", "s", "experience", 4, repairs.ODD_VALUE),
        ("steps", "s", "experience", -3.1, repairs.ODD_VALUE),
        ("steps", "s", "demand", "some", repairs.ODD_VALUE),
        ("steps", "s", "mandate", 1, repairs.ODD_VALUE),
        ("steps", "s", "critical_votes", [3, 4], repairs.ODD_VALUE),
        ("steps", "s", "asks", "i", repairs.ODD_VALUE),
        ("links", "k", "kind", "teleport", repairs.ODD_VALUE),
        ("links", "k", "share", 1.5, repairs.ODD_VALUE),
        ("links", "k", "share", -0.1, repairs.ODD_VALUE),
        ("links", "k", "requirement", "soon", repairs.ODD_VALUE),
        ("frictions", "f", "dots", 1.5, repairs.ODD_VALUE),
        ("frictions", "f", "status", "done", repairs.ODD_VALUE),
        ("frictions", "f", "walls", "k", repairs.ODD_VALUE),
        ("evidence", "e", "level", "believed", repairs.ODD_VALUE),
        ("evidence", "e", "attachment", "gone", repairs.DANGLING),
    ],
)
def test_any_other_field_reads_as_absent(table: str, id: str, field: str, value: Any, text: str) -> None:
    journey, listed = read(with_field(table, id, field, value))
    record = journey.get(Id(id))
    assert record is not None
    assert getattr(record, field) is None
    assert record.extra == {field: Odd(value, None)}
    assert [(repair.about, repair.text) for repair in listed] == [(id, text)]


@pytest.mark.parametrize(
    ("table", "id", "field", "value", "left", "count"),
    [
        ("lanes", "c", "process", ["core", "magic", 3], ("core",), 2),
        ("steps", "s", "asks", ["i", "gone", "p"], ("i",), 2),
        ("steps", "s", "asks", ["i", 7, "gone"], ("i",), 2),
        ("steps", "s", "makes", ["gone"], (), 1),
        ("frictions", "f", "walls", ["a:b:c", None], ("a:b:c",), 1),
    ],
)
def test_in_a_list_only_the_element_is_absent(
    table: str, id: str, field: str, value: Any, left: tuple[str, ...], count: int
) -> None:
    journey, listed = read(with_field(table, id, field, value))
    assert getattr(journey.get(Id(id)), field) == left
    assert [repair.about for repair in listed] == [id] * count


def test_views_of_lanes_that_are_gone_and_texts_that_are_none() -> None:
    doc = {**base(), "walls": {"w": {"key": "a:b:c", "views": {"c": "x", "gone": "y", "d": 3}}}}
    journey, listed = read(doc)
    assert journey.walls[Id("w")].views == {"c": "x"}
    assert len(listed) == 2


def test_an_unknown_lane_kind_reads_as_department() -> None:
    journey, listed = read(with_field("lanes", "d", "kind", "robot"))
    assert journey.lanes[Id("d")].kind == "department"
    assert [(repair.about, repair.text) for repair in listed] == [("d", repairs.ODD_LANE_KIND)]


@pytest.mark.parametrize("value", [None, [], "x", 7, True])
def test_a_table_that_is_no_object_reads_as_empty(value: Any) -> None:
    journey, listed = read({**base(), "notes": value})
    assert not journey.notes
    assert [(repair.about, repair.text) for repair in listed] == [("", repairs.NO_TABLE)]


def test_a_table_that_is_no_object_moves_aside_when_records_need_its_place() -> None:
    from journeymap.model.change import Change
    from journeymap.model.records import Note

    journey, _ = read({**base(), "notes": ["kept"], "unread_notes": 1})
    note = Note(id=Id("n"), text="New")
    tree = raw_journey(journey.apply(Change({note.id: (None, note)})))
    assert tree["notes"] == {"n": {"text": "New"}}
    assert tree["unread_notes_"] == ["kept"]


@pytest.mark.parametrize("later", ["steps", "notes", "attachments"])
def test_an_id_of_an_earlier_table_quarantines_the_later_record(later: str) -> None:
    doc = base()
    record = {"title": "x", "lane": "c", "text": "x", "sha256": "x"}
    doc.setdefault(later, {})["c"] = record
    journey, listed = read(doc)
    assert type(journey.get(Id("c"))).TABLE == "lanes"  # type: ignore[union-attr]
    assert journey.quarantine[later] == {"c": record}
    assert [(repair.about, repair.text) for repair in listed] == [("c", repairs.REPEATED_ID)]


def test_an_id_counts_as_standing_even_where_its_record_is_quarantined() -> None:
    doc = base()
    doc["lanes"]["x"] = {}
    doc["notes"] = {"x": {"text": "later"}}
    journey, listed = read(doc)
    assert journey.get(Id("x")) is None
    assert {repair.text for repair in listed} == {repairs.MISSING, repairs.REPEATED_ID}


def test_the_reserved_id_is_quarantined() -> None:
    doc = base()
    doc["notes"] = {"\0head": {"text": "sly"}}
    journey, listed = read(doc)
    assert not journey.notes
    assert listed[0].text == repairs.RESERVED_ID


def test_quarantine_runs_through_a_long_chain() -> None:
    doc = base()
    doc["evidence"] |= {f"e{n}": {"about": f"e{n - 1}"} for n in range(1, 3000)} | {"e0": {"about": "gone"}}
    journey, listed = read(doc)
    assert list(journey.evidence) == ["e"]
    assert len(listed) == 3000


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("hits", [9, 5]), ("hits", [1, 5, 3]), ("hits", [5]), ("hits", [1, 2, 3, 4]), ("hits", []),
        ("hits", -1), ("hits", [-1, 2]), ("hits", True), ("hits", [True, 2]), ("hits", "daily"),
        ("hits", "moment"), ("hits", {"low": 1}), ("hits", [1, "often"]), ("hits", 10**400),
        ("wait_minutes", "often"), ("work_minutes", "rare"), ("value_lost", 1.1), ("value_lost", [0.5, 2]),
        ("value_lost", "hours"), ("lead_days", "long"), ("lead_days", -2),
    ],
)  # fmt: skip
def test_a_quantity_that_cannot_be_reads_as_unknown_and_is_listed(field: str, value: Any) -> None:
    journey, listed = read(with_field("frictions", "f", field, value))
    assert getattr(journey.frictions[Id("f")], field) is None
    assert [(repair.about, repair.text) for repair in listed] == [("f", repairs.ODD_QUANTITY)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("hits", 1.4), ("hits", 0), ("hits", [5, 9]), ("hits", [5, 7, 9]), ("hits", "nearly_everyone"),
        ("wait_minutes", "moment"), ("value_lost", 1), ("value_lost", "none"), ("lead_days", [1, 1]),
    ],
)  # fmt: skip
def test_a_quantity_in_order_is_not_listed(field: str, value: Any) -> None:
    journey, listed = read(with_field("frictions", "f", field, value))
    assert getattr(journey.frictions[Id("f")], field) == (tuple(value) if isinstance(value, list) else value)
    assert not listed


def test_null_says_nothing_and_stays_in_the_file() -> None:
    doc = base()
    doc |= {"goal_minutes": None, "title": None, "decision": {"text": None}}
    doc["steps"]["s"] |= {"experience": None, "stage": None, "own_minutes": None, "critical_votes": None}
    journey, listed = read(doc)
    assert not listed
    assert journey.head.title is None


def test_whole_numbers_keep_their_form() -> None:
    journey, listed = read(with_field("frictions", "f", "dots", 3.0))
    assert not listed
    assert journey.frictions[Id("f")].dots == 3
    assert b'"dots": 3.0' in envelope.encode(journey)


def test_the_head_keeps_what_it_cannot_use() -> None:
    doc = {
        **base(),
        "language": "fi",
        "participants": ["Anna", 7],
        "logo": "gone",
        "complete": "soon",
        "new": [1],
    }
    journey, listed = read(doc)
    assert (journey.head.language, journey.head.participants, journey.head.logo) == (None, ("Anna",), None)
    assert journey.foreign == {"new": [1]}
    assert [repair.about for repair in listed] == [""] * 4


def test_stages_that_fall_are_listed_and_left() -> None:
    doc = base()
    doc["stages"] = {"one": {"name": "1", "order": 1}, "two": {"name": "2", "order": 2}}
    doc["steps"] = {
        "a": {"title": "A", "lane": "c", "column": 1, "stage": "two"},
        "b": {"title": "B", "lane": "c", "column": 2, "stage": "one"},
        "b2": {"title": "B", "lane": "c", "column": 3, "stage": "one"},
        "c1": {"title": "C", "lane": "c", "column": 3},
    }
    for table in ("links", "frictions", "evidence"):
        del doc[table]
    _, listed = read(doc)
    assert [(repair.about, repair.text) for repair in listed] == [("b", repairs.STAGE_FALLS)]
    doc["steps"]["b"]["column"] = doc["steps"]["b2"]["column"] = 1
    assert read(doc)[1] == []


def test_doubled_keys_the_last_stands_and_the_earlier_is_kept() -> None:
    data = plain(base()).decode()
    data = data.replace('"title": "Calls"', '"title": "Old",\n   "title": "Calls"')
    data = data.replace(' "items": {', ' "items": {\n  "i": {"name": "Hidden"},', 1)
    decoded = envelope.decode(data.encode())
    assert decoded.journey.steps[Id("s")].title == "Calls"
    assert decoded.journey.items[Id("i")].name == "Booking"
    kept = decoded.journey.foreign["duplicates"]
    assert {"at": ["steps", "s", "title"], "value": "Old"} in kept
    assert {"at": ["items", "i"], "value": {"name": "Hidden"}} in kept
    assert sorted(repair.about for repair in decoded.repairs) == ["i", "s"]
    again = envelope.decode(envelope.encode(decoded.journey))
    assert again.journey == decoded.journey
    assert len(again.repairs) == 2


@pytest.mark.parametrize("kept", ['"mine"', "{}", "[7]", '[{"at": "x"}]'])
def test_doubled_keys_beside_a_field_of_that_name(kept: str) -> None:
    data = f'{{"format":"journeymap","version":1,"duplicates":{kept},"title":"A","title":"B"}}'
    decoded = envelope.decode(data.encode())
    assert decoded.journey.head.title == "B"
    assert {"at": ["title"], "value": "A"} in decoded.journey.foreign["duplicates"]
    assert repairs.DOUBLED in {repair.text for repair in decoded.repairs}


def test_a_deep_doubled_value_does_not_make_the_file_too_deep() -> None:
    deep = "[" * 62 + "]" * 62
    decoded = envelope.decode(f'{{"format":"journeymap","version":1,"x":{deep},"x":1}}'.encode())
    assert decoded.journey.foreign["duplicates"][0]["value"] == deep
    assert envelope.decode(envelope.encode(decoded.journey)).journey == decoded.journey


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5000])
@pytest.mark.parametrize("place", ["column", "unknown"])
def test_numbers_that_are_none_are_kept_as_text(number: str, place: str) -> None:
    data = plain(base()).decode().replace('"title": "Calls"', f'"title": "Calls",\n   "{place}": {number}')
    decoded = envelope.decode(data.encode())
    step = decoded.journey.steps[Id("s")]
    assert step.column is None
    assert repairs.NOT_FINITE in {repair.text for repair in decoded.repairs}
    assert raw_journey(decoded.journey)["steps"]["s"][place] == number
    assert envelope.decode(envelope.encode(decoded.journey)).journey == decoded.journey


def test_a_number_that_is_none_takes_one_line() -> None:
    data = plain(base()).decode().replace('"title": "Calls"', '"title": "Calls",\n   "own_minutes": [1, NaN]')
    said = [repair for repair in envelope.decode(data.encode()).repairs if repair.about == "s"]
    assert [(repair.text, repair.values["value"]) for repair in said] == [(repairs.NOT_FINITE, "NaN")]


@pytest.mark.parametrize("lost", ['"target": "s"', '"target": "nowhere"', '"target": 5'])
def test_a_record_that_is_not_used_takes_one_line(lost: str) -> None:
    data = (
        b'{"format":"journeymap","version":1,"lanes":{"l":{"name":"L","kind":"customer"}},'
        b'"steps":{"s":{"title":"S","lane":"l"}},'
        b'"links":{"k":{"source":"s","share":7,"kind":"arrow","wait_minutes":"?",%s}}}' % lost.encode()
    )
    assert [repair.about for repair in envelope.decode(data).repairs] == ["k"]


def test_texts_in_a_list_are_quoted_so_that_they_are_not_taken_for_numbers() -> None:
    assert repairs.shown([1, "2", True, None]) == '[1, "2", true, null]'


def test_lone_surrogates_become_the_replacement_character() -> None:
    data = (
        plain(base())
        .replace(b"Calls", b"Ca\\ud800lls")
        .replace(b'"Soon"', b'"S\xed\xa0\x80n", "x\\udfff": {"y\\ud800": 1}')
    )
    decoded = envelope.decode(data)
    assert decoded.journey.steps[Id("s")].title == "Ca\ufffdlls"
    assert {repair.about for repair in decoded.repairs} == {"s", "p"}
    assert [repair.text for repair in decoded.repairs] == [repairs.SURROGATE] * 4
    assert envelope.decode(envelope.encode(decoded.journey)).repairs == ()


def test_surrogate_pairs_are_no_fault_and_text_is_not_normalised() -> None:
    data = plain(base()).replace(b"Calls", b"\\ud83d\\ude00 A\xcc\x8a")
    decoded = envelope.decode(data)
    assert decoded.journey.steps[Id("s")].title == "\U0001f600 A\u030a"
    assert not decoded.repairs


def test_keys_that_meet_once_they_are_mended() -> None:
    data = b'{"format":"journeymap","version":1,"a\\ud800":1,"a\\udfff":2}'
    decoded = envelope.decode(data)
    assert decoded.journey.foreign["a\ufffd"] == 2
    assert decoded.journey.foreign["duplicates"] == [{"at": ["a\ufffd"], "value": 1}]


@pytest.mark.parametrize(
    ("min_reader", "read_only"), [(1, False), (2, True), (99, True), ("2", False), (None, False)]
)
def test_a_file_for_newer_readers_is_read_only(min_reader: Any, read_only: bool) -> None:
    decoded = envelope.decode(plain({**base(), "min_reader": min_reader}))
    assert decoded.read_only == read_only


def test_a_newer_version_for_our_readers_is_read_and_kept() -> None:
    journey, listed = read({**base(), "version": 3, "min_reader": 1, "weather": {"w": {"x": 1}}})
    assert not listed
    assert raw_journey(journey)["version"] == 3


@pytest.mark.parametrize("version", [0, -1, "1", 1.0, True, None, [1]])
def test_a_version_must_be_a_whole_number(version: Any) -> None:
    with pytest.raises(StorageError) as caught:
        envelope.decode(plain({"format": "journeymap", "version": version}))
    assert caught.value.kind == "bad_version"
