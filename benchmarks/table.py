"""The table that is printed: one line a figure, with the interpreter's name below."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.measure import Measured

HEADINGS = ("what", "N", "ours", "beside", "theirs", "ratio", "demand", "met")
WIDTHS = (34, 6, 11, 30, 11, 8, 30, 5)


def lines(figures: Iterable[Measured]) -> Iterator[str]:
    """Headings and one line for each figure."""
    yield _line(HEADINGS)
    yield "-" * len(_line(HEADINGS))
    for figure in figures:
        yield line_of(figure)


def line_of(figure: Measured) -> str:
    """One figure; what has no demand is neither met nor missed."""
    met = {True: "yes", False: "NO", None: ""}[figure.met]
    cells = (
        figure.what,
        str(figure.steps),
        _amount(figure.ours, figure.unit),
        figure.yardstick,
        _amount(figure.theirs, figure.unit),
        f"{figure.ratio:.2f}",
        figure.demand,
        met,
    )
    return _line(cells) + (f"  {figure.note}" if figure.note else "")


def interpreter() -> str:
    """Which Python on what machine: absolute figures mean nothing without it."""
    optimised = "with" if "--enable-optimizations" in _build_words() else "without"
    return (
        f"{platform.python_implementation()} {platform.python_version()} ({Path(sys.executable).name}), "
        f"built {optimised} optimisation, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    )


def _build_words() -> str:
    import sysconfig  # noqa: PLC0415 - only for this line

    return str(sysconfig.get_config_var("CONFIG_ARGS") or "")


def _amount(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}".strip() if value else "-"


def _line(cells: Iterable[str]) -> str:
    left = {0, 3, 6, 7}
    return " ".join(
        cell.ljust(width) if place in left else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True))
    ).rstrip()
