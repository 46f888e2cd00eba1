"""What a map on the screen takes of memory, beside an item a step; each in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from benchmarks.measure import Measured
from benchmarks.spawn import ask

LARGE = 20_000
"""Steps of the map for which PERFORMANCE 7 compares; of smaller ones most is the window's own px."""


class Taken(NamedTuple):
    """Megabytes for a map of so many steps: our canvas, an item a step, and the picture alone."""

    steps: int
    ours: float
    items: float
    picture: float


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """One line a size and one for every two that follow; what the picture itself takes is in the note."""
    taken = [_taken(steps, min(3, rounds)) for steps in sizes]
    for one in taken:
        yield Measured(
            "memory of the canvas", one.steps, one.ours, "an item a step", one.items, "<= 0.2 x at 20 000",
            one.ours <= 0.2 * one.items if one.steps >= LARGE else None,
            unit="MB", note=f"picture {one.picture:.1f} MB",
        )  # fmt: skip
    for less, more in pairwise(taken):
        steps = (more.steps - less.steps) / 1000
        ours, items = (more.ours - less.ours) / steps, (more.items - less.items) / steps
        yield Measured(
            "memory of a step more", more.steps, ours, "an item a step", items, "<= 2 kB a step",
            ours <= 2, unit="kB", note=f"from {less.steps} on",
        )  # fmt: skip


def _taken(steps: int, rounds: int) -> Taken:
    turns = [(ask("map", str(steps)), ask("items", str(steps))) for _ in range(rounds)]
    ours, items = median(mine["canvas"] for mine, _ in turns), median(naive["canvas"] for _, naive in turns)
    return Taken(steps, ours, items, median(mine["picture"] for mine, _ in turns))
