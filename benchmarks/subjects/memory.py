"""What a map on the screen takes of memory, beside an item a step; each in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.measure import Measured
from benchmarks.spawn import ask


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """One line a size; what the picture itself takes is in the note, the items have none."""
    for steps in sizes:
        turns = [(ask("map", str(steps)), ask("items", str(steps))) for _ in range(min(3, rounds))]
        ours = median(mine["canvas"] for mine, _ in turns)
        theirs = median(naive["canvas"] for _, naive in turns)
        picture = median(mine["picture"] for mine, _ in turns)
        yield Measured(
            "memory of the canvas", steps, ours, "an item a step", theirs,
            "<= 0.2 x", ours <= 0.2 * theirs, unit="MB", note=f"picture {picture:.1f} MB",
        )  # fmt: skip
