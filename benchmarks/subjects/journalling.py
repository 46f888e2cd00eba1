"""One line of the recovery journal, beside a bare appended and synced line."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.maps import synthetic
from benchmarks.measure import Measured, medians, wall
from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.storage.journal import Journal

TIMES = 5
"""Lines a round."""


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """One line a size; it must not depend on the size."""
    with tempfile.TemporaryDirectory(prefix="journeymap-bench") as folder:
        for steps in sizes:
            yield _line(steps, rounds, Path(folder))


def _line(steps: int, rounds: int, folder: Path) -> Measured:
    step = synthetic(steps).steps[Id("step0")]
    change = Change({step.id: (step, type(step)(id=step.id, title="Another", lane=step.lane))})
    journal = Journal("benchmark0", None, folder / "journals", base=b"{}")
    handle = os.open(folder / "raw", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    words = b"x" * 400 + b"\n"

    def ours() -> None:
        for _ in range(TIMES):
            journal.append("Rename", change)

    def raw() -> None:
        for _ in range(TIMES):
            os.write(handle, words)
            os.fsync(handle)

    try:
        taken = medians({"ours": ours, "raw": raw}, rounds, wall)
    finally:
        journal.close(discard=True)
        os.close(handle)
    mine, theirs = taken["ours"] / TIMES, taken["raw"] / TIMES
    met = mine <= 2 * theirs
    return Measured("journal: one change (wall)", steps, mine, "append + fsync", theirs, "<= 2 x", met)
