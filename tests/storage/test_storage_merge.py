"""RELIABILITY 5: two people's work comes together; a clash keeps both words, nothing is lost."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from storage_cases import Raw, plain

from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.storage import envelope, siblings
from journeymap.storage.compare import differences
from journeymap.storage.merge import Clash, merge, take_theirs
from journeymap.storage.writing import raw_journey


def a_map(steps: int = 6) -> Raw:
    names = [f"s{n}" for n in range(steps)]
    return {
        "format": "journeymap", "version": 1, "title": "Hotel", "participants": ["Anna", "Bo"],
        "lanes": {"c": {"name": "Guest", "kind": "customer"}, "d": {"name": "Desk", "kind": "department"}},
        "items": {"i": {"name": "Booking"}, "j": {"name": "Name"}},
        "steps": {name: {"title": name, "lane": "cd"[n % 2], "column": n} for n, name in enumerate(names)},
        "links": {f"k{n}": {"source": f"s{n}", "target": f"s{n + 1}"} for n in range(steps - 1)},
        "frictions": {"f": {"title": "Waits", "at": "s1"}},
    }  # fmt: skip


def journey(doc: Raw) -> Journey:
    return envelope.decode(plain(doc)).journey


def changed(doc: Raw, **tables: dict[str, Any]) -> Raw:
    """A copy in which records were changed field by field; None deletes."""
    other = copy.deepcopy(doc)
    for table, records in tables.items():
        for id, fields in records.items():
            if fields is None:
                del other[table][id]
            else:
                record = other.setdefault(table, {}).setdefault(id, {})
                record.update(fields)
                for gone in [name for name, value in fields.items() if value is None]:
                    del record[gone]
    return other


def merged(base: Raw, mine: Raw, theirs: Raw) -> tuple[Raw, tuple[Clash, ...]]:
    result = merge(journey(base), journey(mine), journey(theirs))
    return raw_journey(result.journey), result.clashes


BASE = a_map()


def test_different_fields_records_and_tables_never_clash() -> None:
    mine = changed(
        BASE, steps={"s1": {"title": "Mine"}, "new1": {"title": "N", "lane": "c"}}, links={"k4": None}
    )
    theirs = changed(BASE, steps={"s1": {"column": 9, "lane": "c"}, "new2": {"title": "M", "lane": "d"}})
    theirs["title"] = "Their hotel"
    tree, clashes = merged(BASE, mine, theirs)
    assert not clashes
    assert tree["title"] == "Their hotel"
    assert tree["steps"]["s1"] == {"title": "Mine", "lane": "c", "column": 9}
    assert {"new1", "new2"} < tree["steps"].keys()
    assert "k4" not in tree["links"]


def test_the_same_field_clashes_and_both_words_are_kept() -> None:
    mine = changed(BASE, steps={"s1": {"title": "Mine"}})
    theirs = changed(BASE, steps={"s1": {"title": "Theirs"}})
    tree, clashes = merged(BASE, mine, theirs)
    assert tree["steps"]["s1"]["title"] == "Mine"
    assert clashes == (Clash("steps", "s1", "title", "s1", "Mine", "Theirs"),)
    result = merge(journey(BASE), journey(mine), journey(theirs))
    assert take_theirs(result.journey, clashes[0]).steps[Id("s1")].title == "Theirs"


def test_the_same_edit_on_both_sides_is_no_clash() -> None:
    both = changed(BASE, steps={"s1": {"title": "Same", "column": None}})
    tree, clashes = merged(BASE, both, both)
    assert not clashes
    assert tree == both


def test_a_field_deleted_here_and_changed_there() -> None:
    mine = changed(BASE, steps={"s1": {"column": None}})
    theirs = changed(BASE, steps={"s1": {"column": 7}})
    tree, clashes = merged(BASE, mine, theirs)
    assert tree["steps"]["s1"].get("column", None) is None
    assert clashes == (Clash("steps", "s1", "column", 1, None, 7),)
    result = merge(journey(BASE), journey(mine), journey(theirs))
    assert take_theirs(result.journey, clashes[0]).steps[Id("s1")].column == 7


def test_the_head_clashes_too() -> None:
    tree, clashes = merged(BASE, {**BASE, "title": "A"}, {**BASE, "title": "B"})
    assert tree["title"] == "A"
    assert clashes == (Clash("", "", "title", "Hotel", "A", "B"),)
    result = merge(journey(BASE), journey({**BASE, "title": "A"}), journey({**BASE, "title": "B"}))
    assert take_theirs(result.journey, clashes[0]).head.title == "B"


@pytest.mark.parametrize("swapped", [False, True])
def test_a_record_deleted_here_and_changed_there_stays(swapped: bool) -> None:
    gone = changed(BASE, frictions={"f": None})
    edited = changed(BASE, frictions={"f": {"title": "Waits long"}})
    tree, clashes = merged(BASE, *((edited, gone) if swapped else (gone, edited)))
    assert tree["frictions"]["f"]["title"] == "Waits long"
    assert [(clash.table, clash.id, clash.field) for clash in clashes] == [("frictions", "f", "")]


def test_a_step_deleted_here_and_linked_there_comes_back() -> None:
    mine = changed(BASE, steps={"s5": None}, links={"k4": None})
    theirs = changed(BASE, links={"x": {"source": "s1", "target": "s5"}})
    tree, clashes = merged(BASE, mine, theirs)
    assert tree["steps"]["s5"] == BASE["steps"]["s5"]
    assert tree["links"]["x"] == {"source": "s1", "target": "s5"}
    assert [(clash.table, clash.id) for clash in clashes] == [("steps", "s5")]
    result = merge(journey(BASE), journey(mine), journey(theirs))
    assert Id("s5") not in take_theirs(result.journey, Clash("steps", "s5", "", None, None, None)).steps


def test_a_lane_deleted_here_and_used_there_comes_back() -> None:
    lone = {**BASE, "lanes": {**BASE["lanes"], "e": {"name": "E", "kind": "system"}}}
    tree, clashes = merged(lone, changed(lone, lanes={"e": None}), changed(lone, steps={"s1": {"lane": "e"}}))
    assert "e" in tree["lanes"]
    assert len(clashes) == 1


def test_lists_of_names_are_joined() -> None:
    base = changed(BASE, steps={"s1": {"asks": ["i"]}})
    mine = changed(base, steps={"s1": {"asks": ["i", "j"]}})
    theirs = changed(base, steps={"s1": {"asks": []}})
    tree, clashes = merged(
        base, {**mine, "participants": ["Bo", "Cia"]}, {**theirs, "participants": ["Anna", "Bo", "Dan"]}
    )
    assert not clashes
    assert tree["steps"]["s1"]["asks"] == ["j"]
    assert tree["participants"] == ["Bo", "Cia", "Dan"]


def test_true_and_one_are_not_the_same_word() -> None:
    base = {**BASE, "x": 1}
    tree, clashes = merged(base, {**BASE, "x": True}, base)
    assert tree["x"] is True
    assert not clashes


def test_unknown_and_odd_things_go_through() -> None:
    base = {**BASE, "notes": ["no table"], "new": {"a": 1}, "walks": {"w": 7}}
    tree, clashes = merged(base, {**base, "new": {"a": 2}}, {**base, "walks": {"w": 8}})
    assert not clashes
    assert (tree["notes"], tree["new"], tree["walks"]) == (["no table"], {"a": 2}, {"w": 8})
    tree, clashes = merged(base, {**base, "walks": {"w": 9}}, {**base, "walks": {"w": 8}})
    assert tree["walks"] == {"w": 9}
    assert clashes == (Clash("walks", "w", "", 7, 9, 8),)
    tree, clashes = merged(
        BASE, changed(BASE, steps={"n": {"title": "A", "lane": "c"}}), BASE | {"notes": {}}
    )
    assert tree["notes"] == {}
    both = (changed(BASE, steps={"n": {"title": t, "lane": "c"}}) for t in "AB")
    tree, clashes = merged(BASE, *both)
    assert clashes == (Clash("steps", "n", "title", None, "A", "B"),)


def test_answers_within_one_field_come_together() -> None:
    base = changed(
        BASE, links={"k1": {"requirement": {"text": "ready", "measure": "h", "level": "14"}}},
        walls={"w": {"key": "referral:s1:s2", "views": {"c": "no", "d": "no"}}},
    )  # fmt: skip
    mine = changed(
        base, links={"k1": {"requirement": {"text": "ready", "measure": "min", "level": "14"}}},
        walls={"w": {"views": {"c": "mine", "d": "no"}}},
    )  # fmt: skip
    theirs = changed(
        base, links={"k1": {"requirement": {"text": "clean", "level": "14"}}},
        walls={"w": {"views": {"c": "no", "d": "theirs"}}},
    )  # fmt: skip
    tree, clashes = merged(base, mine, theirs)
    assert tree["walls"]["w"]["views"] == {"c": "mine", "d": "theirs"}
    assert tree["links"]["k1"]["requirement"] == {"text": "clean", "measure": "min", "level": "14"}
    assert clashes == (Clash("links", "k1", "requirement", "h", "min", None, "measure"),)
    result = merge(journey(base), journey(mine), journey(theirs))
    after = raw_journey(take_theirs(result.journey, clashes[0]))
    assert after["links"]["k1"]["requirement"] == {"text": "clean", "level": "14"}


def test_votes_are_taken_whole() -> None:
    base = changed(BASE, frictions={"f": {"votes": {"yes": 3, "of": 9}}})
    mine = changed(base, frictions={"f": {"votes": {"yes": 8, "of": 9}}})
    theirs = changed(base, frictions={"f": {"votes": {"yes": 3, "of": 5}}})
    tree, clashes = merged(base, mine, theirs)
    assert tree["frictions"]["f"]["votes"] == {"yes": 8, "of": 9}
    assert [clash.part for clash in clashes] == [""]


def edits(doc: Raw, rng: random.Random, sign: str) -> tuple[Raw, set[tuple[str, str, str]]]:
    """Eight random edits and the places they touched."""
    other, touched = copy.deepcopy(doc), set()
    for _ in range(8):
        id = rng.choice(sorted(doc["steps"]))
        field = rng.choice(["title", "column", "channel", "owner", "description"])
        if rng.random() < 0.2:
            new = f"{sign}{rng.random()}"
            other["steps"][new] = {"title": new, "lane": "c"}
            other["links"][new + "k"] = {"source": id, "target": new}
        else:
            other["steps"][id][field] = rng.random() if field == "column" else f"{sign}{rng.random()}"
            touched.add(("steps", id, field))
    return other, touched


def test_random_pairs_have_no_false_clash_and_lose_no_edit() -> None:
    base = a_map(200)
    rng = random.Random(5)
    before = journey(base)
    for _ in range(25):
        (mine, here), (theirs, there) = edits(base, rng, "m"), edits(base, rng, "t")
        result = merge(before, journey(mine), journey(theirs))
        assert {(clash.table, clash.id, clash.field) for clash in result.clashes} == here & there
        tree = raw_journey(result.journey)
        for side, places in ((mine, here), (theirs, there - here)):
            assert all(tree[table][id][field] == side[table][id][field] for table, id, field in places)
        assert tree["steps"].keys() == mine["steps"].keys() | theirs["steps"].keys()
        assert envelope.decode(plain(tree)).repairs == ()


def test_what_differs_is_told_in_three_languages() -> None:
    after = changed(
        BASE,
        steps={"s0": {"title": "New", "channel": "phone", "column": None}, "s9": {"title": "N", "lane": "c"}},
        frictions={"f": None},
    ) | {"title": "Hostel", "notes": ["odd"]}  # fmt: skip
    found = differences(journey(BASE), journey(after))
    places = {(place.table, place.id, place.field) for place in found}
    assert places == {
        ("", "", "title"), ("", "", "notes"), ("steps", "s0", "title"), ("steps", "s0", "channel"),
        ("steps", "s0", "column"), ("steps", "s9", ""), ("frictions", "f", ""),
    }  # fmt: skip
    for language in LANGUAGES:
        said = [place.sentence(catalogue(language)) for place in found]
        assert len(set(said)) == len(said)
        assert not any("{" in words for words in said if "odd" not in words)
    english = [place.sentence(catalogue("en")) for place in found]
    assert "New: step “N”." in english
    assert "Gone: friction “Waits”." in english
    assert differences(journey(BASE), journey(BASE)) == ()
    nameless = changed(BASE, walks={"w": {"by": "x"}})
    assert differences(journey(BASE), journey(nameless))[0].name == "w"
    assert differences(journey(BASE), journey({**BASE, "walks": {"w": 7}}))[0].before is None


def test_git_markers_are_taken_apart() -> None:
    base = json.dumps(BASE, indent=1)
    mine, theirs = base.replace("Hotel", "Mine"), base.replace("Hotel", "Theirs")
    line = ' "title": "{}",\n'
    both = base.replace(
        line.format("Hotel"),
        "<<<<<<< HEAD\n" + line.format("Mine") + "||||||| base\n" + line.format("Hotel") + "=======\n"
        + line.format("Theirs") + ">>>>>>> other\n",
    )  # fmt: skip
    assert siblings.git_sides(both.encode()) == (mine.encode(), theirs.encode(), base.encode())
    assert siblings.git_sides(both.replace("\n", "\r\n").encode())[0] == mine.replace("\n", "\r\n").encode()


def test_conflict_copies_beside_the_map(tmp_path: Path) -> None:
    def write(name: str, document: str | None) -> Path:
        path = tmp_path / name
        path.write_bytes(plain({**BASE, "id": document} if document else BASE))
        return path

    path = write("karta.journey", "d1")
    copies = [
        write("karta (Anna's conflicted copy 2025-05-01).journey", "d1"),
        write("karta-LAPTOP.journey", "d1"),
    ]
    write("karta 2.journey", "d2")
    write("karta 3.journey", None)
    write("other.journey", "d1")
    (tmp_path / "karta broken.journey").write_bytes(b"{")
    assert set(siblings.conflict_copies(path, "d1")) == set(copies)
    assert siblings.conflict_copies(path, "") == ()
    assert siblings.conflict_copies(tmp_path / "gone" / "x.journey", "d1") == ()
