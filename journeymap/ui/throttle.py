"""At most once in a while: what is asked for more often is done once at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class Throttle(QObject):
    """Calls `least` ms after the first time, then at most every `pause` ms; never under a pressed button.

    `under` is the widget that must not move under the button; without it any press holds.
    """

    def __init__(
        self,
        call: Callable[[], object],
        pause: int,
        parent: QObject,
        *,
        least: int = 0,
        under: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._under = under
        self._call = call
        self._pause, self._least = pause, least
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._due)

    def ask(self) -> None:
        """Do it soon."""
        if self._timer.isActive():
            return
        left = self._pause - self._since.elapsed() if self._since.isValid() else 0
        self._timer.start(max(self._least, left))

    def now(self) -> None:
        """Do it before this returns."""
        self._timer.stop()
        self._since.restart() if self._since.isValid() else self._since.start()
        self._call()

    def is_held(self) -> bool:
        """Whether a button is pressed on what must not move under it."""
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        return pressed and (self._under is None or self._under.underMouse())

    def _due(self) -> None:
        if self.is_held():
            self._timer.start(100)
            return
        self.now()
