"""Hears the signals by which a system asks a program to go, while Qt runs its own loop."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from journeymap.ui.window import MainWindow

LEAVING = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


class Ears(QObject):
    """A pair of sockets: Python writes a signal's number into one of them, and Qt's loop wakes up by that.

    They live as long as the window: nobody else holds them.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._here, self._there = socket.socketpair()
        self._there.setblocking(False)
        self._before = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def _heard(self) -> None:
        self._here.recv(64)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        self._here.close()
        self._there.close()


def hear_signals(window: MainWindow) -> Ears:
    """Kill and hang-up: the journal is flushed at every change, so leaving at once loses nothing."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        window.put_away()
        QApplication.exit(0)

    for name in LEAVING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
    return Ears(window)
