"""The place itself: empty and hidden, or one panel; it outlives a page made anew for another language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk

WIDTH, MORE = 380, 680
"""Px at text size 100 %: the panel, and what it asks of a page that has room for the details too."""
Make = Callable[["Aside"], QWidget]


class Aside(QFrame):
    """`chose(id, show)` says what was taken in the panel; `left` that it was closed or left by Esc;
    `turned` that a panel came or went, so that the page has to be laid out anew.
    """

    chose = Signal(str, bool)
    left = Signal()
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("details")
        self._desk = desk
        self.panel: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setFixedWidth(desk.look.px(WIDTH))
        self.hide()

    def join(
        self,
        to_map: Callable[[], None],
        arrange: Callable[[], None],
        chose: Callable[[str, bool], None],
    ) -> None:
        """Take the place in the page, with the panel that was open on this map before."""
        self.left.connect(to_map)
        self.turned.connect(arrange)
        self.chose.connect(chose)
        self._restore()

    @property
    def needed(self) -> int:
        """Px that the page must be wider for details to stand beside the open panel too; 0 without one."""
        return self._desk.look.px(MORE) if self.panel is not None else 0

    def show_panel(self, make: Make) -> None:
        """Show this panel instead of the one before."""
        self._desk.aside = (self._desk.document, make)
        self._put(make(self))
        self.turned.emit()

    def _restore(self) -> None:
        held = self._desk.aside
        if held is not None and held[0] is self._desk.document:
            self._put(held[1](self))
        else:
            self._desk.aside = None

    def close_panel(self) -> None:
        """Nothing is held beside the map any more."""
        self._desk.aside = None
        self._put(None)
        self.turned.emit()
        self.left.emit()

    def _put(self, panel: QWidget | None) -> None:
        if self.panel is not None:
            self._layout.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
        self.panel = panel
        if panel is not None:
            self._layout.addWidget(panel)
        self.setVisible(panel is not None)

    def take_focus(self) -> None:
        """The keyboard goes to what the panel holds first."""
        if self.panel is not None:
            self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
