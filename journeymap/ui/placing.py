"""Where the window stands on the screen: all of it in sight, and where it stood the last time."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from journeymap.storage import settings

SMALLEST, USUAL = QSize(1024, 640), QSize(1440, 900)
"""What the window wants, as far as the screen has it."""
FRAME = QSize(16, 48)
"""The most that a system's frame and title add to a window, in pixels of the screen."""
_NAME = "window"


def put_back(window: QWidget) -> None:
    """Before it is first shown: as it was left, or else whole; too small a screen is filled."""
    if window.restoreGeometry(_left()):
        return
    room = window.screen().availableSize() - FRAME
    if window.size().boundedTo(room) != window.size():
        window.resize(window.size().boundedTo(room).expandedTo(window.minimumSize()))
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep(window: QWidget) -> None:
    """When the program ends: its size, its place and whether it filled the screen."""
    settings.put(_NAME, b64encode(window.saveGeometry().data()).decode("ascii"))


def _left() -> bytes:
    try:
        return b64decode(settings.get(_NAME, ""), validate=True)
    except (binascii.Error, ValueError):
        return b""
