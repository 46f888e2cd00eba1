"""Saving beside the work: a slow disk holds nobody up, what is typed meanwhile is kept, failures are told."""

from __future__ import annotations

import itertools
import os
import shutil
import time
from collections.abc import Callable
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

SLOW = 0.6
"""Seconds."""


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
def slow_disk(monkeypatch: pytest.MonkeyPatch, hotel: Path) -> None:
    write = disk.write_synced

    def slowly(temporary: Path, data: bytes, like: Any, **more: Any) -> None:
        if temporary.parent == hotel.parent:
            time.sleep(SLOW)
        write(temporary, data, like, **more)

    monkeypatch.setattr(disk, "write_synced", slowly)


def save(window: MainWindow) -> None:
    assert window._page is not None and window._page.menus is not None
    window._page.menus.do("save")


def state(window: MainWindow) -> str:
    assert window._page is not None and window._page.bar is not None
    return window._page.bar.state_words()


def kept_titles() -> list[str]:
    """What the journals on the disk would give back."""
    return [str(offer.recover().head.title) for offer in recovery.journals() if offer.changes]


def test_a_slow_disk_holds_nobody_up(window: MainWindow, hotel: Path, slow_disk: None, qtbot: QtBot) -> None:
    began = time.monotonic()
    save(window)
    assert time.monotonic() - began < SLOW / 2
    assert state(window) == "Saving…"
    rename(window, "Second")
    assert kept_titles() == ["Second"]
    qtbot.waitUntil(lambda: window.work.saving is None)
    assert title_in(hotel) == "First"
    assert window.work.needs_saving and state(window) == "Not saved yet"
    assert kept_titles() == ["Second"], "only what the file does not say yet"
    window.work.document.undo()
    assert not window.work.needs_saving and state(window).startswith("Saved")


def test_the_window_lives_while_it_waits(window: MainWindow, hotel: Path, slow_disk: None) -> None:
    beats = [time.monotonic()]
    timer = QTimer(window, interval=10)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    window.work.save()
    timer.stop()
    gaps = [later - sooner for sooner, later in itertools.pairwise(beats)]
    assert len(beats) > 10 and max(gaps) < SLOW / 2


def test_a_second_save_follows_the_first(
    window: MainWindow, hotel: Path, slow_disk: None, qtbot: QtBot
) -> None:
    save(window)
    rename(window, "Second")
    save(window)
    qtbot.waitUntil(lambda: window.work.saving is None and not window.work.needs_saving)
    assert title_in(hotel) == "Second"
    assert kept_titles() == []


def test_a_save_that_fails_late_is_told_and_nothing_is_lost(
    window: MainWindow, hotel: Path, slow_disk: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "replace", _full)
    save(window)
    qtbot.waitUntil(lambda: window.work.saving is None)
    assert state(window) == "Cannot save: see why"
    assert window._page is not None and not window._page.parts.pane.news.isHidden()
    assert window.work.needs_saving and kept_titles() == ["First"]
    assert title_in(hotel) == "Hotellerbjudandet"


def _full(*_: object) -> None:
    raise OSError(28, os.strerror(28))


def test_leaving_waits_for_the_save(
    window: MainWindow, hotel: Path, slow_disk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "unsaved", lambda *_: "save")
    assert window._page is not None and window._page.menus is not None
    window._page.menus.do("new")
    assert not window.work.is_open
    assert title_in(hotel) == "First"


def test_somebody_who_will_not_wait_stays_in_the_map(
    window: MainWindow, hotel: Path, slow_disk: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(questions, "unsaved", lambda *_: "save")

    def stop() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Busy):
            dialog.stop.click()

    timer = QTimer(window, interval=20)
    timer.timeout.connect(stop)
    timer.start()
    monkeypatch.setitem(globals(), "SLOW", 2.0)
    assert not window.close()
    timer.stop()
    assert window.work.is_open
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
