"""Work on the window's own thread in slices of a blink, so that keys and painting come in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

BLINK = 0.002
"""Seconds that one slice takes; a frame has 0.016."""
PRESSED = 100
"""Milliseconds until the next look while it must wait."""


class Slices(QObject):
    """Goes through a work that pauses at every `yield`; a new one takes the place of one under way.

    `of` tells what the work is about: where that is another thing by the next slice, the work is begun
    anew, so that it never mixes two states. `waits` says that this is no moment to go on.
    """

    def __init__(
        self,
        work: Callable[[], Iterator[None]],
        of: Callable[[], tuple[object, ...]],
        waits: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._of, self._waits = work, of, waits
        self._under_way: Iterator[None] | None = None
        self._about: tuple[object, ...] = ()
        self._begun = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_over(self) -> bool:
        """Whether it has been done to its end, or left off."""
        return self._begun and self._under_way is None

    def begin(self) -> None:
        """Do it from now on, a slice at a time."""
        self._begun = True
        self._under_way, self._about = self._work(), self._of()
        self._go_on()

    def stop(self) -> None:
        """Leave off; what is not done yet stays undone."""
        self._timer.stop()
        self._under_way = None

    def _go_on(self) -> None:
        if self._waits():
            self._timer.start(PRESSED)
            return
        if any(one is not other for one, other in zip(self._about, self._of(), strict=True)):
            self._under_way, self._about = self._work(), self._of()
        if self._under_way is not None and not self._is_over(self._under_way):
            self._timer.start(0)

    def _is_over(self, work: Iterator[None]) -> bool:
        """Whether it came to its end within a blink."""
        end = perf_counter() + BLINK
        over = True
        try:
            for _ in work:
                if perf_counter() >= end:
                    over = False
                    break
        finally:  # work that fails is over too
            if over:
                self._under_way = None
        return over
