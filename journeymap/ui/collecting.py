"""When Python's collector walks: in the window's thread, while nobody waits for the window.

Left to itself it walks whenever enough objects were made, in whatever thread makes the next one. At
5 000 steps one walk takes a quarter of a second, and the thread of the examination must never be the
one that ends a Qt object. So it is switched off while a window lives; what no circle holds is freed at
once all the same, and circles wait for a quiet moment.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE = 4_000
"""Milliseconds between two looks; two looks that see the same are a quiet moment."""
ENOUGH, TOO_MANY = 200_000, 4_000_000
"""Objects made since the last walk: worth one in a quiet moment, or at any moment."""


class Collecting(QObject):
    """Switches the collector off as long as it lives; walks itself when `seen` stays the same."""

    def __init__(self, seen: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._seen: Final = seen
        self._last: object = None
        gc.disable()
        _living.append(None)
        parent.destroyed.connect(_window_went)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Walk if enough was made and nobody is at work."""
        made, seen = gc.get_count()[0], self._seen()
        quiet, self._last = seen == self._last, seen
        if made >= TOO_MANY or (quiet and made >= ENOUGH):
            gc.collect()


_living: Final[list[None]] = []
"""One for every window whose collecting is on."""


def _window_went() -> None:
    """Called from within the window's destruction, where a walk would end Qt objects that Qt holds a lock on.

    So the collector is given back from the event loop, and only if no other window lives by then.
    """
    _living.pop()
    QTimer.singleShot(0, _give_back)


def _give_back() -> None:
    if not _living:
        gc.enable()
