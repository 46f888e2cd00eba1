"""How sure the order is: 10 000 trials and the live list's 1 000, beside the bare matrix product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.maps import synthetic
from benchmarks.measure import Measured, medians, rounds_for
from journeymap.analysis.examine import LIVE_TRIALS, REPORT_TRIALS
from journeymap.analysis.ranking import read_entries
from journeymap.analysis.survey import survey
from journeymap.analysis.trials import how_sure

PARTS = 5
FRAME = 16.0


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size; the frictions are a tenth of the steps."""
    for steps in sizes:
        yield from _trials(steps, rounds_for(steps, rounds))


def _trials(steps: int, rounds: int) -> Iterator[Measured]:
    ground = survey(synthetic(steps))
    entries = read_entries(ground.graph, ground.goal, ground.visits, ground.shares.of_link)
    ranked = [entry for entry in entries if not entry.missing]
    unranked = [entry for entry in entries if entry.missing]
    dice = np.random.default_rng(1)
    parts = dice.random((PARTS, len(entries)), dtype=np.float32)

    def product(count: int) -> object:
        return dice.random((count, PARTS), dtype=np.float32) @ parts

    works = {
        "full": lambda: how_sure(ranked, unranked, REPORT_TRIALS),
        "live": lambda: how_sure(ranked, unranked, LIVE_TRIALS),
        "full product": lambda: product(REPORT_TRIALS),
        "live product": lambda: product(LIVE_TRIALS),
    }
    taken = medians(works, rounds)
    full, bare, live = taken["full"], taken["full product"], taken["live"]
    note = f"{len(entries)} frictions"
    yield Measured("10 000 trials", steps, full, "numpy product", bare, "<= 6 x", full <= 6 * bare, note=note)
    yield Measured(
        "1 000 trials", steps, live, "numpy product", taken["live product"],
        "<= 16 ms", live <= FRAME, note=note,
    )  # fmt: skip
