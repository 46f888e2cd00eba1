"""How far a longer piece of work is, told on a terminal and nowhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

QUIET = 1.0
"""Seconds before anything is said."""
Heed = Callable[[float], None]


@contextmanager
def progress(words: str) -> Iterator[Heed]:
    """Gives what hears how far the work is, 0 to 1; on a terminal a line counts, and goes when it is done.

    A pipe or a file hears nothing: what stands there is the result and what has to be told.
    """
    if not sys.stderr.isatty():
        yield lambda share: None
        return
    begun, said = time.monotonic(), ""

    def heed(share: float) -> None:
        nonlocal said
        line = f"{words} {share:.0%}"
        if line != said and time.monotonic() - begun > QUIET:
            _write(line.ljust(len(said)))
            said = line

    try:
        yield heed
    finally:
        if said:
            _write(" " * len(said))
            _write("")


def _write(line: str) -> None:
    sys.stderr.write(f"\r{line}")
    sys.stderr.flush()
