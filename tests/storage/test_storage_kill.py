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

from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Attachment, Head, Lane, Note
from journeymap.storage import files, recovery
from journeymap.storage.journal import Journal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SKIPPED HARNESS: kill −9 needs fork")

MOST = 40
PHOTO = bytes(range(256)) * 400
PHOTO_NAME = "0" * 64


def numbered(number: int, size: int, *, with_photo: bool) -> Journey:
    lane = Lane(id=Id("c"), name="x" * size, kind="customer")
    photo = [Attachment(id=Id("a"), sha256=PHOTO_NAME)] if with_photo else []
    return journey_of(lane, *photo, head=Head(title=str(number), document="document1"))


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


def saves(folder: Path, trials: int, size: int, *, with_photo: bool) -> int:
    """How many trials killed in the middle of a save; asserts that none lost anything."""
    rng = random.Random(1)
    attachments = {PHOTO_NAME: PHOTO} if with_photo else {}
    maps = [numbered(number, size, with_photo=with_photo) for number in range(MOST)]
    began = time.perf_counter()
    for number in range(5):
        files.save(maps[number], folder / "warm.journey", attachments=attachments)
    one = (time.perf_counter() - began) / 5
    in_the_middle = 0
    for trial in range(trials):
        place = folder / str(trial)
        place.mkdir()
        path = place / "karta.journey"
        files.save(maps[0], path, attachments=attachments)

        def work(number: int, path: Path = path) -> None:
            files.save(maps[number], path, attachments=attachments)

        begun, done = killed(work, rng.uniform(0, one * 6))
        loaded = files.load(path)
        assert int(loaded.journey.head.title or -1) in (done, begun)
        assert bool(loaded.attachments) == with_photo
        in_the_middle += begun > done
        files.save(maps[0], path, attachments=attachments)
        assert [each.name for each in place.iterdir()] == ["karta.journey"]
        shutil.rmtree(place)
    return in_the_middle


def test_two_hundred_kills_lose_no_save(tmp_path: Path) -> None:
    in_the_middle = saves(tmp_path, 120, 40_000, with_photo=False)
    (tmp_path / "zip").mkdir()
    in_the_middle += saves(tmp_path / "zip", 60, 10_000, with_photo=True)
    (tmp_path / "large").mkdir()
    in_the_middle += saves(tmp_path / "large", 20, 400_000, with_photo=False)
    assert in_the_middle > 20  # otherwise nothing was proved


@pytest.mark.soak
def test_five_thousand_kills_lose_no_save(tmp_path: Path) -> None:
    for name, trials, size, with_photo in (
        ("a", 3000, 40_000, False),
        ("b", 1500, 400_000, True),
        ("c", 500, 10**7, False),
    ):
        (tmp_path / name).mkdir()
        saves(tmp_path / name, trials, size, with_photo=with_photo)


def journals(trials: int) -> int:
    rng = random.Random(2)
    in_the_middle = 0
    for trial in range(trials):
        journal = Journal(f"document{trial}", None)

        def work(number: int, journal: Journal = journal) -> None:
            note = Note(id=Id(f"n{number}"), text="x" * 700)
            journal.append("Note", Change({note.id: (None, note)}))

        begun, done = killed(work, rng.uniform(0, 0.008))
        in_the_middle += begun > done
        found = [offer for offer in recovery.journals() if offer.document == f"document{trial}"]
        changes = found[0].changes if found else 0
        assert done <= changes <= begun
        if found:
            assert set(found[0].recover().notes) == {f"n{number}" for number in range(1, changes + 1)}
            found[0].discard()
    return in_the_middle


def test_a_hundred_kills_lose_no_change() -> None:
    assert journals(100) > 0


@pytest.mark.soak
def test_five_thousand_kills_lose_no_change() -> None:
    journals(5000)
