"""The table's keys as data: what a key press asks of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymap.ui.table import walk

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class _Signal(Protocol):
    def emit(self, *values: object) -> None: ...


class Table(Protocol):
    """What keys can make the table do."""

    @property
    def cell(self) -> walk.Cell: ...

    @property
    def did(self) -> _Signal: ...

    @property
    def edit_asked(self) -> _Signal: ...

    def field(self) -> walk.Field: ...

    def go(self, cell: walk.Cell, *, extend: bool = False) -> None: ...

    def go_on(self, towards: str) -> None: ...

    def chosen_rows(self) -> list[int]: ...


class Command(NamedTuple):
    """What a key does; False: the table has no use for it here."""

    do: Callable[[Table], object]
    forgets_tab: bool = True
    """Whether Enter no longer goes back to where a row of Tabs began."""


_ARROWS: Mapping[int, walk.Step] = {
    Key.Key_Left: "left",
    Key.Key_Right: "right",
    Key.Key_Up: "up",
    Key.Key_Down: "down",
}


def _did(name: str) -> Command:
    return Command(lambda table: table.did.emit(name))


def _on(towards: str) -> Command:
    return Command(lambda table: table.go_on(towards), forgets_tab=False)


def _edit(text: str, as_it_stands: bool) -> Command:
    return Command(lambda table: table.edit_asked.emit(text, as_it_stands))


def _delete(table: Table) -> None:
    table.did.emit("remove_rows" if table.chosen_rows() else "clear")


_PLAIN: Mapping[tuple[int, Qt.KeyboardModifier], Command] = {
    (Key.Key_Return, NONE): _on("down"),
    (Key.Key_Enter, NONE): _on("down"),
    (Key.Key_Return, SHIFT): _on("up"),
    (Key.Key_Enter, SHIFT): _on("up"),
    (Key.Key_Tab, NONE): _on("right"),
    (Key.Key_Backtab, SHIFT): _on("left"),
    (Key.Key_Tab, SHIFT): _on("left"),
    (Key.Key_F2, NONE): _edit("", True),
    (Key.Key_Backspace, NONE): _edit("", False),
    (Key.Key_Down, ALT): _did("row_down"),
    (Key.Key_Up, ALT): _did("row_up"),
    (Key.Key_Delete, NONE): Command(_delete),
    (Key.Key_D, CTRL): _did("fill_down"),
    (Key.Key_Space, SHIFT): _did("choose_row"),
    (Key.Key_Insert, NONE): _did("row_below"),
    (Key.Key_PageDown, CTRL): _did("next_sheet"),
    (Key.Key_PageUp, CTRL): _did("previous_sheet"),
    (Key.Key_Escape, NONE): _did("back_out"),
}


def command_of(event: QKeyEvent) -> Command | None:
    """What a key press asks of the table; None: it writes, or the window may want it."""
    held = event.modifiers() & ~KEYPAD
    towards = _ARROWS.get(event.key())
    extend = bool(held & SHIFT)
    if towards is not None and held & ~SHIFT in (NONE, CTRL):
        way = walk.leap if held & CTRL else walk.step
        return Command(lambda table: table.go(way(table.field(), table.cell, towards), extend=extend))
    if event.key() in (Key.Key_Home, Key.Key_End) and held & ~SHIFT in (NONE, CTRL):
        last, whole = event.key() == Key.Key_End, bool(held & CTRL)
        return Command(
            lambda table: table.go(walk.end(table.field(), table.cell, last=last, whole=whole), extend=extend)
        )
    if event.key() in (Key.Key_PageUp, Key.Key_PageDown) and held & ~SHIFT == NONE:
        by = 1 if event.key() == Key.Key_PageDown else -1
        return Command(lambda table: table.go(walk.page(table.field(), table.cell, by), extend=extend))
    return _PLAIN.get((event.key(), held))
