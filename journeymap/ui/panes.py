"""From one big part of the window to the next (F6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

Stop = tuple[QWidget, Callable[[], object]]
"""A part, and how it takes the keyboard."""


def go_on(stops: Sequence[Stop], by: int) -> None:
    """Give the keyboard to the next of the parts in sight, round and round."""
    there = [(widget, go) for widget, go in stops if widget.isVisible()]
    if there:
        now = next((n for n, (widget, _) in enumerate(there) if holds_focus(widget)), 0)
        there[(now + by) % len(there)][1]()


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in this part."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
