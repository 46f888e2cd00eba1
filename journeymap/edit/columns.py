"""Places on the time axis: columns are any finite numbers, and only their order is drawn."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from journeymap.model.journey import Journey
from journeymap.model.quantity import Number

FINEST = 1e-6
"""Columns nearer to each other than this are numbered anew (FORMAT 4: midpoints)."""


def in_use(journey: Journey) -> tuple[float, ...]:
    """The columns that hold a step, from the left."""
    columns = {step.column for step in journey.steps.values()}
    return tuple(sorted({column or 0 for column in columns}))


def next_whole(column: float) -> Number:
    """The next whole number to the right."""
    return math.floor(column) + 1


def beside(columns: Sequence[float], column: float) -> Number:
    """A free place directly right of a column: midway to the next one, else the next whole number."""
    place = bisect_right(columns, column)
    return midpoint(column, columns[place]) if place < len(columns) else next_whole(column)


def before(columns: Sequence[float], column: float) -> Number:
    """A free place directly left of a column: midway to the one before, else the whole number before."""
    place = bisect_left(columns, column)
    return midpoint(columns[place - 1], column) if place else math.ceil(column) - 1


def following(columns: Sequence[float], column: float) -> Number:
    """The next column in use to the right, else the next whole number."""
    place = bisect_right(columns, column)
    return tidy(columns[place]) if place < len(columns) else next_whole(column)


def preceding(columns: Sequence[float], column: float) -> Number:
    """The next column in use to the left, else the whole number before."""
    place = bisect_left(columns, column)
    return tidy(columns[place - 1]) if place else math.ceil(column) - 1


def midpoint(left: float, right: float) -> Number:
    """A number between two others, a whole one where that is the middle."""
    return tidy(left + (right - left) / 2)


def tidy(column: float) -> Number:
    """7 instead of 7.0: whole numbers are written whole."""
    return int(column) if float(column).is_integer() else column


def too_fine(columns: Sequence[float]) -> bool:
    """Whether two neighbours are too near for a midpoint to be safe."""
    return any(right - left < FINEST for left, right in pairwise(columns))


def renumbered(columns: Iterable[float]) -> Mapping[float, int]:
    """Every column → its whole number from 1, in the same order."""
    return {column: place for place, column in enumerate(sorted(set(columns)), start=1)}
