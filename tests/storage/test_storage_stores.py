"""What the program keeps beside the maps: versions, settings, recent maps, locks, and forgetting."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Head, Note
from journeymap.storage import (
    disk,
    files,
    forget,
    lock,
    outputs,
    own_files,
    places,
    recents,
    settings,
    versions,
)
from journeymap.storage.errors import StorageError
from journeymap.storage.journal import Journal
from journeymap.storage.lock import Lock
from journeymap.storage.versions import keep_version, prune

NOW = datetime.now(UTC)


def keep(tmp_path: Path, text: str, saved: datetime, document: str = "document1") -> None:
    path = tmp_path / "karta.journey"
    path.write_text(text)
    os.utime(path, (saved.timestamp(), saved.timestamp()))
    assert keep_version(document, path)


def test_the_last_ten_and_one_a_day_for_two_weeks(tmp_path: Path) -> None:
    for hours in range(40 * 24, 0, -4):
        keep(tmp_path, f"version {hours}", NOW - timedelta(hours=hours))
    prune("document1", NOW)
    ages = [round((NOW - version.saved).total_seconds() / 3600) for version in versions.versions("document1")]
    assert ages[:10] == list(range(4, 44, 4))
    days = [(NOW - timedelta(hours=age)).date() for age in ages[10:]]
    assert len(set(days)) == len(days)
    assert 24 * 13 <= max(ages) <= 24 * 14


def test_how_long_they_are_kept_can_be_chosen(tmp_path: Path) -> None:
    for days in range(40):
        keep(tmp_path, f"version {days}", NOW - timedelta(days=days, minutes=1))
    settings.put(versions.DAYS_SETTING, 30)
    for days in range(40):
        keep(tmp_path, f"version {days}", NOW - timedelta(days=days, minutes=1))
    assert 30 <= len(versions.versions("document1")) <= 31
    settings.put(versions.DAYS_SETTING, 0)
    prune("document1", NOW)
    assert len(versions.versions("document1")) == versions.LAST_SAVES


def test_the_same_content_is_kept_once_and_the_newest_always(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hours in (3, 2, 2):
        keep(tmp_path, f"x{hours}" * 50, NOW - timedelta(hours=hours))
    assert len(versions.versions("document1")) == 2
    monkeypatch.setattr(versions, "MOST_BYTES", 10)
    assert len(prune("document1", NOW)) == 1
    (left,) = versions.versions("document1")
    assert left.path.read_text() == "x2" * 50
    with pytest.raises(StorageError):
        left.read()


def test_where_links_fail_a_copy_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", no_links)
    keep(tmp_path, "copied", NOW)
    (kept,) = versions.versions("document1")
    assert kept.path.stat().st_nlink == 1


def test_what_cannot_be_kept_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not keep_version("document1", tmp_path / "gone")
    path = tmp_path / "a"
    path.write_text("x")
    hashes = iter(["0" * 64, "1" * 64])
    monkeypatch.setattr(disk, "hash_on_disk", lambda _: next(hashes))
    assert not keep_version("document1", path)
    assert versions.versions("document1") == ()


def test_files_that_are_no_versions_and_versions_that_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, "x", NOW - timedelta(days=99))
    keep(tmp_path, "y", NOW)
    (places.versions_folder("document1") / "notes.txt").write_text("x")
    assert len(versions.versions("document1")) == 2
    monkeypatch.setattr(versions, "LAST_SAVES", 1)

    def stuck(*_: object, **__: object) -> None:
        raise OSError("held")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", stuck)
        assert len(prune("document1", NOW)) == 1
    assert len(versions.versions("document1")) == 2
    assert len(prune("document1", NOW)) == 1


def test_ids_from_files_cannot_leave_the_folder() -> None:
    for document in ("../../etc", "a/b", "", "CON", "x" * 300, "\ud800"):
        assert places.versions_folder(document).parent == places.versions_root()
    assert places.safe_name("0123456789ab") == "0123456789ab"


def test_the_platforms_own_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYMAP_HOME")
    assert "journeymap" in str(places.config_folder())
    assert "journeymap" in str(places.journals_folder())
    assert "journeymap" in str(places.log_folder())


def test_settings_are_remembered(home: Path) -> None:
    assert settings.get("theme", "light") == "light"
    assert settings.put("theme", "dark")
    assert settings.put("sizes", [1, 2])
    assert settings.get("theme", "light") == "dark"
    assert settings.get("theme", 7) == 7
    assert settings.get("sizes", [0]) == [1, 2]
    assert settings.forget("theme")
    assert settings.forget("theme")
    assert settings.get("theme", "light") == "light"
    assert json.loads((home / "config" / "settings.json").read_text()) == {"sizes": [1, 2]}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"7", b"\xff\xfe", b"[" * 100_000, b" " * 6_000_000])
def test_broken_settings_are_put_aside(content: bytes, home: Path) -> None:
    path = home / "config" / "settings.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert settings.get("theme", "light") == "light"
    assert settings.put("theme", "dark")
    assert settings.get("theme", "light") == "dark"
    assert path.with_name("settings.json.broken").read_bytes() == content


def test_a_disk_that_refuses_settings_stops_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(disk, "replace", refuse)
    assert not settings.put("theme", "dark")
    assert list((home / "config").iterdir()) == []
    monkeypatch.setattr(Path, "replace", refuse)
    (home / "config" / "settings.json").write_bytes(b"{")
    assert own_files.read_own(home / "config" / "settings.json") == {}


def test_recent_maps_the_latest_first(tmp_path: Path) -> None:
    for number in range(25):
        recents.add(tmp_path / f"{number}.journey", f"Map {number}", f"d{number}")
    recents.add(tmp_path / "20.journey", "Again", "d20")
    found = recents.recents()
    assert len(found) == recents.MOST
    assert (found[0].title, found[1].title) == ("Again", "Map 24")
    assert not found[0].exists
    (tmp_path / "20.journey").write_text("x")
    assert found[0].exists
    recents.remove(tmp_path / "20.journey")
    assert recents.recents()[0].title == "Map 24"
    recents.clear()
    assert recents.recents() == ()


def test_recent_entries_that_are_none(home: Path) -> None:
    path = home / "config" / "recent.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"recent": [7, {}, {"path": 7}, {"path": "a\0b", "title": 7}]}))
    (only,) = recents.recents()
    assert only.title == ""
    assert not only.exists
    path.write_text(json.dumps({"recent": "x"}))
    assert recents.recents() == ()


def other_holder(target: Lock, **said: object) -> None:
    told = {
        "who": "Anna",
        "host": "other",
        "pid": 1,
        "began": "",
        "since": "2025-05-01T09:12:00+00:00",
        "beat": time.time(),
    }
    target.file.write_text(json.dumps(told | said))


def test_the_first_one_holds_the_map_and_lets_go(tmp_path: Path) -> None:
    mine = Lock(tmp_path / "a.journey", "Bo")
    assert mine.acquire() is None
    assert json.loads(mine.file.read_text())["who"] == "Bo"
    assert Lock(tmp_path / "a.journey").holder() is None
    mine.beat()
    mine.release()
    assert not mine.file.exists()
    mine.release()
    mine.beat()
    assert not mine.file.exists()


def test_who_has_the_map_and_since_when(tmp_path: Path) -> None:
    mine = Lock(tmp_path / "a.journey")
    other_holder(mine)
    holder = mine.acquire()
    assert holder is not None
    assert (holder.who, holder.host) == ("Anna", "other")
    assert holder.since == datetime(2025, 5, 1, 9, 12, tzinfo=UTC)
    assert not mine.is_ours
    assert mine.acquire(anyway=True) is None
    assert mine.is_ours
    other_holder(mine, since="2999-01-01T00:00:00+00:00")
    mine.beat()
    assert not mine.is_ours
    mine.release()
    assert mine.file.exists()


@pytest.mark.parametrize(
    "said",
    [{"beat": 0}, {"beat": "x"}, {"beat": None}, {"host": lock.processes.host(), "pid": 0},
     {"host": lock.processes.host(), "pid": os.getpid(), "began": "long ago"}],
)  # fmt: skip
def test_holders_that_are_gone(said: dict[str, object], tmp_path: Path) -> None:
    mine = Lock(tmp_path / "a.journey")
    other_holder(mine, **said)
    assert mine.acquire() is None


@pytest.mark.parametrize("since", ["2025-05-01T09:12:00", "noon", None])
def test_odd_times_of_a_holder(since: object, tmp_path: Path) -> None:
    mine = Lock(tmp_path / "a.journey")
    other_holder(mine, since=since)
    holder = mine.holder()
    assert holder is not None
    assert holder.since.tzinfo is not None


def test_a_folder_that_takes_no_lock(tmp_path: Path) -> None:
    nowhere = Lock(tmp_path / "gone" / "deep" / "a.journey")
    (tmp_path / "gone").write_text("in the way")
    assert nowhere.acquire() is None
    nowhere.release()


def a_map(document: str, words: str) -> object:
    return journey_of(Note(id=Id("n"), text=words), head=Head(document=document, title=words))


def test_a_person_is_forgotten(tmp_path: Path) -> None:
    for document, words in (("document1", "Anna Åkesson ringde"), ("document2", "nobody")):
        path = tmp_path / f"{document}.journey"
        files.save(a_map(document, words), path)  # type: ignore[arg-type]
        files.save(a_map(document, words + "!"), path)  # type: ignore[arg-type]
        recents.add(path, words, document)
    journal = Journal("document1", None)
    note = Note(id=Id("m"), text="ANNA ÅKESSON")
    journal.append("x", Change({note.id: (None, note)}))
    (places.versions_root() / "strange").mkdir()
    (places.versions_root() / "strange" / "cut.journey").write_bytes(b"PK\x03\x04")
    log = places.log_folder()
    log.mkdir(parents=True)
    (log / "journeymap.log").write_text("ValueError: Anna Åkesson\n", "utf-8")
    (log / "journeymap.log.1").write_text("ValueError\n", "utf-8")
    assert forget.forget_words("  ") == 0
    found = forget.find_words("anna åkesson")
    assert [len(found.files), len(found.recents), len(found.logs), found.count] == [3, 1, 1, 5]
    assert forget.forget_words("anna åkesson") == 5  # both versions and the file nobody can read
    assert forget.find_words("anna åkesson").count == 0
    assert (log / "journeymap.log").read_bytes() == b"", "the program goes on writing there"
    assert (log / "journeymap.log.1").read_bytes() == b"ValueError\n"
    assert versions.versions("document1") == ()
    assert len(versions.versions("document2")) == 2
    assert [recent.document for recent in recents.recents()] == ["document2"]
    assert journal.file.exists()
    journal.close(discard=True)


def test_a_map_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.journey"
    for words in "ab":
        files.save(a_map("document1", words), path)  # type: ignore[arg-type]
    recents.add(path, "a", "document1")
    recents.add(tmp_path / "b", "b", "document2")
    assert forget.forget_document("document1") == 2
    assert not places.versions_folder("document1").exists()
    assert [recent.document for recent in recents.recents()] == ["document2"]
    assert not forget._removed(tmp_path / "gone")


def test_outputs_are_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    outputs.write_whole(path, b"one")
    outputs.write_whole(path, b"two")
    assert path.read_bytes() == b"two"

    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(disk, "replace", refuse)
    with pytest.raises(StorageError) as caught:
        outputs.write_whole(path, b"three")
    assert caught.value.kind == "disk_full"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    outputs.write_whole(Path("/dev/null"), b"x")
