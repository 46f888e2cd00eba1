"""The table one works in: a spreadsheet's keys, the cursor and what is selected; letters open the editor."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from journeymap.canvas.guard import guard
from journeymap.canvas.keyboard import typed_text
from journeymap.sheets.grid import Grid
from journeymap.sheets.kinds import Choice, Tick
from journeymap.ui.look import Look
from journeymap.ui.table import walk
from journeymap.ui.table.cells import Cells
from journeymap.ui.table.heads import Heads
from journeymap.ui.table.keys import command_of
from journeymap.ui.table.model import TableModel

Flag = QItemSelectionModel.SelectionFlag


class TableView(QTableView):
    """Knows where the cursor is; what keys do to cells it asks for by signals."""

    edit_asked = Signal(str, bool)
    """Open the editor: with this text instead of the cell's, or (True) with what stands there."""
    composed = Signal(QInputMethodEvent)
    did = Signal(str)
    """A command by name: clear, fill_down, tick, row_below, row_up, row_down, filter_column …"""
    menu_asked = Signal(QPoint)
    """The context menu of what is selected, at this place of the screen."""
    moved = Signal()
    """Another cell has the keyboard, or others are selected."""

    def __init__(self, look: Look, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tab_start: int | None = None
        self._anchor: walk.Cell = (0, 0)
        self.last_row = 0
        """Where the keyboard was last, for when its row is gone."""
        self.cells = Cells(look, self)
        self.heads = Heads(look, self)
        self.setHorizontalHeader(self.heads)
        self.setItemDelegate(self.cells)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self._dress_rows()
        self.selectionModel().selectionChanged.connect(lambda *_: self._was_moved())
        self.selectionModel().currentChanged.connect(lambda *_: self._was_moved())

    def _dress_rows(self) -> None:
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(self._look.px(34))
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setFixedWidth(self._look.px(48))
        rows.setHighlightSections(True)
        rows.setObjectName("rows")
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def grid(self) -> Grid:
        """What is shown."""
        model = self.model()
        assert isinstance(model, TableModel)
        return model.grid

    @property
    def cell(self) -> walk.Cell:
        """Where the keyboard is."""
        here = self.currentIndex()
        return (max(0, here.row()), max(0, here.column()))

    def repaint_all(self) -> None:
        """Headings and cells paint what the model shows now."""
        self.viewport().update()
        self.heads.viewport().update()

    # -- the cursor -------------------------------------------------------------------------------

    def go(self, cell: walk.Cell, *, extend: bool = False) -> None:
        """To a cell; with `extend` everything between it and where the selection began is selected."""
        row, column = self.field().held(cell)
        if row < 0 or column < 0:
            return
        model, chosen = self.model(), self.selectionModel()
        if not extend:
            self._anchor = (row, column)
            chosen.setCurrentIndex(model.index(row, column), Flag.ClearAndSelect)
        else:
            block = self._block(self._anchor, (row, column))
            chosen.setCurrentIndex(model.index(row, column), Flag.NoUpdate)
            chosen.select(block, Flag.ClearAndSelect)
        self.scrollTo(model.index(row, column))

    def _block(self, one: walk.Cell, other: walk.Cell) -> QItemSelection:
        """Everything between two cells; whole rows stay whole as more are taken in, columns too."""
        model, chosen = self.model(), self.selectionModel()
        (top, left), (bottom, right) = one, other
        if other[1] == self.cell[1] and chosen.isRowSelected(self.cell[0]):
            left, right = 0, len(self.grid.columns) - 1
        elif other[0] == self.cell[0] and chosen.isColumnSelected(self.cell[1]):
            top, bottom = 0, self.grid.height - 1
        return QItemSelection(model.index(top, left), model.index(bottom, right))

    def field(self) -> walk.Field:
        """The table as the cursor walks in it."""
        grid = self.grid
        rows = max(1, self.viewport().height() // max(1, self._look.px(34)) - 1)
        return walk.Field(grid.height, len(grid.columns), lambda r, c: bool(grid.text(r, c)), rows)

    def go_on(self, towards: str) -> None:
        """Where the keyboard goes when a cell is written: down, up, right, left, or nowhere."""
        field, cell = self.field(), self.cell
        if towards in ("right", "left"):
            self._tab_start = self._tab_start if self._tab_start is not None else cell[1]
            self.go(walk.along(field, cell, 1 if towards == "right" else -1))
        elif towards in ("down", "up"):
            start = cell[1]
            if towards == "down" and self._tab_start is not None:
                start = self._first_to_write(self._tab_start)
            self.go((cell[0] + (1 if towards == "down" else -1), start))
            self._tab_start = None

    def _first_to_write(self, column: int) -> int:
        """The column, or the next one in which anybody can write."""
        columns = self.grid.columns
        return next((n for n in range(column, len(columns)) if not columns[n].is_computed), column)

    def chosen_rows(self) -> list[int]:
        """The rows that are selected from edge to edge."""
        return [index.row() for index in self.selectionModel().selectedRows()]

    def chosen_cells(self) -> list[walk.Cell]:
        """Every selected cell; without any the one with the keyboard."""
        cells = sorted((index.row(), index.column()) for index in self.selectionModel().selectedIndexes())
        return cells or [self.cell]

    def touched_rows(self) -> list[int]:
        """The rows in which something is selected."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def choose_whole(self, *, rows: bool) -> None:
        """Select the whole rows, or the whole columns, in which something is selected."""
        model, chosen = self.model(), self.selectionModel()
        block, last = QItemSelection(), (self.grid.height - 1, len(self.grid.columns) - 1)
        for index in chosen.selectedIndexes():
            if rows:
                block.select(model.index(index.row(), 0), model.index(index.row(), last[1]))
            else:
                block.select(model.index(0, index.column()), model.index(last[0], index.column()))
        chosen.select(block, Flag.ClearAndSelect)

    def choose_rows(self, rows: list[int]) -> None:
        """Select these rows and nothing else; the keyboard stays in its column."""
        model, column = self.model(), self.cell[1]
        if len(rows) == 1:
            self.go((rows[0], column))
            return
        self._anchor = (rows[0], column)
        self.selectionModel().setCurrentIndex(model.index(rows[0], column), Flag.NoUpdate)
        block = QItemSelection()
        for row in rows:
            block.select(model.index(row, 0), model.index(row, len(self.grid.columns) - 1))
        self.selectionModel().select(block, Flag.ClearAndSelect)
        self.scrollTo(model.index(rows[0], column))

    def _was_moved(self) -> None:
        self.cells.alone = len(self.selectionModel().selectedIndexes()) < 2
        self.viewport().update()
        self.moved.emit()

    # -- Qt's overrides ---------------------------------------------------------------------------

    @guard(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By keyboard at the cursor; a click outside of what is selected selects what lies under it."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            area = self.visualRect(self.currentIndex())
            self.menu_asked.emit(self.viewport().mapToGlobal(area.center()))
            return
        under = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Mouse and under.isValid():
            if not self.selectionModel().isSelected(under):
                self.go((under.row(), under.column()))
            self.menu_asked.emit(event.globalPos())

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command, words = command_of(event), typed_text(event)
        if command is not None:
            self._tab_start = None if command.forgets_tab else self._tab_start
            event.setAccepted(command.do(self) is not False)
        elif words:
            event.accept()
            self.edit_asked.emit(words, False)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            event.accept()
            self.space()
        else:
            event.ignore()

    def space(self) -> None:
        """A box is ticked, a choice opened, anything else edited."""
        kind = self.grid.columns[self.cell[1]].kind_of(self.grid.line(self.cell[0]))
        if isinstance(kind, Tick):
            self.did.emit("tick")
        else:
            self.edit_asked.emit("", not isinstance(kind, Choice))

    @guard(None)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.accept()
        self.composed.emit(event)

    @guard(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tab_start = None
        super().mousePressEvent(event)
        if not event.modifiers():
            self._anchor = self.cell

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        kind = self.grid.columns[index.column()].kind if index.isValid() else None
        box = self.visualRect(index).adjusted(0, 0, 0, 0) if index.isValid() else None
        near = box is not None and event.position().x() < box.left() + self._look.px(36)
        if isinstance(kind, Tick) and near and len(self.chosen_cells()) == 1 and not event.modifiers():
            self.did.emit("tick")

    @guard(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not isinstance(self.grid.columns[index.column()].kind, Tick):
            self.edit_asked.emit("", True)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.grid.height:
            self.go((0, 0))
        self.viewport().update()

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @guard(False)
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        """Tab is the spreadsheet's; F6 goes on to the next part of the window."""
        return False
