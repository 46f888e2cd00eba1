"""The real program at work, ended in every way a program ends: every change that was told of comes back."""

from __future__ import annotations

import gc
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from tally import SKIPPED, Tally, share_of, tally

from journeymap.app import editor
from journeymap.app.ears import hear_signals
from journeymap.edit import verbs
from journeymap.model.ids import HEAD
from journeymap.model.journey import Journey
from journeymap.resources import root, samples
from journeymap.storage import files
from journeymap.storage.journal import Journal, offers
from journeymap.ui.window import MainWindow

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason=f"{SKIPPED}signals are not Windows' way")

ENDS = ("SIGKILL", "SIGSEGV", "SIGABRT", "SIGTERM", "SIGHUP", "SIGINT")
GENTLE = ("SIGTERM", "SIGHUP", "SIGINT")


PROGRAM = (sys.executable, str(Path(__file__).with_name("busy_editor.py")))


def environment(folder: Path) -> dict[str, str]:
    home = {"JOURNEYMAP_HOME": str(folder / "home"), "PYTHONPATH": str(root())}
    return {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}


def ended(folder: Path, end: str, seconds: float) -> tuple[int, int, int]:
    """Lets the editor work for so long and ends it; changes begun and done, and its exit status."""
    path = Path(shutil.copy(samples() / "hotel.journey", folder / "hotel.journey"))
    with (folder / "errors").open("wb") as errors:
        child = subprocess.Popen(
            [*PROGRAM, str(path)], env=environment(folder), stdout=subprocess.PIPE, stderr=errors
        )
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(seconds)
        child.send_signal(getattr(signal, end))
        told = (first + child.stdout.read()).split(b"\n")
        status = child.wait(30)
        child.stdout.close()
    begun = [int(line[1:]) for line in told if line[:1] == b"("]
    done = [int(line[1:]) for line in told if line[:1] == b")"]
    return max(begun, default=0), max(done, default=0), status


def what_comes_back(folder: Path) -> Journey:
    """The map as the next start offers it: rescued, or as it was saved last."""
    found = offers(folder / "home" / "state" / "journals")
    assert len(found) <= 1
    return found[0].recover() if found else files.load(folder / "hotel.journey").journey


def try_to_lose(folder: Path, end: str, seconds: float, row: Tally) -> None:
    folder.mkdir()
    begun, done, status = ended(folder, end, seconds)
    row.trials, row.struck = row.trials + 1, (row.struck or 0) + (begun > done)
    expected = 0 if end in GENTLE else -getattr(signal, end)
    said = (folder / "errors").read_text("utf-8", "replace")[-300:]
    if status != expected or (end in GENTLE and said):
        row.losses.append(f"{end}: exit status {status}: {said}")
    log = folder / "home" / "log" / "journeymap.log"
    if end in GENTLE and log.is_file() and "ERROR" in (written := log.read_text("utf-8", "replace")):
        row.losses.append(f"{end}: {written[-300:]}")
    files.load(folder / "hotel.journey")
    journey = what_comes_back(folder)
    number = int(journey.head.title or 0) if (journey.head.title or "0").isdigit() else 0
    if not done <= number <= begun:
        row.losses.append(f"{end}: {done} changes were made, {number} came back")
    added = sum(step.title.startswith("Step ") for step in journey.steps.values())
    if added != number // 7:
        row.losses.append(f"{end}: {number // 7} steps were added, {added} came back")
    if end == "SIGSEGV" and b"Segmentation" not in (folder / "home" / "log" / "crash.log").read_bytes():
        row.losses.append("the crash was not written down")
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JOURNEYMAP_HOME", str(tmp_path / "home"))


def test_however_the_program_ends_every_change_comes_back(tmp_path: Path) -> None:
    chance = random.Random(3)
    with tally("the real program, ended in six ways") as row:
        for end in ENDS:
            try_to_lose(tmp_path / end, end, chance.uniform(0.2, 1.0), row)


def test_a_program_that_is_quit_with_something_copied_ends_well(tmp_path: Path) -> None:
    path = shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey")
    done = subprocess.run(
        [*PROGRAM, str(path), "copy"], env=environment(tmp_path), capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.soak
def test_two_hundred_ends_lose_nothing(tmp_path: Path) -> None:
    chance = random.Random()
    with tally("the real program, ended in six ways") as row:
        for trial in range(share_of(200, len(ENDS))):
            end = "SIGKILL" if trial % 2 else ENDS[trial // 2 % len(ENDS)]
            try_to_lose(tmp_path / str(trial), end, chance.uniform(0, 2.5), row)


class Session(QObject):
    """Says what the system's session says; Qt's own signal cannot be given off without one."""

    commitDataRequest = Signal(object)  # noqa: N815 - Qt's name


def test_a_log_off_puts_every_change_on_the_disk_and_asks_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session()
    synced: list[int] = []
    monkeypatch.setattr(Journal, "sync", lambda journal: synced.append(journal.changes))
    window.open_path(Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey")))
    verbs.set_field(window.work.document, HEAD, title="Mine")
    editor.hear_log_off(session, window)  # type: ignore[arg-type]
    session.commitDataRequest.emit(None)
    assert synced == [1]
    assert window.work.needs_saving and QApplication.activeModalWidget() is None


def test_the_ears_live_as_long_as_their_window() -> None:
    """Nobody holds them but the window; closed by the collector, they could not be written to."""
    before = {name: signal.getsignal(getattr(signal, name)) for name in GENTLE}
    window = MainWindow("en")
    try:
        ears = weakref.ref(hear_signals(window))
        gc.collect()
        kept = ears()
        assert kept is not None
        kept.close()
    finally:
        window.close()
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
