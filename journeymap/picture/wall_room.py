"""How much wider a gutter must be so that a line runs past the words of a wall, not through them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Sequence

from journeymap.picture.kinds.wall import Side
from journeymap.picture.wall_bars import Bar

MOST = 120.0
"""Px that words may ask for; beyond that the map would be torn apart for them."""
STEP = 4.0


def room_for(
    xs: Sequence[float], bar: Bar, side: Side, reach: tuple[float, float], lines: Collection[float]
) -> tuple[int, float] | None:
    """The gutter and the px it should grow by, or None where no gutter parts line and wall.

    `xs` are the middles of gutters (even) and columns (odd), `reach` what the words take, `lines` the
    x of lines through them.
    """
    if not lines:
        return None
    right = side == "right"
    line = min(lines) if right else max(lines)
    short = reach[1] - line if right else line - reach[0]
    own, other = _slot(xs, bar.last if right else bar.at), _slot(xs, line)
    between = range(min(own, other), max(own, other) + 1)
    gutters = [slot for slot in between if slot % 2 == 0]
    if not gutters or own == other:
        return None
    best = max(gutters, key=lambda slot: _effect(slot, own, other))
    room = STEP * math.ceil(short / _effect(best, own, other) / STEP)
    return (best // 2, room) if 0 < room <= MOST else None


def _effect(gutter: int, own: int, other: int) -> float:
    """How far the two part for a px of the gutter: half a px each where one of them lies in it."""
    return 0.5 if gutter in (own, other) else 1.0


def _slot(xs: Sequence[float], x: float) -> int:
    """The slot whose middle lies next to x."""
    at = bisect_left(xs, x)
    return min((slot for slot in (at - 1, at) if 0 <= slot < len(xs)), key=lambda slot: abs(xs[slot] - x))
