"""Work in a thread of its own, so that the window lives on while the disk takes its time."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

T = TypeVar("T")


class _Bell(QObject):
    """Rings in the window's thread although it is pulled in another one."""

    rung = Signal()


class Work(Generic[T]):
    """One piece of work, begun at once."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.bell = _Bell()
        self.is_over = False
        self._work = work
        self._answer: list[T] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="background work", daemon=True)
        self._thread.start()

    def answer(self) -> T:
        """What the work gave; raises what it raised. Only when it is over."""
        if self._error is not None:
            raise self._error
        return self._answer[0]

    def then(self, slot: Callable[[], object]) -> None:
        """Call the slot in the window's thread when the work is over; perhaps once more than once.

        It must be a method of a Qt object: a bare function would be called in the other thread.
        """
        self.bell.rung.connect(slot)
        if self.is_over:
            QTimer.singleShot(0, self.bell, self.bell.rung.emit)

    def wait(self, milliseconds: int | None = None) -> bool:
        """Let the window paint and count, but not listen, until the work is over; whether it is.

        None waits as long as it takes.
        """
        if milliseconds is not None:
            self._thread.join(min(milliseconds, IN_A_BLINK) / 1000)
        loop = QEventLoop()
        self.bell.rung.connect(loop.quit)
        if not self.is_over:
            if milliseconds is not None:
                QTimer.singleShot(milliseconds, loop, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self.is_over

    def _run(self) -> None:
        try:
            self._answer.append(self._work())
        except BaseException as error:
            self._error = error
        self.is_over = True
        with contextlib.suppress(RuntimeError):  # the window went away meanwhile
            self.bell.rung.emit()


IN_A_BLINK = 8
"""Milliseconds that may pass without a loop of events: less than one frame."""
