"""From just before the process is started to the first painted frame, beside a bare Qt window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.measure import Measured
from benchmarks.spawn import ask

MOST = 1.6


def measure(_sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """One line; the note names heavy modules that were loaded too early."""
    taken: dict[str, list[float]] = {"bare": [], "window": []}
    heavy: list[str] = []
    for turn in range(rounds + 1):
        for probe, series in taken.items():
            answer = ask(probe)
            if turn:
                series.append((answer["painted"] - answer["began"]) * 1000)
            if probe == "window":
                heavy = answer["heavy"]
    ours, bare = median(taken["window"]), median(taken["bare"])
    yield Measured(
        "start-up to first frame (wall)", 0, ours, "bare Qt window", bare,
        f"<= {MOST} x, no heavy modules", ours <= MOST * bare and not heavy,
        note="heavy: " + (", ".join(heavy) or "none"),
    )  # fmt: skip
