"""What can wait until people see something: done when a widget has been painted for the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from journeymap.canvas.guard import guard

AT_LATEST = 400
"""Milliseconds after which it is done also for a window that nobody sees, as one that begins minimised."""


class _Waiting(QObject):
    """Calls once, in an event of its own."""

    def __init__(self, widget: QWidget, call: Callable[[], object]) -> None:
        super().__init__(widget)
        self._call = call
        self._widget = widget
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._done)
        self._timer.start(AT_LATEST)
        widget.installEventFilter(self)

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return False

    def _done(self) -> None:
        self._widget.removeEventFilter(self)
        self._call()
        self.deleteLater()


def once_painted(widget: QWidget, call: Callable[[], object]) -> None:
    """Call when the widget has been painted, or a moment later if it is not; not at all once it is gone."""
    _Waiting(widget, call)
