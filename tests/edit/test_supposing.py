"""What is only supposed: every type of wall can be taken away, the map is untouched, kept is one undo."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import WallFinding
from journeymap.edit.document import Document
from journeymap.edit.supposing import OtherWait, WallGone, keep, tried, with_supposed
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.resources import samples
from journeymap.storage import files

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "analysis"))
from random_maps import random_map


def walls_of(journey: Journey) -> list[WallFinding]:
    return [wall for wall in examine(journey, trials=0).walls if wall.stands]


def still_there(journey: Journey, wall: WallFinding) -> bool:
    after = tried(journey, [WallGone(wall.key, (wall,))])
    return any(one.key == wall.key for one in walls_of(after))


def sample(name: str) -> Journey:
    return files.load(samples() / name).journey


@pytest.mark.parametrize("name", sorted(path.name for path in samples().glob("*.journey")))
def test_every_wall_of_the_samples_can_be_taken_away(name: str) -> None:
    journey = sample(name)
    assert [wall.key for wall in walls_of(journey) if still_there(journey, wall)] == []


@given(st.integers(0, 100_000))
@settings(max_examples=120, deadline=None)
def test_every_wall_of_any_map_can_be_taken_away(seed: int) -> None:
    journey = random_map(seed)
    assert [wall.key for wall in walls_of(journey) if still_there(journey, wall)] == []


def test_trying_leaves_the_map_as_it_is_and_keeping_is_one_undo_step() -> None:
    journey = sample("hotel.journey")
    document = Document(journey)
    wall = walls_of(journey)[0]
    supposed = [WallGone(wall.key, (wall,), (Id("F4"),)), OtherWait(Id("F6"), "wait_minutes", 5)]
    after = tried(document.journey, supposed)
    assert document.journey is journey
    assert document.undo_label is None
    assert after.frictions[Id("F4")].status == "solved"
    assert after.frictions[Id("F6")].wait_minutes == 5
    keep(document, supposed)
    assert examine(document.journey, trials=0).ranked == examine(after, trials=0).ranked
    assert document.undo()
    assert document.journey == journey
    assert not document.undo()


def test_a_later_supposition_about_the_same_stands_in_its_place() -> None:
    one, other = OtherWait(Id("a"), "wait_minutes", 5), OtherWait(Id("b"), "wait_minutes", 1)
    again = OtherWait(Id("a"), "wait_minutes", 7)
    assert with_supposed(with_supposed((one,), other), again) == (again, other)
    assert with_supposed((one,), OtherWait(Id("a"), "lead_days", 2))[0] is one


def test_what_is_no_longer_on_the_map_is_passed_over() -> None:
    journey = sample("hotel.journey")
    wall = next(one for one in walls_of(journey) if one.target == "desk")
    document = Document(journey)
    with document.edit("Delete") as draft:
        draft.remove(Id("F6"))
        draft.remove(Id("desk"))
    after = tried(document.journey, [WallGone(wall.key, (wall,)), OtherWait(Id("F6"), "wait_minutes", 5)])
    assert after == document.journey
