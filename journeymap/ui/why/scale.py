"""The scale on which G is dragged: minutes from one to a week, each decade as wide as the next."""

from __future__ import annotations

import math

LEAST, MOST = 1.0, 10_080.0
"""One minute, one week: what a journey without trouble takes somewhere."""
POSITIONS = 1000
TICKS = (1.0, 10.0, 60.0, 480.0, 10_080.0)


def minutes_at(position: int) -> int:
    """The minutes at a position from 0 to POSITIONS, rounded as people say them."""
    share = min(max(position, 0), POSITIONS) / POSITIONS
    exact = LEAST * (MOST / LEAST) ** share
    step = 1 if exact < 100 else 10 if exact < 1000 else 60 if exact < MOST * 0.999 else MOST
    return int(max(LEAST, round(exact / step) * step))


def position_of(minutes: float) -> int:
    """The position of so many minutes; what lies outside stands at its end."""
    inside = min(max(minutes, LEAST), MOST)
    return round(POSITIONS * math.log(inside / LEAST) / math.log(MOST / LEAST))


def on_scale(minutes: float) -> bool:
    """Whether the scale reaches so far."""
    return LEAST <= minutes <= MOST
