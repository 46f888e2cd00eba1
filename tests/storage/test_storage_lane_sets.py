"""Kept sets of lanes: written, read again, renamed, dropped; a broken file is put aside, never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journeymap.model.ids import Id
from journeymap.model.records import Lane
from journeymap.storage import lane_sets
from journeymap.storage.places import config_folder

GUEST = Lane(id=Id("g"), name="Guest", kind="customer", order=1)
DESK = Lane(id=Id("d"), name="Desk", kind="department", unit="Hotel/House/Desk", process=("core",), order=2)
FIRM = Lane(id=Id("f"), name="Ren AB", kind="supplier", unit="Ren AB", accountable="Hotel/House", order=3)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNEYMAP_HOME", str(tmp_path))
    return tmp_path


def written() -> Path:
    return config_folder() / "lanes.json"


def names() -> list[str]:
    return [kept.name for kept in lane_sets.kept()]


def test_lanes_come_back_with_all_that_is_said_of_them_but_without_ids() -> None:
    assert lane_sets.kept() == ()
    assert lane_sets.keep("Hotel", [GUEST, DESK, FIRM])
    (hotel,) = lane_sets.kept()
    assert [lane.name for lane in hotel.lanes] == ["Guest", "Desk", "Ren AB"]
    assert hotel.lanes[1].process == ("core",)
    assert hotel.lanes[2].accountable == "Hotel/House"
    assert {lane.id for lane in hotel.lanes} == {""}
    assert {lane.order for lane in hotel.lanes} == {None}


def test_a_name_is_there_once_whatever_its_capitals() -> None:
    lane_sets.keep("Hotel", [GUEST])
    lane_sets.keep("hotel", [GUEST, DESK])
    lane_sets.keep("Bank", [GUEST])
    assert names() == ["Bank", "hotel"]
    lane_sets.rename("BANK", "Hotel")
    assert names() == ["Hotel"]
    assert len(lane_sets.kept()[0].lanes) == 1
    lane_sets.rename("nobody", "x")
    lane_sets.drop("nobody")
    assert names() == ["Hotel"]
    lane_sets.drop("HOTEL")
    assert names() == []


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', "\x00\xff", "[" * 5000])
def test_a_broken_file_is_put_aside_and_a_new_list_begins(text: str) -> None:
    written().parent.mkdir(parents=True)
    written().write_text(text, "utf-8")
    assert lane_sets.kept() == ()
    aside = lane_sets.put_aside()
    assert aside is not None
    assert aside.read_text("utf-8") == text
    assert lane_sets.keep("Hotel", [GUEST])
    assert names() == ["Hotel"]


def test_entries_nobody_can_use_are_passed_over_and_stay_in_the_file() -> None:
    odd = [
        7,
        {"name": "no lanes"},
        {"name": 3, "lanes": []},
        {"name": "empty", "lanes": []},
        {"name": "from tomorrow", "lanes": [{"name": "Guest", "kind": "robot"}]},
        {"lanes": [{"name": "x", "kind": "department"}]},
    ]
    good = {"name": "Good", "lanes": [{"name": "Desk", "kind": "department"}, {"kind": "department"}]}
    written().parent.mkdir(parents=True)
    written().write_text(json.dumps({"sets": [*odd, good]}), "utf-8")
    (found,) = lane_sets.kept()
    assert (found.name, [lane.name for lane in found.lanes]) == ("Good", ["Desk"])
    lane_sets.keep("More", [GUEST])
    stored = json.loads(written().read_bytes())["sets"]
    assert all(entry in stored for entry in odd)
    assert names() == ["Good", "More"]


def test_a_disk_that_refuses_is_told(home: Path) -> None:
    (home / "config").write_text("a file where the folder should be", "utf-8")
    assert not lane_sets.keep("Hotel", [GUEST])
    assert lane_sets.kept() == ()
    assert lane_sets.put_aside() is None
