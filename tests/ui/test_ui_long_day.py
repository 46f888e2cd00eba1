"""A long day in the whole window: memory and reference counts stay flat, and Qt complains of nothing."""

from __future__ import annotations

import gc
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from long_day import Worker
from tally import Tally, memory, share_of, tally

from journeymap.edit.history import LIMIT
from journeymap.resources import samples
from journeymap.ui.window import MainWindow

GROWTH = 20.0
"""Megabytes that a day may cost once the window is warm."""
FALLEN = 40_000
"""References that may go: as many as the records of a larger map hold than those of a smaller one.

They may come. The binding counts one too many in each connect(), addWidget() and setProperty(), which
costs nothing; one that counts too few ends the program after some thousand calls.
"""
PILE = 60_000
"""Objects that may come: the difference between a small map and a large one with its lists and panels."""


class Sight(NamedTuple):
    """What is held: megabytes, references to None and True, objects the collector knows."""

    megabytes: float
    none: int
    true: int
    objects: int


def sight() -> Sight:
    gc.collect()
    return Sight(memory(), sys.getrefcount(None), sys.getrefcount(True), len(gc.get_objects()))


def day(window: MainWindow, path: Path, levels: int, operations: int, most: float, row: Tally) -> None:
    """So many operations once `levels` of undo are full; whatever piles up or runs out is a loss."""
    window.open_path(Path(shutil.copy(samples() / "hotel.journey", path)))
    window.work.document._history._limit = levels
    somebody = Worker(window, operations)
    for _ in range(3 * levels):
        somebody.act()
    first = sight()
    for number in range(operations):
        somebody.act()
        if number % 5_000 == 4_999:
            print(number + 1, sight(), flush=True)  # noqa: T201 - an hour is long
    last, row.trials = sight(), operations
    grown = Sight(*(now - before for now, before in zip(last, first, strict=True)))
    row.note = f"{first.megabytes:.0f} MB, then {grown.megabytes:+.0f} MB, None {grown.none:+}"
    row.note += f", True {grown.true:+}, objects {grown.objects:+}"
    if grown.megabytes > most or grown.objects > PILE:
        row.losses.append(f"something piles up: {row.note}")
    if min(grown.none, grown.true) < -FALLEN:
        row.losses.append(f"references run out: {row.note}")


def test_a_short_day(window: MainWindow, tmp_path: Path) -> None:
    with tally("a day in the window, operations") as row:
        day(window, tmp_path / "hotel.journey", 100, 1000, 2 * GROWTH, row)  # caches still fill


@pytest.mark.soak
def test_two_hundred_thousand_operations(window: MainWindow, tmp_path: Path) -> None:
    with tally("a day in the window, operations") as row:
        day(window, tmp_path / "hotel.journey", LIMIT, share_of(200_000, 1000), GROWTH, row)
