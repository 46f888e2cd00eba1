"""A smooth line through stated values that never goes beyond them (monotone cubic)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Bend = tuple[Point, Point, Point]


def bends(points: Sequence[Point]) -> list[Bend]:
    """The cubic pieces from the first point on; x must rise (Fritsch and Carlson 1980)."""
    if len(points) < 2:
        return []
    slopes = _slopes(points)
    pieces = []
    for ((x1, y1), (x2, y2)), (m1, m2) in zip(pairwise(points), pairwise(slopes), strict=True):
        third = (x2 - x1) / 3
        pieces.append(((x1 + third, y1 + m1 * third), (x2 - third, y2 - m2 * third), (x2, y2)))
    return pieces


def _slopes(points: Sequence[Point]) -> list[float]:
    secants = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(points)]
    inner = [_between(one, two) for one, two in pairwise(secants)]
    return [secants[0], *inner, secants[-1]]


def _between(before: float, after: float) -> float:
    """The slope at a point: level at a turn, else the harmonic middle of both sides."""
    if before * after <= 0:
        return 0.0
    return 2 * before * after / (before + after)


def height_at(points: Sequence[Point], x: float) -> float:
    """The y of the smooth line at x; the nearest end's outside it."""
    if x <= points[0][0]:
        return points[0][1]
    for (start, end), (one, two, _) in zip(pairwise(points), bends(points), strict=True):
        if x <= end[0]:
            share = (x - start[0]) / (end[0] - start[0])
            return _bezier(start[1], one[1], two[1], end[1], share)
    return points[-1][1]


def _bezier(a: float, b: float, c: float, d: float, share: float) -> float:
    rest = 1 - share
    return rest**3 * a + 3 * rest**2 * share * b + 3 * rest * share**2 * c + share**3 * d
