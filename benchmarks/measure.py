"""Timing by interleaved rounds, and what a measurement says: ours beside a yardstick."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Literal

Clock = Callable[[], float]
Work = Callable[[], object]
Unit = Literal["ms", "MB", "kB", ""]


def cpu() -> float:
    """Seconds of processor time of this thread: steadier than the wall on a busy machine."""
    return time.thread_time()


def cpu_of_all() -> float:
    """Seconds of processor time of all threads: Qt lets others help where it scales an image."""
    return time.process_time()


def wall() -> float:
    """Seconds on the wall: what waiting for a disk costs."""
    return time.perf_counter()


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table. `demand` says what PERFORMANCE asks, `met` whether it is so."""

    what: str
    steps: int
    ours: float
    yardstick: str
    theirs: float
    demand: str
    met: bool | None
    unit: Unit = "ms"
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours by theirs; infinite beside nothing."""
        return self.ours / self.theirs if self.theirs else float("inf")


def rounds_for(steps: int, wanted: int) -> int:
    """Fewer rounds for large maps: 5 000 steps take their time."""
    return wanted if steps <= 300 else max(3, wanted // 2) if steps <= 2000 else max(2, wanted // 3)


def times(works: Mapping[str, Work], rounds: int, clock: Clock = cpu) -> Mapping[str, list[float]]:
    """Milliseconds of each work in every round; the works take turns, after one turn unmeasured."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            gc.collect()
            begun = clock()
            work()
            if turn:
                taken[name].append((clock() - begun) * 1000)
    return taken


def medians(works: Mapping[str, Work], rounds: int, clock: Clock = cpu) -> Mapping[str, float]:
    """The middle time of each work in milliseconds."""
    return {name: median(series) for name, series in times(works, rounds, clock).items()}


def percentile(series: list[float], share: float) -> float:
    """The value that `share` of the series do not exceed."""
    ordered = sorted(series)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
