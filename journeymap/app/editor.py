"""Opens the window: fonts, look, log, and the map named on the command line."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

import journeymap
import journeymap.app.quiet  # first: what is loaded after it is loaded quicker
from journeymap.storage.places import log_folder
from journeymap.ui import fonts, placing
from journeymap.ui.errors import Failures
from journeymap.ui.painted import once_painted
from journeymap.ui.window import MainWindow

LEAVING = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""Signals by which a system asks a program to go."""


def run(arguments: Sequence[str]) -> int:
    """The program from first window to last; the exit status."""
    app = QApplication([sys.argv[0] if sys.argv else "journeymap"])
    app.setApplicationName("journeymap")
    app.setApplicationVersion(journeymap.__version__)
    app.setDesktopFileName("journeymap")
    fonts.register()
    failures = Failures(log_folder())
    failures.listen()
    files = [Path(word).absolute() for word in arguments if not word.startswith("-")]
    window = MainWindow(wanted=files[0] if files else None)
    failures.tell_with(lambda path: _tell(window, path), window.say_refusal)
    once_painted(window, _sweep)
    placing.put_back(window)
    window.show()
    ears = _hear_signals(window)
    hear_log_off(app, window)
    status = app.exec()
    placing.keep(window)
    _empty_hands(app)
    failures.tell_with(None)
    ears.close()
    failures.close()
    return status


def _tell(window: MainWindow, log: str) -> None:
    """The program failed: said with what is loaded only then."""
    from journeymap.ui.failing import tell

    tell(window, log)


def _sweep() -> None:
    """What killed runs left behind goes, once there is a window."""
    from journeymap.storage import temporary

    temporary.sweep()


def _empty_hands(app: QApplication) -> None:
    """Without a screen nobody pastes what was copied any more."""
    # WORKAROUND Qt 6.11: the offscreen platform's clipboard, if it holds anything, falls at the very end
    if app.platformName() == "offscreen":
        app.clipboard().clear()


class Ears:
    """Hears SIGTERM and SIGINT while Qt runs its own loop, by a pair of sockets."""

    def __init__(self, window: MainWindow) -> None:
        self._here, self._there = socket.socketpair()
        self._there.setblocking(False)
        self._before = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, window)
        self._notifier.activated.connect(self._heard)

    def _heard(self) -> None:
        self._here.recv(64)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        self._here.close()
        self._there.close()


def _hear_signals(window: MainWindow) -> Ears:
    """Kill and hang-up: the journal is flushed at every change, so leaving at once loses nothing."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        window.put_away()
        QApplication.exit(0)

    for name in LEAVING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
    return Ears(window)


def hear_log_off(app: QApplication, window: MainWindow) -> None:
    """A log-off is never held up by a question: what is not saved is in the journal and is offered again."""
    app.commitDataRequest.connect(lambda _manager: window.secure())
