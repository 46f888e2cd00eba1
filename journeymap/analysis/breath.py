"""Long work in a thread of its own draws breath: whoever began it may hold it up there, or call it off."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager

Pause = Callable[[], object]
_HERE = threading.local()


class CalledOffError(Exception):
    """Nobody wants the answer any more."""


def breathe() -> None:
    """A moment at which the work may be held up; CalledOffError where it is not wanted any more."""
    pause: Pause | None = getattr(_HERE, "pause", None)
    if pause is not None:
        pause()


@contextmanager
def breathing(pause: Pause) -> Generator[None, None, None]:
    """Call `pause` whenever the work of this thread draws breath."""
    before = getattr(_HERE, "pause", None)
    _HERE.pause = pause
    try:
        yield
    finally:
        _HERE.pause = before
