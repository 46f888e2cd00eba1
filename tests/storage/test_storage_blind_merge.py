"""Versions without a common state on record, and a thousand random pairs with one: no edit is ever lost."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from storage_cases import plain

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.rules import RefusedError
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.storage import envelope, siblings
from journeymap.storage.blind_merge import merge_blind
from journeymap.storage.errors import StorageError
from journeymap.storage.merge import Merged, merge
from journeymap.storage.shapes import TABLES
from journeymap.storage.writing import raw_journey

Places = dict[tuple[str, str, str], Any]


def a_map(steps: int = 12) -> Journey:
    names = [f"s{n}" for n in range(steps)]
    return envelope.decode(plain({
        "format": "journeymap", "version": 1, "id": "d1", "title": "Hotel",
        "lanes": {"c": {"name": "Guest", "kind": "customer"}, "d": {"name": "Desk", "kind": "department"}},
        "steps": {name: {"title": name, "lane": "cd"[n % 2], "column": n} for n, name in enumerate(names)},
        "links": {f"k{n}": {"source": f"s{n}", "target": f"s{n + 1}"} for n in range(steps - 1)},
        "frictions": {f"f{n}": {"title": f"Waits {n}", "at": f"s{n}"} for n in range(0, steps, 3)},
    })).journey  # fmt: skip


def places(journey: Journey) -> Places:
    """Every field of every record, by its place."""
    tree = raw_journey(journey)
    found: Places = {("", "", name): value for name, value in tree.items() if name not in TABLES}
    for table in TABLES:
        for id, record in tree.get(table, {}).items():
            found[table, id, ""] = True
            found.update(((table, id, field), value) for field, value in record.items())
    return found


class RandomPerson:
    """Edits a map as people do, through the verbs."""

    def __init__(self, journey: Journey, rng: random.Random, sign: str) -> None:
        self.rng, self.sign, self.n = rng, sign, 0
        self.document = Document(journey, ids=self._id)
        self.deeds: tuple[Callable[[], object], ...] = (
            self.rename, self.rename, self.say, self.write, self.friction, self.delete, self.lane, self.move,
            self.link, self.head,
        )  # fmt: skip

    def _id(self) -> Id:
        self.n += 1
        return Id(f"{self.sign}{self.n:03}")

    def pick(self, table: str) -> Id | None:
        ids = sorted(getattr(self.document.journey, table))
        return self.rng.choice(ids) if ids else None

    def work(self, deeds: int) -> Journey:
        for _ in range(deeds):
            try:
                self.rng.choice(self.deeds)()
            except RefusedError:
                continue
        return self.document.journey

    def word(self) -> str:
        return f"{self.sign}{self.rng.randrange(10**6)}"

    def rename(self) -> None:
        id = self.pick(self.rng.choice(["steps", "lanes", "frictions"]))
        if id:
            verbs.rename(self.document, id, self.word())

    def say(self) -> None:
        if id := self.pick("steps"):
            verbs.set_field(self.document, id, wait_minutes=self.rng.randrange(60), channel=self.word())

    def write(self) -> None:
        verbs.new_step(self.document, self.word(), after=self.pick("steps"))

    def friction(self) -> None:
        if id := self.pick("steps"):
            verbs.add_friction(self.document, id, self.word())

    def delete(self) -> None:
        if id := self.pick(self.rng.choice(["steps", "links", "frictions"])):
            verbs.delete(self.document, [id])

    def lane(self) -> None:
        verbs.add_lane(self.document, self.word())

    def move(self) -> None:
        step, lane = self.pick("steps"), self.pick("lanes")
        if step and lane:
            verbs.set_field(self.document, step, lane=lane)

    def link(self) -> None:
        one, other = self.pick("steps"), self.pick("steps")
        if one and other:
            verbs.link(self.document, one, other)

    def head(self) -> None:
        verbs.set_field(self.document, HEAD, purpose=self.word())


def told(merged: Merged) -> set[tuple[str, str, str]]:
    """The places of the clashes, and every field of a record that clashes as a whole."""
    found = {(clash.table, clash.id, clash.field) for clash in merged.clashes}
    whole = {(clash.table, clash.id) for clash in merged.clashes if not clash.field}
    return found | {place for place in places(merged.journey) if place[:2] in whole}


def lost(side: Journey, base: Places, merged: Merged) -> list[tuple[str, str, str]]:
    """What one side said anew or took away, and neither the map nor the list of clashes has."""
    said, result, clashes = places(side), places(merged.journey), told(merged)
    whole = {place[:2] for place in clashes if not place[2]}
    return [
        place
        for place in said.keys() | base.keys()
        if said.get(place) != base.get(place)  # this side's edit
        and result.get(place) != said.get(place)
        and place not in clashes
        and place[:2] not in whole
    ]


@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_random_pairs_each_lose_no_edit(seed: int) -> None:
    rng = random.Random(seed)
    base = a_map()
    before = places(base)
    clashes = 0
    for _ in range(100):
        mine, theirs = RandomPerson(base, rng, "m").work(8), RandomPerson(base, rng, "t").work(8)
        merged = merge(base, mine, theirs)
        assert lost(mine, before, merged) == []
        assert lost(theirs, before, merged) == []
        here, there = places(mine), places(theirs)
        for (
            clash
        ) in merged.clashes:  # no false one: both sides changed that place, or one deleted what it needs
            place = (clash.table, clash.id, clash.field)
            both = here.get(place) != before.get(place) and there.get(place) != before.get(place)
            assert both or not clash.field
        decoded = envelope.decode(envelope.encode(merged.journey))
        assert decoded.repairs == () and envelope.same_records(decoded.journey, merged.journey)
        clashes += len(merged.clashes)
    assert clashes > 0


@pytest.mark.parametrize("seed", range(5))
def test_without_a_common_state_everything_of_both_is_there_or_asked_about(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(40):
        base = a_map()
        person = RandomPerson(base, rng, "m")
        history = [base, *(person.work(2) for _ in range(3))][::-1]
        mine, theirs = person.work(2), RandomPerson(base, rng, "t").work(6)
        merged = merge_blind(mine, theirs, history)
        result, clashes = places(merged.journey), told(merged)
        for side in (mine, theirs):
            for place, value in places(side).items():
                assert result.get(place) == value or place in clashes
        assert envelope.decode(envelope.encode(merged.journey)).repairs == ()


def test_what_is_likelier_newer_is_offered_first() -> None:
    base = a_map()
    mine, theirs = Document(base), Document(base)
    verbs.rename(mine, Id("s1"), "Mine")
    verbs.rename(theirs, Id("s2"), "Theirs")
    merged = merge_blind(mine.journey, theirs.journey, [base])
    likely = {clash.id: at in merged.likely for at, clash in enumerate(merged.clashes)}
    assert likely == {"s1": False, "s2": True}
    assert merge_blind(mine.journey, theirs.journey).likely == frozenset()


def test_records_of_one_side_stay_and_are_asked_about_where_they_may_have_been_deleted() -> None:
    base = a_map()
    mine, theirs = Document(base), Document(base)
    verbs.delete(mine, [Id("f0")])
    verbs.delete(theirs, [Id("f3")])
    verbs.add_friction(mine, Id("s1"), "Mine")
    verbs.add_friction(theirs, Id("s1"), "Theirs")
    merged = merge_blind(mine.journey, theirs.journey, [base])
    assert {friction.title for friction in merged.journey.frictions.values()} == {
        "Waits 0", "Waits 3", "Waits 6", "Waits 9", "Mine", "Theirs",
    }  # fmt: skip
    asked = {clash.id: at in merged.likely for at, clash in enumerate(merged.clashes) if not clash.field}
    assert asked == {"f0": True, "f3": False}, "whoever has it is offered first"
    assert not [clash for clash in merge_blind(mine.journey, theirs.journey).clashes if not clash.field]


def marked(ours: str, theirs: str, base: str | None = None) -> bytes:
    lines = [json.dumps(json.loads(plain({
        "format": "journeymap", "version": 1, "id": "d1", "title": "@", "client": "same",
    })), indent=1)][0].split("\n")  # fmt: skip
    at = next(n for n, line in enumerate(lines) if '"@"' in line)
    middle = [f"||||||| base\n{lines[at].replace('@', base)}"] if base else []
    lines[at : at + 1] = [
        "<<<<<<< HEAD", lines[at].replace("@", ours), *middle, "=======", lines[at].replace("@", theirs),
        ">>>>>>> other",
    ]  # fmt: skip
    return "\n".join(lines).encode()


def test_git_sides_are_merged_with_the_base_where_git_tells_of_it() -> None:
    merged = siblings.merge_git(marked("Old", "Theirs", "Old"), "a.journey")
    assert merged.journey.head.title == "Theirs" and merged.clashes == ()
    merged = siblings.merge_git(marked("Mine", "Theirs"), "a.journey")
    assert merged.journey.head.title == "Mine" and merged.journey.head.client == "same"
    assert [(clash.field, clash.theirs) for clash in merged.clashes] == [("title", "Theirs")]
    with pytest.raises(StorageError):
        siblings.merge_git(b"<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> x\n", "a.journey")


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [("karta (Annas konfliktkopia 2026-03-01)", True), ("karta-LAPTOP7", True), ("karta (1)", True),
     ("karta.sync-conflict-20260301-101112-ABCDEFG", True), ("karta (Bo's conflicted copy)", True),
     ("karta (Kari)", True), ("karta 2026", False), ("karta v2", False), ("kartan-PC", False),
     ("karta", False), ("other-LAPTOP7", False)],
)  # fmt: skip
def test_names_of_conflict_copies(name: str, is_copy: bool, tmp_path: Any) -> None:
    assert siblings.is_copy_of(tmp_path / "karta.journey", tmp_path / f"{name}.journey") is is_copy
