"""What is drawn in a trial: every answer that is known only roughly, from a stream of its own.

Streams are seeded by a hash of the friction's id and the field's name, so that adding a friction
never changes another's draws (METHOD 2). All tables are frictions × trials.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from journeymap.analysis.ranking import Entry
from journeymap.model.quantity import Range

Table = NDArray[np.float64]
PARTS = ("wait_minutes", "work_minutes", "value_lost")
UNKNOWN: Mapping[str, Range] = {
    "hits": Range(0.001, None, 1.0),
    "wait_minutes": Range(0.0, None, 480.0),
    "work_minutes": Range(0.0, None, 480.0),
    "value_lost": Range(0.0, None, 1.0),
}
"""What an unanswered question of an unranked friction might turn out to be."""
UNKNOWN_GOAL = 480.0


class Streams:
    """The answers of frictions in so many trials; G, V and N are not drawn."""

    def __init__(self, trials: int) -> None:
        self.trials = trials
        self._bits = np.random.PCG64(0)
        self._random = np.random.Generator(self._bits)

    def uniform(self, id: str, field: str, into: Table) -> None:
        """Fills a row with the stream of one field: numbers from 0 to 1 that nothing else uses."""
        digest = hashlib.blake2b(f"{id}|{field}".encode(), digest_size=32).digest()
        state = int.from_bytes(digest[:16], "little")
        step = int.from_bytes(digest[16:], "little") | 1
        self._bits.state = {
            "bit_generator": "PCG64",
            "state": {"state": state, "inc": step},
            "has_uint32": 0,
            "uinteger": 0,
        }
        self._random.random(out=into)

    def shares_hit(self, entries: Sequence[Entry]) -> Table:
        """n in every trial; a friction whose visits are unknown may hit as many as an unanswered one."""
        drawn = self._field(entries, "hits")
        for entry, row in zip(entries, drawn, strict=True):
            if entry.hits is not None and entry.visits is not None and entry.visits != 1:
                np.multiply(row, entry.visits, out=row)
        return drawn

    def parts(self, entries: Sequence[Entry]) -> list[Table]:
        """Minutes of waiting, own work and value lost in every trial."""
        drawn = [self._field(entries, part) for part in PARTS]
        for entry, row in zip(entries, drawn[2], strict=True):
            np.multiply(row, goal_of(entry), out=row)
        return drawn

    def _field(self, entries: Sequence[Entry], field: str) -> Table:
        """One answer of each in every trial: uniform between, or triangular where a best was given."""
        drawn = np.empty((len(entries), self.trials))
        for entry, row in zip(entries, drawn, strict=True):
            low, best, high = answer_of(entry, field)
            if low == high:
                row.fill(low)
                continue
            self.uniform(entry.id, field, row)
            if best is None:
                np.multiply(row, high - low, out=row)
                np.add(row, low, out=row)
            else:
                _triangle(row, low, best, high)
        return drawn


def answer_of(entry: Entry, field: str) -> Range:
    """What is known of an answer, else all that it might be; hits rest on visits that are known."""
    if field == "hits":
        known = None if entry.visits is None else entry.hits
    elif field == "wait_minutes":
        known = entry.wait
    else:
        known = entry.work if field == "work_minutes" else entry.value
    return UNKNOWN[field] if known is None else known


def goal_of(entry: Entry) -> float:
    """G in minutes, or what stands for it where it is unknown."""
    return UNKNOWN_GOAL if entry.goal is None else entry.goal


def _triangle(row: Table, low: float, best: float, high: float) -> None:
    """Turns uniform numbers into triangular ones, by the inverse of the distribution."""
    spread = high - low
    rising = row * spread < best - low
    root = np.sqrt(np.where(rising, row * (spread * (best - low)), (1.0 - row) * (spread * (high - best))))
    np.subtract(high, root, out=row)
    np.add(low, root, out=row, where=rising)
