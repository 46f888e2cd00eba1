"""kill −9 at random moments: no acknowledged save and no acknowledged change is ever lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from storage_cases import numbered
from tally import SKIPPED, Tally, share_of, tally

from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.records import Note
from journeymap.storage import files, recovery
from journeymap.storage.errors import StorageError
from journeymap.storage.journal import Journal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason=f"{SKIPPED}kill -9 needs fork")

MOST = 40
PHOTO = bytes(range(256)) * 400
PHOTO_NAME = "0" * 64


def killed(work: Callable[[int], None], seconds: float) -> tuple[int, int]:
    """Lets a child do piece after piece of work and kills it; the last piece begun and the last done."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        for number in range(1, MOST):
            os.write(writing, b"(%d" % number)
            work(number)
            os.write(writing, b")%d" % number)
        os._exit(0)
    os.close(writing)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read().decode()
    marks = told.replace("(", " (").replace(")", " )").split()
    begun = [int(mark[1:]) for mark in marks if mark[0] == "("]
    done = [int(mark[1:]) for mark in marks if mark[0] == ")"]
    return max(begun, default=0), max(done, default=0)


def saves(folder: Path, trials: int, size: int, row: Tally, *, with_photo: bool = False) -> None:
    """Kill a process that saves again and again; whatever was told to be saved is there."""
    rng = random.Random(1)
    attachments = {PHOTO_NAME: PHOTO} if with_photo else {}
    maps = [numbered(number, size, with_photo=with_photo) for number in range(MOST)]
    began = time.perf_counter()
    for number in range(5):
        files.save(maps[number], folder / "warm.journey", attachments=attachments)
    one = (time.perf_counter() - began) / 5
    for trial in range(trials):
        place = folder / str(trial)
        place.mkdir()
        path = place / "karta.journey"
        files.save(maps[0], path, attachments=attachments)

        def work(number: int, path: Path = path) -> None:
            files.save(maps[number], path, attachments=attachments)

        begun, done = killed(work, rng.uniform(0, one * 6))
        row.trials, row.struck = row.trials + 1, (row.struck or 0) + (begun > done)
        row.losses += _wrong(path, begun, done, with_photo=with_photo)
        files.save(maps[0], path, attachments=attachments)
        left = [each.name for each in place.iterdir() if each != path]
        row.losses += [f"left over: {left}"] if left else []
        shutil.rmtree(place)


def _wrong(path: Path, begun: int, done: int, *, with_photo: bool) -> list[str]:
    try:
        loaded = files.load(path)
    except StorageError as failure:
        return [f"destroyed: {failure}"]
    if int(loaded.journey.head.title or -1) not in (done, begun):
        return [f"save {done} was acknowledged, {loaded.journey.head.title} is there"]
    return [] if bool(loaded.attachments) == with_photo else ["the picture is gone"]


def test_two_hundred_kills_lose_no_save(tmp_path: Path) -> None:
    for name in ("json", "zip", "large"):
        (tmp_path / name).mkdir()
    with tally("kill -9 while saving") as row:
        saves(tmp_path / "json", 120, 40_000, row)
        saves(tmp_path / "zip", 60, 10_000, row, with_photo=True)
        saves(tmp_path / "large", 20, 400_000, row)
        assert (row.struck or 0) > 20  # otherwise nothing was proved


@pytest.mark.soak
def test_five_thousand_kills_lose_no_save(tmp_path: Path) -> None:
    with tally("kill -9 while saving") as row:
        for name, trials, size, with_photo in (
            ("a", 3000, 40_000, False),
            ("b", 1500, 400_000, True),
            ("c", 500, 10**7, False),
        ):
            (tmp_path / name).mkdir()
            saves(tmp_path / name, share_of(trials), size, row, with_photo=with_photo)


def journals(trials: int, row: Tally) -> None:
    """Kill a process that writes change after change; every one that was told of is there."""
    rng = random.Random(2)
    for trial in range(trials):
        journal = Journal(f"document{trial}", None)

        def work(number: int, journal: Journal = journal) -> None:
            note = Note(id=Id(f"n{number}"), text="x" * 700)
            journal.append("Note", Change({note.id: (None, note)}))

        begun, done = killed(work, rng.uniform(0, 0.008))
        row.trials, row.struck = row.trials + 1, (row.struck or 0) + (begun > done)
        found = [offer for offer in recovery.journals() if offer.document == f"document{trial}"]
        changes = found[0].changes if found else 0
        if not done <= changes <= begun:
            row.losses.append(f"{done} changes were acknowledged, {changes} are kept")
        if found:
            if set(found[0].recover().notes) != {f"n{number}" for number in range(1, changes + 1)}:
                row.losses.append("what came back is not what was made")
            found[0].discard()


def test_a_hundred_kills_lose_no_change() -> None:
    with tally("kill -9 while editing") as row:
        journals(100, row)
        assert row.struck


@pytest.mark.soak
def test_five_thousand_kills_lose_no_change() -> None:
    with tally("kill -9 while editing") as row:
        journals(share_of(5000), row)
