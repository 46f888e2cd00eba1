"""How sure the order is: 10 000 trials and the live list's 1 000, beside the bare matrix product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec
import numpy as np

from benchmarks.maps import synthetic
from benchmarks.measure import Measured, medians, rounds_for
from journeymap.analysis.examine import LIVE_TRIALS, REPORT_TRIALS
from journeymap.analysis.ranking import Entry, read_entries
from journeymap.analysis.survey import survey
from journeymap.analysis.trials import how_sure
from journeymap.model.ids import Id

PARTS = 5
FRAME = 16.0


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size, which is here the number of frictions."""
    for frictions in sizes:
        yield from _trials(frictions, rounds_for(frictions, rounds))


def entries_of(count: int) -> list[Entry]:
    """So many frictions: those of a map of as many steps, each ten times over under other ids."""
    ground = survey(synthetic(count))
    found = read_entries(ground.graph, ground.goal, ground.visits, ground.shares.of_link)
    return [
        replace(entry, friction=msgspec.structs.replace(entry.friction, id=Id(f"{entry.id}-{time}")))
        for time in range(10)
        for entry in found
    ]


def _trials(frictions: int, rounds: int) -> Iterator[Measured]:
    entries = entries_of(frictions)
    ranked = [entry for entry in entries if not entry.missing]
    unranked = [entry for entry in entries if entry.missing]
    dice = np.random.default_rng(1)
    parts = dice.random((PARTS, len(entries)))

    def product(count: int) -> object:
        return dice.random((count, PARTS)) @ parts

    works = {
        "full": lambda: how_sure(ranked, unranked, REPORT_TRIALS),
        "live": lambda: how_sure(ranked, unranked, LIVE_TRIALS),
        "full product": lambda: product(REPORT_TRIALS),
        "live product": lambda: product(LIVE_TRIALS),
    }
    taken = medians(works, rounds)
    full, bare, live = taken["full"], taken["full product"], taken["live"]
    yield Measured(
        "10 000 trials, N frictions", frictions, full, "numpy product", bare,
        "<= 6 x", full <= 6 * bare,
    )  # fmt: skip
    yield Measured(
        "1 000 trials, N frictions", frictions, live, "numpy product", taken["live product"],
        "<= 16 ms at 1 000", None if frictions > 1000 else live <= FRAME,
    )  # fmt: skip
