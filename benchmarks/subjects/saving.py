"""Saving with everything that makes it safe, beside a bare synced write and indented json."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.maps import synthetic
from benchmarks.measure import Measured, cpu, medians, rounds_for, wall
from journeymap.storage import envelope, files


def measure(sizes: Sequence[int], rounds: int) -> Iterator[Measured]:
    """Two lines a size: on the wall, where the disk counts, and in processor time."""
    with tempfile.TemporaryDirectory(prefix="journeymap-bench") as folder:
        for steps in sizes:
            yield from _save(steps, rounds_for(steps, rounds), Path(folder))


def _save(steps: int, rounds: int, folder: Path) -> Iterator[Measured]:
    journey = synthetic(steps)
    data = envelope.encode(journey)
    tree = json.loads(data)
    works = {
        "ours": lambda: files.save(journey, folder / "ours.journey"),
        "raw": lambda: write_synced(folder / "raw.journey", data),
    }
    files.save(journey, folder / "ours.journey")
    walls = medians(works, rounds, wall)
    allowed = 2 * walls["raw"] + 5
    yield Measured(
        "save, all checks (wall)", steps, walls["ours"], "raw synced write", walls["raw"],
        "<= 2 x + 5 ms", walls["ours"] <= allowed,
    )  # fmt: skip
    cpus = medians(
        {
            "encode": lambda: envelope.encode(journey),
            "ours": works["ours"],
            "json": lambda: json.dumps(tree, indent=1, ensure_ascii=False),
        },
        rounds,
        cpu,
    )
    for what, name in (("save, all checks (CPU)", "ours"), ("save: writing the bytes (CPU)", "encode")):
        yield Measured(
            what, steps, cpus[name], "json.dumps indented", cpus["json"],
            "<= 0.2 x", cpus[name] <= 0.2 * cpus["json"],
        )  # fmt: skip


def write_synced(path: Path, data: bytes) -> None:
    """The least that is safe: a file beside it, synced, put in place, the folder synced."""
    beside = path.with_suffix(".part")
    with beside.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
