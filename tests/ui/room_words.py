"""What somebody presses and reads in the workshop room."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget


def press(widget: QWidget, key: str) -> None:
    """A key by its name, such as "Ctrl+Tab"."""
    combination = QKeySequence(key)[0]  # type: ignore[index]
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def shown(widget: QWidget) -> str:
    """All words in sight."""
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())
