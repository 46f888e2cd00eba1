"""A fault of the program's own: written down, said once and calmly, with a copy, the log, and going on."""

from __future__ import annotations

import errno
import logging
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from journeymap.canvas import guard
from journeymap.edit import verbs
from journeymap.model.ids import HEAD
from journeymap.resources import samples
from journeymap.storage import files
from journeymap.storage.errors import StorageError
from journeymap.ui import errors, failing
from journeymap.ui.dialogs.failed import Failed
from journeymap.ui.errors import Failures
from journeymap.ui.window import MainWindow


@pytest.fixture
def failures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Failures]:
    """As the program has them, but not in pytest's way afterwards."""
    before = sys.excepthook, threading.excepthook
    made = Failures(tmp_path / "log")
    made.listen()
    yield made
    made.close()
    sys.excepthook, threading.excepthook = before


Answer = Callable[[str], list[Failed]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers the dialogue with a word; the dialogues that were shown."""

    def with_this(word: str) -> list[Failed]:
        shown: list[Failed] = []
        monkeypatch.setattr(Failed, "ask", lambda dialog: shown.append(dialog) or word)
        return shown

    return with_this


def fail() -> None:
    list[int]()[1]


def raised() -> Exception:
    try:
        fail()
    except IndexError as error:
        return error
    raise AssertionError


def test_a_fault_is_written_down_with_its_trace_and_told_once(
    window: MainWindow, failures: Failures, answer: Answer, qtbot: QtBot, qtlog: object
) -> None:
    shown = answer("on")
    failures.tell_with(lambda path: failing.tell(window, path))
    for _ in range(3):
        guard.report(raised())
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "IndexError" in failures.path.read_text() and "in fail" in failures.path.read_text()
    assert "You can go on" in shown[0].said
    assert str(failures.path) in shown[0].written
    assert "copy" not in shown[0].buttons, "no map is open"


def test_nothing_is_said_over_what_is_being_said(
    window: MainWindow, failures: Failures, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(errors, "PAUSE", -1.0)
    failures.tell_with(lambda path: failing.tell(window, path))
    seen: list[int] = []

    def look() -> None:
        guard.report(raised())
        QTimer.singleShot(100, window, close)

    def close() -> None:
        asked = [one for one in window.findChildren(Failed) if one.isVisible()]
        seen.append(len(asked))
        for one in asked:
            one.buttons["on"].click()

    QTimer.singleShot(100, window, look)
    guard.report(raised())
    qtbot.waitUntil(lambda: seen == [1])
    assert QApplication.activeModalWidget() is None


def test_a_fault_in_another_thread_is_told_in_the_window(
    window: MainWindow, failures: Failures, answer: Answer, qtbot: QtBot
) -> None:
    shown = answer("on")
    failures.tell_with(lambda path: failing.tell(window, path))
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown) == 1)


def test_a_copy_is_saved_from_the_dialogue(
    window: MainWindow, tmp_path: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.open_path(samples() / "hotel.journey")
    verbs.set_field(window.work.document, HEAD, title="Mine")
    shown = answer("copy")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy.journey"), ""))
    failing.say(window, tmp_path / "journeymap.log")
    assert "Every change is in the recovery journal" in shown[0].said
    assert files.load(tmp_path / "copy.journey").journey.head.title == "Mine"


def test_it_does_not_call_safe_what_is_not(window: MainWindow, tmp_path: Path, answer: Answer) -> None:
    assert window.open_path(samples() / "hotel.journey")
    window.work.filing.unsafe = StorageError("journal_failed", reason="full")
    shown = answer("on")
    failing.say(window, tmp_path / "journeymap.log")
    assert "could not be put in safety" in shown[0].said
    assert shown[0].buttons["copy"].isDefault()


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_the_log_is_shown_in_the_dialogue(
    make_window: Callable[..., MainWindow], tmp_path: Path, language: str
) -> None:
    window = make_window(language)
    log = tmp_path / "journeymap.log"
    log.write_text("older\n" * 200_000 + "<b>the last line</b>\n", "utf-8")
    dialog = Failed(window.desk.look, window.desk.t, log, window, opened=True)
    assert dialog.log.isHidden()
    dialog.buttons["log"].click()
    assert not dialog.log.isHidden()
    assert dialog.log.toPlainText().endswith("<b>the last line</b>\n")
    assert len(dialog.log.toPlainText()) <= 100_000
    dialog.buttons["log"].click()
    assert dialog.log.isHidden()
    log.unlink()
    assert Failed(window.desk.look, window.desk.t, log, window).log.toPlainText() == ""
    dialog.deleteLater()


@pytest.mark.qt_log_ignore("a warning of Qt's")
def test_what_qt_says_stands_in_the_log(failures: Failures) -> None:
    qWarning("a warning of Qt's")
    assert "Qt: a warning of Qt's" in failures.path.read_text()


def test_the_logs_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "crash.log").write_bytes(b"x" * 600_000)
    made = Failures(tmp_path)
    handler = made._handler
    handler.setFormatter(logging.Formatter("%(message)s"))
    for number in range(40):
        handler.emit(logging.LogRecord("x", logging.ERROR, "", 0, f"{number}" + "y" * 60_000, (), None))
    made.close()
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert sizes.pop("crash.log.1") == 600_000 and sizes["crash.log"] == 0
    assert len(sizes) == 5 and all(size <= 500_000 for size in sizes.values())


def test_a_folder_that_takes_no_log_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("x")
    made = Failures(tmp_path / "in the way" / "log")
    made.listen()
    made.report(raised())
    written = made.path.read_text()
    made.close()
    shutil.rmtree(made.path.parent)
    assert "IndexError" in written


def test_a_disk_that_takes_no_log_at_all_does_not_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "mkdir", full)
    made = Failures(tmp_path / "log")
    made.listen()
    told: list[str] = []
    made.tell_with(told.append)
    made.report(raised())
    assert len(told) == 1
    made.close()
