"""Which frictions can reach the first three in some trial: the others need no draws."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from journeymap.analysis.ranking import Entry
from journeymap.model.ids import Id

_SPREAD = 2.0 * (1 + 1e-9)
"""Weights run from ½ to 2; a hair more, so that rounding never leaves out a friction."""


def tie_order(entry: Entry) -> tuple[int, float, Id]:
    """Who goes first when minutes are equal: most wall types, leftmost column, id."""
    return (-len(entry.walls), entry.column, entry.id)


def contenders(entries: Sequence[Entry]) -> set[Id]:
    """All but those that three others are above in every trial, whatever is drawn.

    Another is surely above if it is always of tier A against never, or of no lower tier in any
    trial and its least possible score exceeds the most possible one. F log F.
    """
    if len(entries) <= 3:
        return {entry.id for entry in entries}
    always = [_score(entry, "low") / _SPREAD for entry in entries if entry.probability >= 1]
    others = [_score(entry, "low") / _SPREAD for entry in entries if entry.probability < 1]
    always.sort()
    others.sort()
    found: set[Id] = set()
    for entry in entries:
        most = _score(entry, "high") * _SPREAD
        above = len(always) - bisect_right(always, most)
        if entry.probability <= 0:
            above = len(always) + len(others) - bisect_right(others, most)
        if above < 3:
            found.add(entry.id)
    return found


def _score(entry: Entry, bound: str) -> float:
    return entry.share_hit(bound) * sum(entry.minutes(bound))
