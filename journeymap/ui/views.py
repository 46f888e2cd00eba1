"""The middle of the page: the map, the table, or both above one another at 60 : 40."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from journeymap.ui.drawing import Drawing
from journeymap.ui.mappane import MapPane
from journeymap.ui.table.kept import VIEWS, Kept, ViewName
from journeymap.ui.table.pane import TablePane

SHARES = (600, 400)


class Views(QSplitter):
    """`turned` when another view is shown. A map nobody sees is not drawn until it is seen again."""

    turned = Signal()

    def __init__(self, pane: MapPane, table: TablePane, drawing: Drawing, kept: Kept) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName("views")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self._pane, self._table, self._drawing, self._kept = pane, table, drawing, kept
        self.addWidget(pane)
        self.addWidget(table)
        self.setStretchFactor(0, SHARES[0])
        self.setStretchFactor(1, SHARES[1])
        self._in_table = kept.view == "table"
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self._show()

    @property
    def name(self) -> ViewName:
        """Which view is shown."""
        return self._kept.view

    @property
    def shows_map(self) -> bool:
        """Whether the map can be seen."""
        return self._kept.view != "table"

    @property
    def in_table(self) -> bool:
        """Whether what one does now is meant for the table: it is alone, or had the keyboard last."""
        return self._kept.view == "table" or (self._kept.view == "both" and self._in_table)

    def turn_to(self, name: ViewName) -> None:
        """Show a view and give the keyboard to it."""
        if name != self._kept.view:
            self._table.editor.finish()
            self._kept.view = name
            self._show()
            self.turned.emit()
        self.take_focus()

    def turn(self, by: int) -> None:
        """The next or previous view, round and round."""
        self.turn_to(VIEWS[(VIEWS.index(self._kept.view) + by) % len(VIEWS)])

    def need_map(self) -> None:
        """The line is needed: it lies on the map."""
        if not self.shows_map:
            self.turn_to("both")

    def take_focus(self) -> None:
        """The keyboard goes to the table where it is alone, else to the map."""
        if self._kept.view == "table":
            self._table.take_focus()
        else:
            self._pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._drawing.sleep(not self.shows_map, "table")
        self._pane.setVisible(self.shows_map)
        self._table.setVisible(self._kept.view != "map")
        if self._kept.view == "both":
            self.setSizes(list(SHARES))
            self._in_table = False

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        if now is self._table or self._table.isAncestorOf(now):
            self._in_table = True
        elif now is self._pane or self._pane.isAncestorOf(now):
            self._in_table = False
