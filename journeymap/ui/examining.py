"""The examination in a thread of its own: the newest journey's answer, older ones are void."""

from __future__ import annotations

import contextlib
import threading

from PySide6.QtCore import QObject, Signal

from journeymap.analysis.breath import CalledOffError, breathing
from journeymap.analysis.examine import LIVE_TRIALS, examine
from journeymap.model.journey import Journey
from journeymap.ui.clock import today
from journeymap.ui.pace import Pace


class Examining(QObject):
    """One worker that examines whatever was asked for last. `done(findings, journey)`.

    The signal crosses into the window's thread by itself, being sent from another one.
    """

    done = Signal(object, object)
    failed = Signal(object)

    def __init__(self, pace: Pace) -> None:
        super().__init__()
        self._pace = pace
        self._asked: Journey | None = None
        self._wake = threading.Condition()
        self._over = False
        self._thread = threading.Thread(target=self._work, name="examining", daemon=True)
        self._thread.start()

    def ask(self, journey: Journey) -> None:
        """Examine this journey next, instead of any that waits."""
        with self._wake:
            self._asked = journey
            self._wake.notify()

    def stop(self) -> None:
        """End the worker; waits for an examination that is under way. Nothing is told afterwards."""
        with self._wake:
            self._over = True
            self._wake.notify()
        self._thread.join(timeout=20)

    def _work(self) -> None:
        while (journey := self._next()) is not None:
            try:
                with breathing(self._breath):
                    found = examine(journey, trials=LIVE_TRIALS, today=today())
            except CalledOffError:
                continue
            except Exception as error:
                self._tell(self.failed, error)
            else:
                self._tell(self.done, found, journey)

    def _breath(self) -> None:
        """Let the window go first; leave off where another journey was asked about meanwhile."""
        self._pace.pause()
        if self._asked is not None or self._over:
            raise CalledOffError

    def _next(self) -> Journey | None:
        with self._wake:
            while self._asked is None and not self._over:
                self._wake.wait()
            asked, self._asked = self._asked, None
            return None if self._over else asked

    def _tell(self, signal: object, *values: object) -> None:
        if not self._over:
            with contextlib.suppress(RuntimeError):  # the window went away while this was worked out
                signal.emit(*values)  # type: ignore[attr-defined]
