"""Somebody at the keyboard of the real window: presses keys where the caret is, and counts them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def _usable(widget: QWidget | None) -> bool:
    return widget is not None and widget.isVisible()


class Typist:
    """`letters` are words a person must say anyway, `others` all other keys; a chord is one of them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.letters = 0
        self.others = 0

    def focus(self) -> QWidget:
        self._qtbot.waitUntil(lambda: _usable(QApplication.focusWidget()))
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus(), letter)
        self.letters += len(text)

    def press(self, key: Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus(), key, held)
        QTest.qWait(1)
        self.others += 1

    def line(self, text: str, lane: int = 0, *, branch: bool = False) -> None:
        if lane:
            self.press(Key(Key.Key_0 + lane), CTRL)
        self.write(text)
        self.press(Key.Key_Return, SHIFT if branch else NONE)

    def answers(self, digits: str) -> None:
        for digit in digits:
            self.press(Key.Key_Return if digit == "-" else Key(Key.Key_0 + int(digit)))

    def by_name(self, words: str, value: str = "") -> None:
        """Ctrl+K, some letters, Enter; then the figure and Enter where one is asked for. All are keys."""
        self.press(Key.Key_K, CTRL)
        self.write(words)
        self.letters -= len(words)
        self.others += len(words)
        self.press(Key.Key_Return)
        QTest.qWait(5)
        if value:
            self.write(value)
            self.press(Key.Key_Return)
