"""One piece of work after the other in a thread of its own; how far it is, and how to break it off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from journeymap.exchange.tables.book import Heed, Stopped
from journeymap.ui.background import Work

OFTEN = 100
"""Milliseconds between two looks at how far the work is."""


class Jobs(QObject):
    """`do` begins; what was asked for last is what counts: an older answer is void.

    `done` carries the answer, `failed` the exception, `came_far` the share done, 0 to 1.
    """

    done = Signal(object)
    failed = Signal(object)
    came_far = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work[Any] | None = None
        self._stop: list[bool] = [False]
        self._share = 0.0
        self._clock = QTimer(self, interval=OFTEN)
        self._clock.timeout.connect(lambda: self.came_far.emit(self._share))

    @property
    def runs(self) -> bool:
        """Whether an answer is still awaited."""
        return self._work is not None

    def do(self, job: Callable[[Heed], object]) -> None:
        """Begin a job, breaking off the one under way; the job calls its argument now and then."""
        self.stop()
        stop = self._stop = [False]
        self._share = 0.0

        def heed(share: float) -> None:
            if stop[0]:
                raise Stopped
            self._share = share

        self._work = Work(lambda: job(heed))
        self._work.bell.rung.connect(self._over)
        self._clock.start()
        if self._work.is_over:  # it rang before anybody listened
            QTimer.singleShot(0, self, self._over)

    def stop(self) -> None:
        """Break off what is under way; nothing is told of it any more."""
        self._stop[0] = True
        if self._work is not None:
            self._work.bell.rung.disconnect(self._over)
        self._work = None
        self._clock.stop()

    def _over(self) -> None:
        work = self._work
        if work is None or not work.is_over:
            return
        self.stop()
        try:
            answer = work.answer()
        except Stopped:
            return
        except Exception as failure:
            self.failed.emit(failure)
        else:
            self.done.emit(answer)
