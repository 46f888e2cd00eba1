"""Who goes first: while the window follows an edit or a key, work beside it stands still for a moment."""

from __future__ import annotations

import sys
import threading
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

HAND_OVER = 0.001
"""Seconds until a thread that computes lets another one have its turn; Python's own 0.005 is a third of a
frame, and an edit asks for its turn dozens of times."""
LONGEST = 0.05
"""Seconds that work beside the window stands still at most, however long the window takes."""


class Pace(QObject):
    """`hold` belongs to the window's thread, `pause` to the others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(HAND_OVER)
        self._free = threading.Event()
        self._free.set()
        self._until = 0.0
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._free.set)

    def hold(self) -> None:
        """The window has something to do and to paint: until that is done it goes first."""
        self._until = perf_counter() + LONGEST
        self._free.clear()
        self._painted.start()

    def pause(self) -> None:
        """Wait while the window goes first."""
        if not self._free.is_set():
            self._free.wait(max(0.0, self._until - perf_counter()))
