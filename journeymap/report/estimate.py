"""Which figures are stated as three points and which are the middle of a guess."""

from __future__ import annotations

from journeymap.model.quantity import HITS, MINUTES, VALUE_LOST, read_quantity
from journeymap.model.records import Friction


def is_guessed(friction: Friction) -> bool:
    """Whether any of its figures lacks a most likely value, so that its tick is only a middle."""
    ranges = (
        read_quantity(friction.hits, HITS),
        read_quantity(friction.wait_minutes, MINUTES),
        read_quantity(friction.work_minutes, MINUTES),
        read_quantity(friction.value_lost, VALUE_LOST),
    )
    return any(one is not None and one.best is None for one in ranges)
