"""The window's heartbeat: the longest gap of a 10 ms timer while the worker examines, and after."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from benchmarks import screen
from benchmarks.edits import another_title, close, rest
from benchmarks.maps import synthetic
from benchmarks.measure import Measured
from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.ui.filing import Filing
from journeymap.ui.look import Look
from journeymap.ui.window import MainWindow

MOST = 50.0
"""Milliseconds that no gap may reach (DESIGN, one edit end to end)."""
IDLE = 500
PATIENCE = 120_000


class Gap(NamedTuple):
    """The time between two beats in milliseconds, and how much of it the window's thread worked."""

    wall: float
    own: float


class Heart(QObject):
    """Beats every 10 ms and keeps the longest time between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = Gap(0.0, 0.0)
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self, interval=10, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        """One beat; also called where a stretch ends, so that the last gap counts."""
        now = (time.perf_counter(), time.thread_time())
        gap = Gap((now[0] - self._last[0]) * 1000, (now[1] - self._last[1]) * 1000)
        self.longest = Gap(max(self.longest.wall, gap.wall), max(self.longest.own, gap.own))
        self._last = now

    def begin(self) -> None:
        """Forget what was: a new stretch begins."""
        self.longest, self._last = Gap(0.0, 0.0), (time.perf_counter(), time.thread_time())

    def end(self) -> Gap:
        """The longest gap of the stretch that ends now."""
        self.beat()
        return self.longest


class Watch(QObject):
    """Hears of an answer before the window takes it in, and lets a loop go when that is done."""

    def __init__(self, window: MainWindow, heart: Heart) -> None:
        super().__init__()
        self.heart = heart
        self.until_answer = Gap(0.0, 0.0)
        self._loop = QEventLoop(self)
        window.work.examined.connect(self._heard)

    def _heard(self) -> None:
        self.until_answer = self.heart.end()
        self.heart.begin()
        QTimer.singleShot(100, self._loop, self._loop.quit)

    def wait(self) -> tuple[Gap, Gap]:
        """The longest gaps until the answer comes, and while the window takes it in."""
        self.until_answer = Gap(0.0, 0.0)
        self.heart.begin()
        end = QTimer(self, singleShot=True, interval=PATIENCE)
        end.timeout.connect(self._loop.quit)
        end.start()
        self._loop.exec()
        end.stop()
        return self.until_answer, self.heart.end()


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size."""
    for steps in sizes:
        yield from _gaps(steps, min(3, rounds))


def _gaps(steps: int, rounds: int) -> Iterator[Measured]:
    window, watch = open_window(synthetic(steps))
    gaps: list[tuple[Gap, Gap]] = []
    for _ in range(rounds):
        verbs.rename(window.work.document, Id("step1"), another_title(window.work.document.journey))
        window.repaint()
        gaps.append(watch.wait())
    watch.heart.begin()
    rest(IDLE)
    idle = watch.heart.end()
    close(window)
    for place, what in enumerate(("heartbeat while examining (gap)", "heartbeat, answer shown (gap)")):
        worst = max(pair[place].wall for pair in gaps)
        own = max(pair[place].own for pair in gaps)
        yield Measured(
            what, steps, worst, "window at rest", idle.wall, "<= 50 ms", worst <= MOST,
            note=f"at most {own:.0f} ms own work at a stretch",
        )  # fmt: skip


def open_window(journey: Journey) -> tuple[MainWindow, Watch]:
    """The editor with the journey, examined and painted."""
    screen.application()
    window = MainWindow("en", Look())
    watch = Watch(window, Heart())
    window.resize(*screen.SIZE)
    window.show()
    window.work.open(journey, Filing(journey, None, None))
    watch.wait()
    return window, watch
