"""Edits while the worker examines and draws: how long each takes on the wall, from the key to the paint."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer

from benchmarks import edits, screen
from benchmarks.maps import synthetic
from benchmarks.measure import Measured, percentile
from journeymap.ui.window import MainWindow

MOST = 16.0
"""Milliseconds on the wall that 95 of 100 edits may take while the worker is busy: one frame."""
BURST, EVERY = 30, 100
"""Edits of a burst, and the milliseconds from one to the next."""
KINDS = ("a step to another lane", "how it feels", "retitle")


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """One line a size: thirty edits in three seconds, beside the same edits of a window at rest."""
    screen.application()
    for steps in sizes:
        window = edits.open_window(synthetic(steps))
        edits.settle(window)
        alone = [_rested(window, place) for place in range(6)]
        busy = _burst(window)
        edits.settle(window)
        edits.close(window)
        high = percentile(busy, 0.95)
        yield Measured(
            "30 edits in 3 s: on the wall", steps, median(busy), "window at rest", median(alone),
            f"p95 <= {MOST:.0f} ms", high <= MOST, note=f"p95 {high:.1f}, worst {max(busy):.1f} ms",
        )  # fmt: skip


def _rested(window: MainWindow, place: int) -> float:
    edits.settle(window)
    return _taken(window, place)


def _taken(window: MainWindow, place: int) -> float:
    """Milliseconds on the wall of one edit, painted."""
    begun = time.perf_counter()
    edits.KINDS[KINDS[place % len(KINDS)]].edit(window)
    screen.application().processEvents()
    return (time.perf_counter() - begun) * 1000


def _burst(window: MainWindow) -> list[float]:
    """The edits come by a timer of the window's own loop, as keys do."""
    taken: list[float] = []
    loop = QEventLoop()
    timer = QTimer(interval=EVERY)

    def edit() -> None:
        taken.append(_taken(window, len(taken)))
        if len(taken) == BURST:
            timer.stop()
            loop.quit()

    timer.timeout.connect(edit)
    timer.start()
    loop.exec()
    return taken
