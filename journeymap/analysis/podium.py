"""The three first of every trial, and which frictions can still come among them (METHOD 2)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from journeymap.analysis.ranking import Entry
from journeymap.model.ids import Id

Keys = NDArray[np.float64]
MORE = 1 + 1e-12
"""What is not greater by more than this is level: as in the order, ties on paper stay ties."""


def tie_order(entry: Entry) -> tuple[int, float, Id]:
    """Who goes first when minutes are equal: most wall types, leftmost column, id."""
    return (-len(entry.walls), entry.column, entry.id)


class Podium:
    """Places 1 to 3 of every trial: keys, and the numbers of those who hold them.

    Numbers are places in the order of ties; of two that are level the lower number goes first.
    """

    def __init__(self, trials: int) -> None:
        self.keys: Keys = np.zeros((3, trials))
        self.who = np.full((3, trials), -1)

    @property
    def third(self) -> Keys:
        """What has to be passed to come among the three first; 0 as long as a place is free."""
        third: Keys = self.keys[2]
        return third

    def times_ahead(self, number: float, keys: Keys) -> int:
        """In how many trials a friction with these keys would come among the three first."""
        surely = int(np.count_nonzero(keys > MORE * self.third))
        perhaps = int(np.count_nonzero(MORE * keys >= self.third))
        if surely == perhaps:  # none is level: the usual case, at half the work
            return surely
        return int(np.count_nonzero(_ahead(number, keys, self.third, self.who[2])))

    def add(self, number: int, keys: Keys) -> None:
        """Give a friction its place in every trial."""
        at = np.flatnonzero(_ahead(number, keys, self.third, self.who[2]))
        if not at.size:
            return
        key, below, who = keys[at], self.keys[:, at], self.who[:, at]
        first = _ahead(number, key, below[0], who[0])
        second = _ahead(number, key, below[1], who[1])
        self.keys[2, at] = np.where(second, below[1], key)
        self.who[2, at] = np.where(second, who[1], number)
        self.keys[1, at] = np.where(first, below[0], np.where(second, key, below[1]))
        self.who[1, at] = np.where(first, who[0], np.where(second, number, who[1]))
        self.keys[0, at] = np.where(first, key, below[0])
        self.who[0, at] = np.where(first, number, who[0])

    def counts(self, frictions: int) -> NDArray[np.intp]:
        """How many trials have each friction, by number, among the three first."""
        return np.bincount(self.who.ravel() + 1, minlength=frictions + 1)[1:]


def _ahead(number: float, keys: Keys, others: Keys, who: NDArray[np.intp]) -> NDArray[np.bool_]:
    """In which trials it goes before the others: by more than noise, or level and earlier in ties."""
    return (keys > MORE * others) | ((MORE * keys >= others) & (number < who))
