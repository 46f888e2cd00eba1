"""Shapes that many kinds share: lines, circles, arrow-heads, ways with round corners."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeymap.picture.prims import Path, Rect, Segment, Stroke

Spot = tuple[float, float]
KAPPA = 0.5523
"""How far a cubic's handles lie from the corner of a quarter circle."""


def line(
    x1: float, y1: float, x2: float, y2: float, color: str, width: float = 1.0, dash: tuple[float, ...] = ()
) -> Path:
    """A straight line with butt ends."""
    return Path((("M", x1, y1), ("L", x2, y2)), stroke=Stroke(color, width, dash))


def circle(x: float, y: float, r: float, fill: str | None = None, stroke: Stroke | None = None) -> Rect:
    """A circle around (x, y)."""
    return Rect(x - r, y - r, 2 * r, 2 * r, r, fill, stroke)


def tick(x: float, y: float, color: str) -> Path:
    """A tick mark around (x, y), 9 px wide."""
    hook: tuple[Segment, ...] = (("M", x - 4.2, y + 0.2), ("L", x - 1.2, y + 3.2), ("L", x + 4.4, y - 3.4))
    return Path(hook, stroke=Stroke(color, 1.8, cap="round"))


def polygon(spots: Sequence[Spot], fill: str) -> Path:
    """A filled shape through these corners."""
    first, *others = spots
    moves: list[Segment] = [("M", *first), *(("L", *spot) for spot in others), ("Z",)]
    return Path(tuple(moves), fill=fill)


def diamond(x: float, y: float, half: float, fill: str) -> Path:
    """A square on its corner, `half` from its middle to a corner."""
    return polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), fill)


def rounded(spots: Sequence[Spot], radius: float) -> tuple[Segment, ...]:
    """A way through these corners, each rounded as far as its pieces allow."""
    corners = _distinct(spots)
    segments: list[Segment] = [("M", *corners[0])]
    for a, b, c in zip(corners, corners[1:], corners[2:], strict=False):
        before, after = math.dist(a, b), math.dist(b, c)
        r = min(radius, before / 2, after / 2)
        start = _towards(b, a, r / before)
        stop = _towards(b, c, r / after)
        segments.append(("L", *start))
        segments.append(("C", *_towards(start, b, KAPPA), *_towards(stop, b, KAPPA), *stop))
    segments.append(("L", *corners[-1]))
    return tuple(segments)


def _distinct(spots: Sequence[Spot]) -> list[Spot]:
    """Without corners that repeat or lie on a straight line."""
    kept = [spots[0]]
    for index in range(1, len(spots)):
        if math.dist(spots[index], kept[-1]) > 0.01:
            kept.append(spots[index])
    straight = [
        spot
        for before, spot, after in zip(kept, kept[1:], kept[2:], strict=False)
        if not (_same(before[0], spot[0], after[0]) or _same(before[1], spot[1], after[1]))
    ]
    return [kept[0], *straight, kept[-1]]


def _same(a: float, b: float, c: float) -> bool:
    return abs(a - b) < 0.01 and abs(b - c) < 0.01


def _towards(a: Spot, b: Spot, share: float) -> Spot:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def arrow_head(tip: Spot, before: Spot, half: float, fill: str) -> Path:
    """A head `half` wide to either side and 1.5 · half long, its tip 1.5 px short of `tip`."""
    length = math.dist(tip, before) or 1.0
    ux, uy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    x, y = tip[0] - 1.5 * ux, tip[1] - 1.5 * uy
    bx, by = x - 1.5 * half * ux, y - 1.5 * half * uy
    wing = 0.85 * half
    return polygon(((x, y), (bx - wing * uy, by + wing * ux), (bx + wing * uy, by - wing * ux)), fill)


def shortened(spots: Sequence[Spot], by: float) -> tuple[Spot, ...]:
    """A way whose last piece ends `by` px earlier (never turning back)."""
    a, b = spots[-2], spots[-1]
    length = math.dist(a, b) or 1.0
    return (*spots[:-1], _towards(b, a, min(by, length) / length))
