"""What was computed last time for each name, so that what did not change is the same object again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from journeymap.analysis.breath import breathe

T = TypeVar("T")

MOST = 40_000
"""Entries kept before the memory is emptied: some twenty maps of a thousand steps."""
TURNS = 50
"""Pictures made until what none of them asked for is older; twice as many, and it is forgotten."""


class Memo:
    """Results by name, valid while their inputs are equal. Safe to share between threads."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._older: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._turns = 0

    def turn(self) -> None:
        """Another picture begins. What is long deleted would else be held for the rest of the day."""
        self._turns += 1
        if self._turns % TURNS == 0:
            self._older, self._known = self._known, {}

    def get(self, name: Hashable, inputs: tuple[Any, ...], make: Callable[..., T]) -> T:
        """`make(*inputs)`, or what it gave last time under this name for equal inputs.

        Tuples compare by identity first, so unchanged records cost next to nothing.
        """
        breathe()
        known = self._known.get(name)
        if known is None and (known := self._older.get(name)) is not None:
            self._known[name] = known
        if known is not None and known[0] == inputs:
            return cast(T, known[1])
        result = make(*inputs)
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[name] = (inputs, result)
        return result
