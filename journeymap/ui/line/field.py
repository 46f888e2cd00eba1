"""The text field of the line: an ordinary field, so that dictation and input methods work in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from journeymap.canvas.guard import guard

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
TO_THE_MAP = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Delete,
    }
)
"""Keys that act on the map while the line is empty (LINE 2, rule 7)."""


class LineField(QLineEdit):
    """Says what keys mean; the writing decides what happens."""

    entered = Signal(bool, bool)
    """Enter: as a branch, and whether to go back to the map afterwards."""
    backed_out = Signal()
    passed_on = Signal(QKeyEvent)
    """A key that is none of the field's, pressed or let go: the map and the window may want it."""
    pasted = Signal(str)
    taken = Signal()
    stepped = Signal(int)
    """Up or down in the suggestions."""
    offers_asked = Signal()
    """Alt+Down: show everything that could be taken here."""
    colon_meant = Signal()
    """Backspace right behind the colon of a lane about to be made: it is text."""

    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offering = False
        self.answered_by = ""
        """The sign that just answered a question: a blank right behind it says that it began a line."""
        self.naming = False
        """Whether the words before the colon name a lane that is not there yet."""

    def empty(self) -> None:
        """Nothing is written, and Ctrl+Z brings nothing back here: what was written is the map's."""
        self.setText("")

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        sign, self.answered_by = self.answered_by, ""
        if sign and key == Qt.Key.Key_Space and not self.text():
            self.setText(f"{sign} ")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(held & SHIFT), bool(held & CTRL))
        elif key == Qt.Key.Key_Escape:
            self.backed_out.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._many_lines():
            self.pasted.emit(QApplication.clipboard().text())
        elif key == Qt.Key.Key_Down and held == ALT:
            self.offers_asked.emit()
        elif key == Qt.Key.Key_Backspace and not held and self.naming and self._behind_colon():
            self.colon_meant.emit()
        elif self.offering and key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab):
            self._in_suggestions(key)
        elif self._is_no_writing(event, held):
            self.passed_on.emit(event)
        else:
            super().keyPressEvent(event)

    @guard(None)
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space that was held over the map is let go wherever the caret stands."""
        if event.key() == Qt.Key.Key_Space:
            self.passed_on.emit(event)
        super().keyReleaseEvent(event)

    def _behind_colon(self) -> bool:
        before = self.text()[: self.cursorPosition()].rstrip()
        return before.endswith(":") and before.count(":") == 1 and not self.hasSelectedText()

    def _in_suggestions(self, key: int) -> None:
        if key == Qt.Key.Key_Tab:
            self.taken.emit()
        else:
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)

    def _many_lines(self) -> bool:
        return "\n" in QApplication.clipboard().text().strip()

    def _is_no_writing(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        """Keys for the map: lanes by Ctrl and F-keys at any time; all but letters while it is empty."""
        key = event.key()
        if held == CTRL and (Qt.Key.Key_1 <= key <= Qt.Key.Key_9 or key in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            return True
        if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
            return True
        if self.text():
            return False
        writes = held & (CTRL | ALT) == CTRL | ALT and event.text().isprintable() and event.text() != ""
        return key in TO_THE_MAP or key == Qt.Key.Key_Space or (bool(held & (CTRL | ALT)) and not writes)

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def _undoes_nothing(self, event: QEvent) -> bool:
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        return is_undo and not self.isUndoAvailable()

    def settle(self) -> None:
        """What is written stays, and the next Ctrl+Z is the map's: something else was done meanwhile."""
        self.setText(self.text())

    @guard(False)
    def event(self, event: QEvent) -> bool:
        """While nothing is written, undo and paste are the map's; undo also where the field has none."""
        if event.type() == QEvent.Type.ShortcutOverride and (not self.text() or self._undoes_nothing(event)):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tab = event.key() == Qt.Key.Key_Tab
            if tab and self.offering:
                self.keyPressEvent(event)
                return True
        return super().event(event)
