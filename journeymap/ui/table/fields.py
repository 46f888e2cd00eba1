"""The two fields that lie over a cell while it is written: a line, and one that grows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from journeymap.canvas.guard import guard

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
STAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
ENDS: dict[tuple[int, bool], str] = {
    (Key.Key_Return, False): "down",
    (Key.Key_Enter, False): "down",
    (Key.Key_Return, True): "up",
    (Key.Key_Enter, True): "up",
    (Key.Key_Tab, False): "right",
    (Key.Key_Tab, True): "left",
    (Key.Key_Backtab, True): "left",
}
"""Key and whether Shift is held → where the keyboard goes once the cell is written."""


class LineCell(QLineEdit):
    """A line of text."""

    ended = Signal(str)
    """Where to go: down, up, right, left, all (Ctrl+Enter), or empty to give up."""
    left = Signal()
    stepped = Signal(int)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cell")
        self.arrows_leave = False
        self.offering = False

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Key.Key_Return, Key.Key_Enter) and held == CTRL:
            self.ended.emit("all")
        elif (key, bool(held & SHIFT)) in ENDS and not held & ~SHIFT:
            self.ended.emit(ENDS[key, bool(held & SHIFT)])
        elif key == Key.Key_Escape:
            self.ended.emit("")
        elif key == Key.Key_F2:
            self.arrows_leave = not self.arrows_leave
        elif key == Key.Key_Down and held == ALT:
            self.opened.emit()
        elif key in (Key.Key_Down, Key.Key_Up) and not held:
            self._up_or_down(1 if key == Key.Key_Down else -1)
        elif self.arrows_leave and key in (Key.Key_Left, Key.Key_Right) and not held:
            self.ended.emit("left" if key == Key.Key_Left else "right")
        else:
            super().keyPressEvent(event)

    def _up_or_down(self, by: int) -> None:
        if self.offering:
            self.stepped.emit(by)
        elif self.arrows_leave:
            self.ended.emit("down" if by > 0 else "up")

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAY:
            self.left.emit()

    @guard(False)
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        return False


class LongCell(QPlainTextEdit):
    """Several lines; Alt+Enter begins a new one. It grows with what stands in it."""

    ended = Signal(str)
    left = Signal()
    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cell")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.grown.emit())

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Key.Key_Return, Key.Key_Enter) and held == ALT:
            self.insertPlainText("\n")
        elif key in (Key.Key_Return, Key.Key_Enter) and held == CTRL:
            self.ended.emit("all")
        elif (key, bool(held & SHIFT)) in ENDS and not held & ~SHIFT:
            self.ended.emit(ENDS[key, bool(held & SHIFT)])
        elif key == Key.Key_Escape:
            self.ended.emit("")
        else:
            super().keyPressEvent(event)

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAY:
            self.left.emit()

    @guard(False)
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        return False
