"""Saving beside the work: a slow disk holds nobody up, what is typed meanwhile is kept, failures are told."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.edit import verbs
from journeymap.model.ids import HEAD
from journeymap.resources import samples
from journeymap.storage import disk, files, recovery
from journeymap.storage.errors import StorageError
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.busy import Busy
from journeymap.ui.window import MainWindow

PATIENCE = 30.0
"""Seconds after which a disk that nobody lets go writes all the same."""


class SlowDisk:
    """A disk that writes only when it is let: no clock says what is slow."""

    def __init__(self) -> None:
        self._gate = threading.Event()

    def let_go(self) -> None:
        """From now on it writes at once."""
        self._gate.set()

    def wait(self) -> None:
        """What every write does first."""
        self._gate.wait(PATIENCE)

    @property
    def holds(self) -> bool:
        """Whether a write would wait."""
        return not self._gate.is_set()


@pytest.fixture
def hotel(window: MainWindow, tmp_path: Path) -> Path:
    """An open map with one change in it."""
    path = Path(shutil.copy(samples() / "hotel.journey", tmp_path / "hotel.journey"))
    assert window.open_path(path)
    rename(window, "First")
    return path


def rename(window: MainWindow, title: str) -> None:
    verbs.set_field(window.work.document, HEAD, title=title)


def title_in(path: Path) -> str | None:
    return files.load(path).journey.head.title


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch, hotel: Path) -> Iterator[SlowDisk]:
    found = SlowDisk()
    write = disk.write_synced

    def slowly(temporary: Path, data: bytes, like: Any, **more: Any) -> None:
        if temporary.parent == hotel.parent:
            found.wait()
        write(temporary, data, like, **more)

    monkeypatch.setattr(disk, "write_synced", slowly)
    yield found
    found.let_go()


def save(window: MainWindow) -> None:
    assert window._page is not None and window._page.menus is not None
    window._page.menus.do("save")


def state(window: MainWindow) -> str:
    assert window._page is not None and window._page.bar is not None
    return window._page.bar.state_words()


def kept_titles() -> list[str]:
    """What the journals on the disk would give back."""
    return [str(offer.recover().head.title) for offer in recovery.journals() if offer.changes]


def test_a_slow_disk_holds_nobody_up(
    window: MainWindow, hotel: Path, slow_disk: SlowDisk, qtbot: QtBot
) -> None:
    save(window)
    assert slow_disk.holds and state(window) == "Saving…"
    rename(window, "Second")
    assert kept_titles() == ["Second"]
    slow_disk.let_go()
    qtbot.waitUntil(lambda: window.work.saving is None)
    assert title_in(hotel) == "First"
    assert window.work.needs_saving and state(window) == "Not saved yet"
    assert kept_titles() == ["Second"], "only what the file does not say yet"
    window.work.document.undo()
    assert not window.work.needs_saving and state(window).startswith("Saved")


def test_the_window_lives_while_it_waits(window: MainWindow, hotel: Path, slow_disk: SlowDisk) -> None:
    beats = 0

    def beat() -> None:
        nonlocal beats
        beats += 1
        if beats == 20:
            slow_disk.let_go()

    timer = QTimer(window, interval=10)
    timer.timeout.connect(beat)
    timer.start()
    window.work.save()
    timer.stop()
    assert beats >= 20
    assert title_in(hotel) == "First"


def test_a_second_save_follows_the_first(
    window: MainWindow, hotel: Path, slow_disk: SlowDisk, qtbot: QtBot
) -> None:
    save(window)
    rename(window, "Second")
    save(window)
    slow_disk.let_go()
    qtbot.waitUntil(lambda: window.work.saving is None and not window.work.needs_saving)
    assert title_in(hotel) == "Second"
    assert kept_titles() == []


def test_a_save_that_fails_late_is_told_and_nothing_is_lost(
    window: MainWindow, hotel: Path, slow_disk: SlowDisk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "replace", _full)
    save(window)
    slow_disk.let_go()
    qtbot.waitUntil(lambda: window.work.saving is None)
    assert state(window) == "Cannot save: see why"
    assert window._page is not None and not window._page.parts.pane.news.isHidden()
    assert window.work.needs_saving and kept_titles() == ["First"]
    assert title_in(hotel) == "Hotellerbjudandet"


def _full(*_: object) -> None:
    raise OSError(28, os.strerror(28))


def test_leaving_waits_for_the_save(
    window: MainWindow, hotel: Path, slow_disk: SlowDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "unsaved", lambda *_: "save")
    assert window._page is not None and window._page.menus is not None
    QTimer.singleShot(50, window, slow_disk.let_go)
    window._page.menus.do("new")
    assert not window.work.is_open
    assert title_in(hotel) == "First"


def test_somebody_who_will_not_wait_stays_in_the_map(
    window: MainWindow, hotel: Path, slow_disk: SlowDisk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(questions, "unsaved", lambda *_: "save")

    def stop() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Busy):
            dialog.stop.click()

    timer = QTimer(window, interval=20)
    timer.timeout.connect(stop)
    timer.start()
    assert not window.close()
    timer.stop()
    assert window.work.is_open
    slow_disk.let_go()
    qtbot.waitUntil(lambda: window.work.saving is None)
    assert not window.work.needs_saving


def test_what_is_odd_about_a_save_is_said(
    window: MainWindow, hotel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "sync_folder", lambda _: False)
    save(window)
    assert window._page is not None
    assert "power cut" in window._page.parts.pane.news._words.text()


@pytest.mark.parametrize("kind", ["share_gone", "disk_full", "no_replace"])
def test_each_failure_offers_a_copy_somewhere_else(
    window: MainWindow, hotel: Path, kind: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []

    def trouble(_look: object, _t: object, sentence: str, *_: object, **more: Callable[[], None]) -> str:
        assert more["copy"]
        told.append(sentence)
        return "close"

    def fail(*_: object, **__: object) -> None:
        raise StorageError(kind, file="hotel.journey", folder="maps", n=3, reason="")

    monkeypatch.setattr(questions, "trouble", trouble)
    monkeypatch.setattr(files, "save", fail)
    save(window)
    assert len(told) == 1 and "still here" in told[0]
    assert state(window) == "Cannot save: see why"
