"""Quantities that people know only roughly: exact, between, three points, or a class (FORMAT 2)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

Number = int | float
Quantity = Number | str | tuple[Number, ...]
"""As written in the file: `7`, `[5, 9]`, `[5, 7, 9]` or a class name."""


class Range(NamedTuple):
    """A quantity as read: low ≤ best ≤ high, in the unit of its scale; best None if not given."""

    low: float
    best: float | None
    high: float

    @property
    def point(self) -> float:
        """Best, else the arithmetic middle (METHOD 2: geometric middles break monotonicity)."""
        return (self.low + self.high) / 2 if self.best is None else self.best

    @property
    def is_zero(self) -> bool:
        """Exactly nothing: also the highest estimate is 0."""
        return self.high == 0


class Scale(NamedTuple):
    """The classes of one kind of quantity and its upper bound, if it has one."""

    classes: Mapping[str, tuple[float, float]]
    most: float = math.inf


PLAIN = Scale({})
HITS = Scale(
    {
        "rare": (0.001, 0.01),
        "seldom": (0.01, 0.05),
        "sometimes": (0.05, 0.2),
        "often": (0.2, 0.5),
        "nearly_everyone": (0.5, 1.0),
    }
)
"""How many journeys are hit: a share of journeys, or times a journey above 1."""
MINUTES = Scale({"moment": (0.25, 2.0), "minutes": (2.0, 10.0), "long": (10.0, 60.0), "hours": (60.0, 480.0)})
VALUE_LOST = Scale(
    {"none": (0.0, 0.0), "diminished": (0.05, 0.2), "half": (0.2, 0.6), "lost": (0.6, 1.0)},
    most=1.0,
)
SHARE = Scale({}, most=1.0)

FIELD_SCALES: Mapping[str, Scale] = {
    "hits": HITS,
    "own_minutes": MINUTES,
    "wait_minutes": MINUTES,
    "work_minutes": MINUTES,
    "minutes_needed": MINUTES,
    "minutes_given": MINUTES,
    "value_lost": VALUE_LOST,
    "lead_days": PLAIN,
    "effort_days": PLAIN,
    "journeys_per_year": PLAIN,
    "effect": SHARE,
}
"""The scale of every field that holds a quantity (FORMAT 2 and 4)."""


def read_quantity(value: object, scale: Scale) -> Range | None:
    """The range of a written quantity; None for unknown, and for one that cannot be read."""
    if isinstance(value, str):
        bounds = scale.classes.get(value)
        return None if bounds is None else _class_range(*bounds)
    numbers = _numbers(value)
    if numbers is None or numbers[-1] > scale.most:
        return None
    low, high = numbers[0], numbers[-1]
    best = numbers[len(numbers) // 2] if len(numbers) != 2 else None
    return Range(low, best, high)


def _class_range(low: float, high: float) -> Range:
    return Range(low, low if low == high else None, high)


def _numbers(value: object) -> tuple[float, ...] | None:
    """One to three rising, finite numbers from 0 up; None for anything else."""
    parts = value if isinstance(value, list | tuple) else (value,)
    if isinstance(value, list | tuple) and len(parts) not in (2, 3):
        return None
    if not all(_is_number(part) for part in parts):
        return None
    rising = all(a <= b for a, b in pairwise(parts))
    return tuple(float(part) for part in parts) if rising and parts[0] >= 0 else None


def _is_number(value: object) -> bool:
    """A finite number that a float can hold; True and False are no numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < 1e300
