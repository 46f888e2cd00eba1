"""Power cuts at random moments: every acknowledged save is there, and every change older than a second."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from power import Disk, NoDiskError, Worker
from storage_cases import numbered
from tally import SKIPPED, Tally, share_of, tally

from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.records import Note
from journeymap.storage import files, recovery
from journeymap.storage.errors import StorageError
from journeymap.storage.journal import Journal

PHOTO = bytes(range(256)) * 100
PHOTO_NAME = "0" * 64


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    made = Disk(tmp_path)
    try:
        made.plug_in()
    except NoDiskError as lack:
        pytest.skip(f"{SKIPPED}power cuts need root and a loop device ({lack})")
    yield made
    made.unplug()


def saves(disk: Disk, trials: int, row: Tally, *, size: int, with_photo: bool = False) -> None:
    """Cut the power while a map is saved again and again; what is on the disk is never older than told."""
    chance = random.Random(size)
    pictures = {PHOTO_NAME: PHOTO} if with_photo else {}
    os.environ["JOURNEYMAP_HOME"] = str(disk.here / "home")
    path = disk.here / "karta.journey"
    files.save(numbered(0, size, with_photo=with_photo), path, attachments=pictures)

    def work(number: int) -> None:
        time.sleep(0.02 * (number % 2))  # a while in which nothing else makes the disk write
        files.save(numbered(number, size, with_photo=with_photo), path, attachments=pictures)

    worker = Worker(work)
    try:
        for _ in range(trials):
            time.sleep(chance.uniform(0.005, 0.08))
            worker.stop()
            with disk.after_the_cut() as after:
                row.trials += 1
                row.struck = (row.struck or 0) + (worker.begun > worker.done)
                row.losses += _wrong(after / path.name, worker, with_photo=with_photo)
            worker.go_on()
    finally:
        worker.end()


def _wrong(path: Path, worker: Worker, *, with_photo: bool) -> list[str]:
    try:
        loaded = files.load(path)
    except StorageError as failure:
        return [f"destroyed: {failure}"]
    number = int(loaded.journey.head.title or -1)
    if not worker.done <= number <= worker.begun:
        return [f"save {worker.done} was acknowledged, the disk has {number}"]
    return ["the picture is gone"] if with_photo and not loaded.attachments else []


def changes(disk: Disk, trials: int, row: Tally) -> None:
    """Cut the power while changes are made: those that are a second old are in the journal."""
    chance = random.Random(7)
    folder, clock = disk.here / "journals", disk.here.parent / "clock"
    clock.mkdir()
    journal = Journal("document1", None, folder)

    def work(number: int) -> None:
        note = Note(id=Id(f"n{number}"), text="x" * 200)
        journal.append("Note", Change({note.id: (None, note)}))
        (clock / "told").write_text(f"{number}")
        time.sleep(0.01)

    worker = Worker(work)
    seen: list[tuple[float, int]] = []
    try:
        for _ in range(trials):
            until = time.monotonic() + chance.uniform(0.3, 1.6)
            while time.monotonic() < until:
                time.sleep(0.02)
                text = (clock / "told").read_text() if (clock / "told").exists() else ""
                seen.append((time.monotonic(), int(text or 0)))
            worker.stop()
            now = time.monotonic()
            old = max((number for moment, number in seen if moment <= now - 1.0), default=0)
            with disk.after_the_cut() as after:
                kept = recovery.journals(after / "journals")
                count = kept[0].changes if kept else 0
                row.trials += 1
                if not old <= count <= worker.begun:
                    row.losses.append(f"{old} changes were a second old, {count} are kept")
            worker.go_on()
    finally:
        worker.end()


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JOURNEYMAP_HOME", str(tmp_path / "home"))


def test_twenty_power_cuts_take_no_acknowledged_save(disk: Disk) -> None:
    with tally("power cut while saving") as row:
        saves(disk, 14, row, size=40_000)
        saves(disk, 6, row, size=10_000, with_photo=True)
        assert row.struck  # otherwise nothing was proved


def test_a_power_cut_takes_a_second_of_changes_at_most(disk: Disk) -> None:
    with tally("power cut while editing") as row:
        changes(disk, 4, row)


@pytest.mark.soak
def test_five_hundred_power_cuts_take_no_acknowledged_save(disk: Disk) -> None:
    with tally("power cut while saving") as row:
        saves(disk, share_of(350), row, size=40_000)
        saves(disk, share_of(100), row, size=400_000)
        saves(disk, share_of(50), row, size=10_000, with_photo=True)


@pytest.mark.soak
def test_a_hundred_power_cuts_take_a_second_of_changes_at_most(disk: Disk) -> None:
    with tally("power cut while editing") as row:
        changes(disk, share_of(100), row)


def test_the_harness_finds_a_save_whose_folder_was_not_synced(
    disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeymap.storage.disk.sync_folder", lambda _: True)
    monkeypatch.setattr("journeymap.storage.save.keep_saved", lambda *_: True)
    monkeypatch.setattr("journeymap.storage.save.keep_version", lambda *_: True)
    row = Tally("without a synced folder")
    saves(disk, 12, row, size=40_000)
    assert row.losses
