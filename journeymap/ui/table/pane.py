"""The pane of the table twin: sheets above, filter and columns beside them, the table below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout

from journeymap.canvas.guard import guard
from journeymap.edit.document import Edited
from journeymap.sheets.book import BY_NAME, SHEETS
from journeymap.sheets.grid import Grid
from journeymap.sheets.outcome import NEW, Outcome, Refused
from journeymap.ui.desk import Desk
from journeymap.ui.keynames import named
from journeymap.ui.keys import keys_of
from journeymap.ui.label import label, tip
from journeymap.ui.mappane import News
from journeymap.ui.pieces import button, row
from journeymap.ui.table import kept as kept_
from journeymap.ui.table.beside import Offered, Remark
from journeymap.ui.table.editor import Editor
from journeymap.ui.table.following import changed_cell, sheet_for
from journeymap.ui.table.kept import Kept
from journeymap.ui.table.model import TableModel
from journeymap.ui.table.refusals import Refusals
from journeymap.ui.table.sorting import Sorter
from journeymap.ui.table.spoken import Spoken
from journeymap.ui.table.tabs import Tabs
from journeymap.ui.table.view import TableView
from journeymap.ui.table.working import Working

PAUSE = 150
"""Milliseconds of quiet before what stands in the filter narrows the rows."""


class TablePane(QFrame):
    """`chose(ids)` says which rows are selected; `menu_asked(place)` asks for the context menu."""

    chose = Signal(tuple)
    menu_asked = Signal(QPoint)

    def __init__(self, desk: Desk, kept: Kept) -> None:
        super().__init__()
        self.setObjectName("table")
        self._desk, self._kept = desk, kept
        self._grids: dict[str, Grid] = {}
        self._quiet = False
        self.grid = self._grid_of(kept.sheet)
        self.model = TableModel(self.grid, Spoken(desk.t))
        self.view = TableView(desk.look, self.model)
        self.tabs = Tabs(desk, SHEETS)
        self.filter = QLineEdit()
        self.columns = button(desk.look, desk.t("Columns"), role="quiet")
        self._nothing: QLabel = label("", "quiet", wrap=True)
        self._corner: QLabel = label(desk.t("No."))
        self._offered, self._remark = Offered(desk, self), Remark(desk, self)
        self.editor = Editor(desk, self.view, self._offered, self._remark)
        self.working = Working(desk, self.view, self.editor, self._remark)
        self.sorter = Sorter(desk, self.view)
        self.news = News(desk, self)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._seen = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self.show_sheet(kept.sheet)

    def _build(self) -> None:
        t, look = self._desk.t, self._desk.look
        self.view.setAccessibleName(t("Table"))
        self.filter.setPlaceholderText(t("Filter"))
        self.filter.setAccessibleName(t("Filter rows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(look.px(180))
        tip(self.filter, f"{t('Filter rows')}  {named(t, keys_of('filter_rows').here()[0])}")
        tip(self.columns, t("Choose columns"))
        self._nothing.setParent(self.view.viewport())
        self._nothing.hide()
        self._corner.setObjectName("corner")
        self._corner.setParent(self.view)
        self._corner.setGeometry(0, 0, look.px(48), look.px(34))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = row(
            (self.tabs, 1), 6, self.filter, self.columns, gap=6, margins=(12, 6, 10, 6), name="table_bar"
        )
        layout.addWidget(top)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_sheet)
        self.tabs.chosen.connect(lambda _: self.take_focus())
        self.filter.textChanged.connect(lambda _: self._soon.start())
        self.filter.returnPressed.connect(self.take_focus)
        self._soon.timeout.connect(lambda: self.sorter.find(self.filter.text()))
        self._seen.timeout.connect(lambda: self.view.scrollTo(self.view.currentIndex()))
        self.columns.clicked.connect(lambda _: self.sorter.choose_columns(self.columns))
        self.sorter.changed.connect(self._shown_anew)
        self.view.moved.connect(self._moved)
        self.view.did.connect(self._did)
        self.view.heads.sorted.connect(self.sorter.turn)
        self.view.menu_asked.connect(self.menu_asked)
        self.view.heads.menu_asked.connect(self.sorter.open_menu)
        self.view.heads.sectionResized.connect(self.sorter.resized)
        self.working.told.connect(self._tell)
        self._desk.work.examined.connect(self.refresh)
        self._desk.selection.changed.connect(self._follow)

    # -- sheets -----------------------------------------------------------------------------------

    def _grid_of(self, name: str) -> Grid:
        grid = self._grids.get(name)
        if grid is None or grid.document is not self._desk.document:
            sheet = BY_NAME[name]
            grid = Grid(sheet, self._desk.document, self._desk.t, self._desk.work.findings)
            grid.show_columns(kept_.shown_columns(sheet))
            self._grids[name] = grid
        return grid

    def show_sheet(self, name: str) -> None:
        """Turn to a sheet; its rows stand as the map has them, or as they were sorted."""
        self.editor.finish()
        self._kept.sheet = name
        self.grid = self._grid_of(name)
        self.grid.refresh(self._desk.work.findings)
        self.grid.settle()
        self._shown_anew()
        self.view.setAccessibleName(self._desk.t("Table: {sheet}", sheet=self._desk.t(self.grid.sheet.words)))
        self.filter.blockSignals(True)
        self.filter.setText(self.grid.filter.words)
        self.filter.blockSignals(False)
        self._quiet = True
        self.view.go((0, 0))
        self._follow()
        self._quiet = False

    def turn(self, by: int) -> None:
        """The next or previous sheet."""
        names = [sheet.name for sheet in SHEETS]
        self.show_sheet(names[(names.index(self.grid.sheet.name) + by) % len(names)])

    def _shown_anew(self) -> None:
        """The model shows the grid from scratch: other rows, columns or order."""
        self.model.show(self.grid)
        self.view.repaint_all()
        self.sorter.set_widths()
        self._count()

    def refresh(self) -> None:
        """Show what is known now; the keyboard stays with its row wherever that went."""
        if not self.isVisible():
            return
        row_id, column = self.grid.row_id(self.view.cell[0]), self.view.cell[1]
        chosen = [self.grid.row_id(row) for row in self.view.touched_rows()]
        self.grid.refresh(self._desk.work.findings)
        if self.model.follow():
            self._quiet = True
            self.sorter.set_widths()
            self._stand(row_id, column, chosen)
            self._quiet = False
        self.view.repaint_all()
        self.editor.place()
        self._count()

    def _stand(self, row_id: str, column: int, chosen: Sequence[str]) -> None:
        rows = self.grid.rows
        there = [rows.index(id) for id in chosen if id in rows]
        at = rows.index(row_id) if row_id in rows else len(rows) if row_id == NEW else None
        if len(there) > 1:
            self.view.choose_rows(there)
        else:
            last = min(self.view.last_row, self.grid.height - 1)
            self.view.go((max(0, last) if at is None else at, column))

    def _count(self) -> None:
        journey, marks = self._desk.journey, self._desk.work.findings.marks
        counts = {kind.TABLE: len(table) for kind, table in journey.tables.items()}
        self.tabs.show_these({**counts, "walls": len(marks)}, self.grid.sheet.name)
        words = self.grid.filter.words
        nothing = bool(self.grid.filter) and not self.grid.rows
        said = self._desk.t("Nothing here says “{words}”.", words=words) if words else ""
        self._nothing.setText(said or self._desk.t("No row passes the filter."))
        self._nothing.setVisible(nothing)
        self._place_nothing()

    def _place_nothing(self) -> None:
        px = self._desk.look.px
        self._nothing.setGeometry(px(16), px(52), max(60, self.view.viewport().width() - px(32)), px(40))

    # -- news and selection -----------------------------------------------------------------------

    def follow_edit(self, news: Edited) -> None:
        """Show what became of the journey; undo and redo go to the cell they changed."""
        self.refresh()
        if news.origin == "edit" or not self.holds_keys():
            return
        cell = changed_cell(self.grid, news, self._desk.work.findings)
        if cell is not None:
            self.view.go(cell)

    def _moved(self) -> None:
        """What is selected here is selected everywhere; the empty row selects nothing new."""
        self.view.last_row = self.view.cell[0]
        ids = tuple(id for row in self.view.touched_rows() if (id := self.grid.row_id(row)) != NEW)
        if not self._quiet and ids and self.grid.sheet.name != "journey" and self.isVisible():
            self.chose.emit(ids)

    def _follow(self) -> None:
        """Rows of what is selected elsewhere; the sheet that has it is turned to while nobody works here."""
        ids = self._desk.selection.ids
        if not ids or not self.isVisible():
            return
        touched = tuple(self.grid.row_id(row) for row in self.view.touched_rows())
        if touched == ids:
            return
        if ids[0] not in self.grid.rows and not self.holds_keys():
            name = sheet_for(self._desk, ids[0])
            if name is not None and name != self.grid.sheet.name:
                self.show_sheet(name)
                return
        rows = [self.grid.rows.index(id) for id in ids if id in self.grid.rows]
        if rows:
            quiet, self._quiet = self._quiet, True
            self.view.choose_rows(rows)
            self._quiet = quiet

    def _tell(self, sentence: str, outcome: Outcome) -> None:
        if not outcome.refused:
            self.news.say(sentence)
            return
        self.news.say(sentence, self._desk.t("Show"), lambda: self._list(outcome))

    def _list(self, outcome: Outcome) -> None:
        box = Refusals(self._desk, self.grid, outcome.refused, self._go_to, self)
        area = self.view.rect().translated(self.view.mapToGlobal(QPoint(0, 0)))
        box.open_over(area)

    def _go_to(self, refused: Refused) -> None:
        names = [column.name for column in self.grid.columns]
        if refused.row in self.grid.rows and refused.column in names:
            self.view.go((self.grid.rows.index(refused.row), names.index(refused.column)))
        self.take_focus()

    # -- the keyboard -----------------------------------------------------------------------------

    def take_focus(self) -> None:
        """The keyboard goes to the cells."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def holds_keys(self) -> bool:
        """Whether the keyboard is in the cells or in their editor."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.view or self.view.isAncestorOf(focus))

    def _did(self, name: str) -> None:
        if name in ("next_sheet", "previous_sheet"):
            self.turn(1 if name == "next_sheet" else -1)
        elif name == "back_out" and self.grid.row_id(self.view.cell[0]) == NEW and self.grid.draft:
            self.grid.drop_draft()
            self.view.viewport().update()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.filter.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.filter.clear()
            self.take_focus()
        elif self.filter.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.take_focus()
        else:
            super().keyPressEvent(event)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.news.place()
        self._place_nothing()
        self._seen.start()

    @guard(None)
    def showEvent(self, event: object) -> None:
        self.refresh()
        self._follow()
