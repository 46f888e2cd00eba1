"""Keys on the map: going, extending, moving, renaming, deleting, backing out; letters go to the line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymap.canvas.walk import Direction

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Walker(Protocol):
    """What keys can make the map do."""

    def go(self, towards: Direction, extend: bool = False) -> None: ...

    def go_along(self, onward: bool) -> None: ...

    def go_to_end(self, last: bool, of_journey: bool = False) -> None: ...

    def push(self, towards: Direction) -> None: ...

    def rename(self) -> None: ...

    def delete(self) -> None: ...

    def back_out(self) -> bool: ...


Command = Callable[[Walker], object]
"""What a key does; False: it had nothing to do, and the window may have."""
_ARROWS: Mapping[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_PLAIN: Mapping[tuple[int, Qt.KeyboardModifier], Command] = {
    (Qt.Key.Key_PageDown, NONE): lambda map: map.go_along(onward=True),
    (Qt.Key.Key_PageUp, NONE): lambda map: map.go_along(onward=False),
    (Qt.Key.Key_Home, NONE): lambda map: map.go_to_end(last=False),
    (Qt.Key.Key_End, NONE): lambda map: map.go_to_end(last=True),
    (Qt.Key.Key_Home, CTRL): lambda map: map.go_to_end(last=False, of_journey=True),
    (Qt.Key.Key_End, CTRL): lambda map: map.go_to_end(last=True, of_journey=True),
    (Qt.Key.Key_F2, NONE): lambda map: map.rename(),
    (Qt.Key.Key_Delete, NONE): lambda map: map.delete(),
    (Qt.Key.Key_Backspace, NONE): lambda map: map.delete(),
    (Qt.Key.Key_Escape, NONE): lambda map: map.back_out(),
}


def command_of(event: QKeyEvent) -> Command | None:
    """What a key press asks of the map; None: the map has no use for it."""
    held = event.modifiers() & ~KEYPAD
    towards = _ARROWS.get(event.key())
    if towards is not None and held in (NONE, SHIFT):
        return lambda map: map.go(towards, extend=held == SHIFT)
    if towards is not None and held == ALT:
        return lambda map: map.push(towards)
    return _PLAIN.get((event.key(), held))


def typed_text(event: QKeyEvent) -> str:
    """The words a key press writes, empty if it is a command.

    AltGr arrives as Ctrl+Alt on Windows: both together with printable text is text. On macOS Alt
    alone writes signs too.
    """
    text = event.text()
    held = event.modifiers() & (CTRL | ALT | Qt.KeyboardModifier.MetaModifier)
    writes = held == NONE or held == CTRL | ALT or (sys.platform == "darwin" and held == ALT)
    return text if writes and text and text.isprintable() and text != " " else ""
