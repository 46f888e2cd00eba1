"""From just before the process is started to what is seen: the first frame, and a named map's first frame."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copy
from statistics import median

from benchmarks.measure import Measured
from benchmarks.spawn import ask
from journeymap.resources import samples

MOST = 1.6


def measure(_sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines; the note says how many modules were loaded, and names heavy ones that were too early."""
    with tempfile.TemporaryDirectory(prefix="journeymap-bench-map") as folder:
        file = copy(samples() / "hotel.journey", Path(folder) / "hotel.journey")
        probes = {"bare": ("bare",), "window": ("window",), "opened": ("opened", str(file))}
        taken: dict[str, list[float]] = {name: [] for name in probes}
        notes = {}
        for turn in range(rounds + 1):
            for name, words in probes.items():
                answer = ask(*words)
                notes[name] = f"{len(answer['ours'])} modules, heavy: " + (
                    ", ".join(answer["heavy"]) or "none"
                )
                if turn:
                    taken[name].append((answer["painted"] - answer["began"]) * 1000)
    ours, opened, bare = (median(taken[name]) for name in ("window", "opened", "bare"))
    yield Measured(
        "start-up to first frame (wall)", 0, ours, "bare Qt window", bare,
        f"<= {MOST} x, no heavy modules", ours <= MOST * bare and notes["window"].endswith("none"),
        note=notes["window"],
    )  # fmt: skip
    yield Measured(
        "start-up to a map's first frame (wall)", 17, opened, "bare Qt window", bare, "", None,
        note=notes["opened"],
    )  # fmt: skip
