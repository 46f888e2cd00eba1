"""After a zoom the map is painted sharp in slices, between keys, wheels and frames."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from journeymap.canvas.backing import Backing

SLICE = 0.008
"""Seconds that one slice takes; a frame has 0.016."""


class Sharpening(QObject):
    """Goes on with what a frame left to be painted, and lets it be shown when all of it is done."""

    def __init__(self, backing: Backing, show: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._backing, self._show = backing, show
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)
        backing.unfinished = self._timer.start

    def _go_on(self) -> None:
        try:
            self._backing.go_on(perf_counter() + SLICE)
        finally:
            if self._backing.is_sharp:
                self._show()
            else:
                self._timer.start()
