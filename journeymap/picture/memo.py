"""What was computed last time for each name, so that what did not change is the same object again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")

MOST = 40_000
"""Entries kept before the memory is emptied: some twenty maps of a thousand steps."""


class Memo:
    """Results by name, valid while their inputs are equal. Safe to share between threads."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def get(self, name: Hashable, inputs: tuple[Any, ...], make: Callable[..., T]) -> T:
        """`make(*inputs)`, or what it gave last time under this name for equal inputs.

        Tuples compare by identity first, so unchanged records cost next to nothing.
        """
        known = self._known.get(name)
        if known is not None and known[0] == inputs:
            return cast(T, known[1])
        result = make(*inputs)
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[name] = (inputs, result)
        return result
