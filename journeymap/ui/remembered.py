"""What is worked out once for an examination, however often it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from journeymap.analysis.findings import Findings

T = TypeVar("T")


class Remembered(Generic[T]):
    """Remembers the answer about the latest findings that were asked about."""

    def __init__(self, work: Callable[[Findings], T]) -> None:
        self._work = work
        self._latest: tuple[Findings, T] | None = None

    def of(self, findings: Findings) -> T:
        """The answer about these findings."""
        if self._latest is None or self._latest[0] is not findings:
            self._latest = (findings, self._work(findings))
        return self._latest[1]
