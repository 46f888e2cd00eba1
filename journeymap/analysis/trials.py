"""How sure the order is: trials over everything that is known only roughly (METHOD 2, SMAA).

Frictions are drawn in blocks, the strongest first, and only those that can still come among the
first three. The arithmetic is element by element, so that neither block nor order can change a
digit: pairwise shares are bit-equal with and without a third.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from journeymap.analysis.podium import Podium, tie_order
from journeymap.analysis.ranking import Entry
from journeymap.analysis.streams import PARTS, Streams, Table, answer_of, goal_of
from journeymap.analysis.sureness import Sureness

_FLOOR, _CEILING, _TIER_A = 1e-30, 1e100, 2.0**600
"""Keys of tier A are shifted by a power of two, which keeps every digit, above all of tier B."""
_HAIR = 1 + 1e-9
"""A hair more, so that rounding never leaves out a friction."""
_BLOCK = 40_000
"""Numbers of one field that are drawn at a time: what the processor keeps near."""


class Trials(Streams):
    """What the frictions are ordered by in so many trials of one map."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        weights = np.empty((len(PARTS), count))
        for part, row in zip(PARTS, weights, strict=True):
            self.uniform("\x00weights", part, row)
        self.weights: Table = 2.0 ** (2.0 * weights - 1.0)
        """One weight a trial for each part, for the whole map: log-uniform from ½ to 2."""

    def blocks(self, entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
        """The entries in parts that are drawn together; the first are small, to set a mark soon."""
        size, begun = 4, 0
        while begun < len(entries):
            yield entries[begun : begun + size]
            begun += size
            size = max(4, min(2 * size, _BLOCK // self.trials))

    def keys(self, entries: Sequence[Entry]) -> Table:
        """What the frictions are ordered by in every trial, the most first."""
        parts = self.parts(entries)
        for part, weight in zip(parts, self.weights, strict=True):
            np.multiply(part, weight, out=part)
        keys = _product(self.shares_hit(entries), parts)
        np.maximum(keys, _FLOOR, out=keys)
        for entry, key, spare in zip(entries, keys, parts[1], strict=True):
            if entry.probability >= 1:
                np.multiply(key, _TIER_A, out=key)
            elif entry.probability > 0:
                self.uniform(entry.id, "tier", spare)
                np.multiply(key, _TIER_A, out=key, where=spare < entry.probability)
        return keys

    def minutes(self, entries: Sequence[Entry]) -> Table:
        """Minutes per journey in every trial without the weights, for ranges of sums."""
        return _product(self.shares_hit(entries), self.parts(entries))

    def contending(self, entries: Sequence[Entry], third: Table) -> Iterator[tuple[Entry, Table]]:
        """Those of a block that may come among the first three in some trial, with their keys."""
        lowest = float(third.min())
        left = [entry for entry in entries if self._may_reach(_most(entry), third, lowest)]
        if left:
            yield from zip(left, self.keys(left), strict=True)

    def _may_reach(self, most: tuple[float, float, float], third: Table, lowest: float) -> bool:
        """Whether the most that can be drawn passes the third in some trial, by its weights there."""
        if 2 * sum(most) * _HAIR <= lowest:
            return False
        wait, work, value = most
        reach = wait * self.weights[0]
        reach += work * self.weights[1]
        reach += value * self.weights[2]
        return bool((_HAIR * reach > third).any())


def _product(shares: Table, parts: list[Table]) -> Table:
    """n times the sum of the parts, in the place of n; never so large that sums become infinite."""
    wait, work, value = parts
    np.add(wait, work, out=wait)
    np.add(wait, value, out=wait)
    with np.errstate(over="ignore"):
        np.multiply(shares, wait, out=shares)
    return np.minimum(shares, _CEILING, out=shares)


def _most(entry: Entry) -> tuple[float, float, float]:
    """The most that each part can make of the key, before its weight of 2 at most."""
    share = answer_of(entry, "hits").high
    if entry.hits is not None and entry.visits is not None:
        share *= entry.visits
    wait, work, value = (answer_of(entry, part).high for part in PARTS)
    tier = _TIER_A if entry.probability > 0 else 1.0
    return _key(share, wait) * tier, _key(share, work) * tier, _key(share, value * goal_of(entry)) * tier


def _key(share: float, minutes: float) -> float:
    return max(min(share * minutes, _CEILING), _FLOOR)


def _strength(entry: Entry) -> tuple[float, float]:
    """Who is probably on top: whoever comes first spares the others their draws."""
    return (-round(entry.probability), -entry.share_hit() * sum(entry.minutes()))


def how_sure(ranked: Sequence[Entry], unranked: Sequence[Entry], count: int) -> Sureness:
    """Top-three shares of the ranked, and of each unranked one if it alone were added."""
    trials, podium = Trials(count), Podium(count)
    ordered = sorted(ranked, key=tie_order)
    number = {entry.id: place for place, entry in enumerate(ordered)}
    for block in trials.blocks(sorted(ordered, key=_strength)):
        for entry, keys in trials.contending(block, podium.third):
            podium.add(number[entry.id], keys)
    hits = podium.counts(len(ordered))
    top3 = {entry.id: float(times) / count for entry, times in zip(ordered, hits, strict=True)}
    ties = [tie_order(entry) for entry in ordered]
    might = {entry.id: 0.0 for entry in unranked}
    for block in trials.blocks(unranked):
        for entry, keys in trials.contending(block, podium.third):
            place = bisect_left(ties, tie_order(entry)) - 0.5  # before the first that it precedes
            might[entry.id] = podium.times_ahead(place, keys) / count
    return Sureness(top3, might)


def ranges(
    groups: Mapping[str, Sequence[Entry]], entries: Sequence[Entry], count: int
) -> Mapping[str, tuple[float, float]]:
    """5th to 95th percentile of each group's minutes per 1000 journeys; empty groups are left out."""
    trials = Trials(count)
    sums = {name: np.zeros(count) for name, group in groups.items() if group}
    names: dict[str, list[str]] = {}
    for name, group in groups.items():
        for entry in group:
            names.setdefault(entry.id, []).append(name)
    for block in trials.blocks(sorted(entries, key=lambda entry: entry.id)):
        for entry, minutes in zip(block, 1000.0 * trials.minutes(block), strict=True):
            for name in names.get(entry.id, ()):
                sums[name] += minutes
    bounds = {name: np.percentile(total, [5.0, 95.0]) for name, total in sums.items()}
    return {name: (float(low), float(high)) for name, (low, high) in bounds.items()}
