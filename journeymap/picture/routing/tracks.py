"""Sorts the runs of a channel so that few cross, and gives each a track of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key
from itertools import pairwise

from journeymap.picture.routing.runs import Run

APART = 8.0
KNOT, RING = 24.0, 22.0
"""How far beside the middle of a box a promise's thread leaves and arrives."""


def clusters(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that meet one another, directly or through others."""
    groups: list[list[Run]] = []
    reach = float("-inf")
    for run in sorted(runs, key=lambda run: (run.low, run.high, str(run.key))):
        if run.low < reach:
            groups[-1].append(run)
        else:
            groups.append([run])
        reach = max(reach, run.high)
    return groups


def in_order(runs: Sequence[Run]) -> list[Run]:
    """From left to right (from the top down) with as few crossings as pairs can tell."""
    order = sorted(runs, key=cmp_to_key(_compare))
    for _ in range(len(order)):
        swapped = False
        for index in range(len(order) - 1):
            a, b = order[index], order[index + 1]
            if _crossed(b, a) < _crossed(a, b):
                order[index], order[index + 1] = b, a
                swapped = True
        if not swapped:
            break
    return order


def _crossed(first: Run, second: Run) -> int:
    """How often two runs cross when `first` lies left of (above) `second`."""
    if not first.meets(second):
        return 0
    out = sum(1 for at, side in first.joins if side > 0 and second.low < at < second.high)
    back = sum(1 for at, side in second.joins if side < 0 and first.low < at < first.high)
    return out + back


def _compare(a: Run, b: Run) -> int:
    cost = _crossed(a, b) - _crossed(b, a)
    if cost:
        return cost
    lean = _lean(a) - _lean(b)
    if lean:
        return 1 if lean > 0 else -1
    return -1 if (a.low, str(a.key)) < (b.low, str(b.key)) else 1


def _lean(run: Run) -> float:
    """To which side a run's joins pull it, −1 … 1."""
    return sum(side for _, side in run.joins) / len(run.joins) if run.joins else 0.0


def apart(a: Run, b: Run, heads: bool = False) -> float:
    """Px between the middles of two neighbouring tracks; arrow-heads side by side need more."""
    between = (a.width + b.width) / 2
    if heads:
        return max(14.0, between * 1.5 + 9.2 + 2.0)
    return max(APART, between + 6.0)


def settle_free(runs: Sequence[Run]) -> float:
    """Sets offsets in a gutter or strip, from 0 up in each cluster; returns the widest spread, px."""
    most = 0.0
    for group in clusters(runs):
        order = in_order(group)
        for index, run in enumerate(order):
            before = [other for other in order[:index] if other.meets(run)]
            run.offset = max((other.offset + apart(other, run) for other in before), default=0.0)
        reach = max(run.offset for run in group)
        for run in group:
            run.reach = reach
        most = max(most, reach)
    return most


def settle_ports(runs: Sequence[Run], half: float) -> None:
    """Sets offsets in a row or column of boxes: the heaviest in the middle, the others beside it,
    none further out than `half` px."""
    threads = [run for run in runs if run.family == "promise"]
    for group in clusters([run for run in runs if run.family != "promise"]):
        if len(group) == 1:
            group[0].offset = 0.0
            continue
        order = in_order(group)
        middle = max(range(len(order)), key=lambda index: (order[index].weight, -index))
        spread = [0.0]
        for a, b in pairwise(order):
            spread.append(spread[-1] + apart(a, b, heads=True))
        places = [place - spread[middle] for place in spread]
        _squeeze(order, places, half)
    for thread in threads:
        _hang(thread, runs, half)


def _hang(thread: Run, runs: Sequence[Run], half: float) -> None:
    """A thread keeps to the side, where its knot or ring is looked for, clear of other tracks."""
    usual = min(half, KNOT) if thread.starts else -min(half, RING)
    if thread.starts and thread.rises:  # a friction's disc sits on the right of the upper edge
        usual = -usual
    held = [run.offset for run in runs if run is not thread and run.meets(thread)]
    choices = [usual + step for step in (0.0, -10.0, 10.0, -20.0) if abs(usual + step) <= half]
    free = [place for place in choices if all(abs(place - other) >= 9 for other in held)]
    thread.offset = free[0] if free else usual


def _squeeze(order: Sequence[Run], places: list[float], half: float) -> None:
    """Moves and then narrows the places until all lie within ±half."""
    over = max(places[-1] - half, 0.0) + min(places[0] + half, 0.0)
    if over and places[-1] - places[0] <= 2 * half:
        places = [place - over for place in places]
    elif places[-1] - places[0] > 2 * half:
        scale = 2 * half / (places[-1] - places[0])
        places = [-half + (place - places[0]) * scale for place in places]
    for run, place in zip(order, places, strict=True):
        run.offset = place
