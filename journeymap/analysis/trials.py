"""How sure the order is: trials over everything that is known only roughly (METHOD 2, SMAA).

Every field of every friction draws from a stream of its own, seeded by a hash of its id and name,
so that adding a friction never changes another's draws, and pairwise shares are bit-equal with
and without a third. Only element-wise arithmetic is used: no sum whose order could change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from journeymap.analysis.contenders import contenders, tie_order
from journeymap.analysis.ranking import Entry
from journeymap.analysis.sureness import Sureness
from journeymap.model.ids import Id
from journeymap.model.quantity import Range

Draws = NDArray[np.float64]
PARTS = ("wait_minutes", "work_minutes", "value_lost")
UNKNOWN: Mapping[str, Range] = {
    "hits": Range(0.001, None, 1.0),
    "wait_minutes": Range(0.0, None, 480.0),
    "work_minutes": Range(0.0, None, 480.0),
    "value_lost": Range(0.0, None, 1.0),
}
"""What an unanswered question of an unranked friction might turn out to be."""
UNKNOWN_GOAL = 480.0
_FLOOR, _CEILING, _TIER_A = 1e-30, 1e100, 2.0**600
"""Keys of tier A are shifted by a power of two, which keeps every digit, above all of tier B."""
_MORE = 1 + 1e-12
"""What is not greater by more than this is level: as in the order, ties on paper stay ties."""


class Trials:
    """So many trials of one map; G and N are not drawn."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._bits = np.random.PCG64(0)
        self._random = np.random.Generator(self._bits)
        self.weights = [2.0 ** (2.0 * self._uniform("\x00weights", part) - 1.0) for part in PARTS]
        """One weight a trial for each part, for the whole map: log-uniform from ½ to 2."""

    def _uniform(self, id: str, field: str) -> Draws:
        """The stream of one field: uniform numbers from 0 to 1 that nothing else depends on."""
        digest = hashlib.blake2b(f"{id}|{field}".encode(), digest_size=32).digest()
        state = int.from_bytes(digest[:16], "little")
        step = int.from_bytes(digest[16:], "little") | 1
        self._bits.state = {
            "bit_generator": "PCG64",
            "state": {"state": state, "inc": step},
            "has_uint32": 0,
            "uinteger": 0,
        }
        return self._random.random(self.count)

    def field(self, id: Id, field: str, answer: Range) -> Draws | float:
        """One answer in every trial: uniform between, or triangular where a best was given."""
        low, best, high = answer
        if low == high:
            return low
        drawn = self._uniform(id, field)
        if best is None:
            return low + (high - low) * drawn
        rising = low + np.sqrt(drawn * ((high - low) * (best - low)))
        falling = high - np.sqrt((1.0 - drawn) * ((high - low) * (high - best)))
        return np.where(drawn * (high - low) < best - low, rising, falling)

    def share_hit(self, entry: Entry) -> Draws | float:
        """n in every trial; a friction whose visits are unknown may hit as many as an unanswered one."""
        if entry.hits is None or entry.visits is None:
            return self.field(entry.id, "hits", UNKNOWN["hits"])
        return entry.visits * self.field(entry.id, "hits", entry.hits)

    def parts(self, entry: Entry) -> list[Draws | float]:
        """Minutes of waiting, own work and value lost in every trial."""
        answers = (entry.wait, entry.work, entry.value)
        drawn = [
            self.field(entry.id, name, answer or UNKNOWN[name])
            for name, answer in zip(PARTS, answers, strict=True)
        ]
        drawn[2] = drawn[2] * (UNKNOWN_GOAL if entry.goal is None else entry.goal)
        return drawn

    def keys(self, entry: Entry) -> Draws:
        """What the friction is ordered by in every trial, the most first."""
        wait, work, value = (
            part * weight for part, weight in zip(self.parts(entry), self.weights, strict=True)
        )
        keys = np.maximum(_bounded(self.share_hit(entry), wait + work + value), _FLOOR)
        if entry.probability <= 0:
            return keys
        if entry.probability >= 1:
            return keys * _TIER_A
        return np.where(self._uniform(entry.id, "tier") < entry.probability, keys * _TIER_A, keys)

    def minutes(self, entry: Entry) -> Draws:
        """Minutes per journey in every trial without the weights, for ranges of sums."""
        wait, work, value = self.parts(entry)
        return np.zeros(self.count) + _bounded(self.share_hit(entry), wait + work + value)


def _bounded(share: Draws | float, minutes: Draws | float) -> Draws:
    """The product, at most so large that sums and differences of products stay finite."""
    with np.errstate(over="ignore"):
        return np.minimum(share * minutes, _CEILING)


class _Podium:
    """The three first of every trial; on equal keys who came to it first."""

    def __init__(self, count: int) -> None:
        self.keys = np.zeros((3, count))
        self.who = np.full((3, count), -1)

    def add(self, number: int, keys: Draws) -> None:
        at = np.flatnonzero(keys > _MORE * self.keys[2])
        if not at.size:
            return
        key, below, who = keys[at], self.keys[:, at], self.who[:, at]
        first, second = key > _MORE * below[0], key > _MORE * below[1]
        self.keys[2, at] = np.where(second, below[1], key)
        self.who[2, at] = np.where(second, who[1], number)
        self.keys[1, at] = np.where(first, below[0], np.where(second, key, below[1]))
        self.who[1, at] = np.where(first, who[0], np.where(second, number, who[1]))
        self.keys[0, at] = np.where(first, key, below[0])
        self.who[0, at] = np.where(first, number, who[0])


def how_sure(ranked: Sequence[Entry], unranked: Sequence[Entry], count: int) -> Sureness:
    """Top-three shares of the ranked, and of each unranked one if it alone were added."""
    trials = Trials(count)
    ordered = sorted(ranked, key=tie_order)
    podium = _Podium(count)
    possible = contenders(ordered)
    for number, entry in enumerate(ordered):
        if entry.id in possible:
            podium.add(number, trials.keys(entry))
    hits = np.bincount(podium.who.ravel() + 1, minlength=len(ordered) + 1)[1:]
    top3 = {entry.id: float(times) / count for entry, times in zip(ordered, hits, strict=True)}
    might = {entry.id: _possible_share(entry, ordered, podium, trials) for entry in unranked}
    return Sureness(top3, might)


def _possible_share(entry: Entry, ordered: list[Entry], podium: _Podium, trials: Trials) -> float:
    keys, third, who = trials.keys(entry), podium.keys[2], podium.who[2]
    before = np.array([tie_order(entry) < tie_order(other) for other in ordered] + [True])
    in_front = (keys > _MORE * third) | ((_MORE * keys >= third) & before[who])
    return float(np.count_nonzero(in_front)) / trials.count


def ranges(
    groups: Mapping[str, Sequence[Entry]], entries: Sequence[Entry], count: int
) -> Mapping[str, tuple[float, float]]:
    """5th to 95th percentile of each group's minutes per 1000 journeys; empty groups are left out."""
    trials = Trials(count)
    members = {name: {entry.id for entry in group} for name, group in groups.items() if group}
    sums = {name: np.zeros(count) for name in members}
    for entry in sorted(entries, key=lambda entry: entry.id):
        minutes = 1000.0 * trials.minutes(entry)
        for name, ids in members.items():
            if entry.id in ids:
                sums[name] += minutes
    bounds = {name: np.percentile(total, [5.0, 95.0]) for name, total in sums.items()}
    return {name: (float(low), float(high)) for name, (low, high) in bounds.items()}
