"""The editor that lies over a cell: a line that finishes what one begins, or a field that grows."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication

from journeymap.canvas.accessible import announce
from journeymap.edit.texts import folded
from journeymap.sheets.kinds import Several
from journeymap.sheets.references import Many, One
from journeymap.ui.desk import Desk
from journeymap.ui.label import tip
from journeymap.ui.table import completing
from journeymap.ui.table.beside import Offered, Remark
from journeymap.ui.table.fields import LineCell, LongCell
from journeymap.ui.table.view import TableView


class Editor(QObject):
    """One at a time. `written(text, where)` asks for the cell to be written; `close` when it was."""

    written = Signal(str, str)
    given_up = Signal()

    def __init__(self, desk: Desk, table: TableView, offered: Offered, remark: Remark) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self._offered, self._remark = offered, remark
        self.field: LineCell | LongCell | None = None
        self.cell = (0, 0)
        """The cell it lies over."""
        self._length = 0
        self._ending = False
        self._offered.taken.connect(self._take)
        for bar in (table.horizontalScrollBar(), table.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.place())

    @property
    def text(self) -> str:
        """What stands in the editor."""
        if isinstance(self.field, LongCell):
            return self.field.toPlainText()
        return self.field.text() if self.field is not None else ""

    def open(self, text: str, *, as_it_stands: bool) -> None:
        """Lie over the cell with the keyboard, with this text, or with what stands in the cell."""
        self.finish()
        grid, self.cell = self._table.grid, self._table.cell
        kind = grid.columns[self.cell[1]].kind_of(grid.line(self.cell[0]))
        field: LineCell | LongCell = LongCell() if kind.long else LineCell()
        field.setParent(self._table.viewport())
        shown = grid.exact(*self.cell) if as_it_stands else text
        self.field = field
        self._fill(field, shown, typed=not as_it_stands)
        field.ended.connect(self._ended)
        field.left.connect(self._left)
        row, column = self.cell
        heading = self._desk.t(grid.columns[column].words)
        field.setAccessibleName(self._desk.t("{column}, row {n}", column=heading, n=row + 1))
        self.place()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        refused = grid.refusal(*self.cell)
        if refused is not None and as_it_stands:
            self.refuse(refused.reason.said(self._desk.t))
        elif isinstance(field, LineCell) and not shown:
            self._offer(always=not as_it_stands and not text)

    def _fill(self, field: LineCell | LongCell, shown: str, *, typed: bool) -> None:
        if isinstance(field, LongCell):
            field.setPlainText(shown)
            field.moveCursor(field.textCursor().MoveOperation.End)
            field.grown.connect(self.place)
            return
        field.arrows_leave = typed
        field.textEdited.connect(self._typed)
        field.stepped.connect(self._step)
        field.opened.connect(lambda: self._offer(always=True))
        field.setText(shown)
        self._length = 0 if typed else len(shown)
        if typed and shown:
            self._typed(shown)

    def finish(self) -> None:
        """Somebody goes elsewhere: what is being written is written."""
        self._left()

    def select_all(self) -> None:
        """What stands there goes with the first letter."""
        if self.field is not None:
            self.field.selectAll()

    def close(self) -> None:
        """The cell is written, or given up: the table has the keyboard again."""
        field, self.field = self.field, None
        self._offered.hide()
        self._remark.hide()
        if field is not None:
            held = field.hasFocus()
            field.hide()
            field.deleteLater()
            if held:
                self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, reason: str) -> None:
        """Say why it cannot be so; what was typed stays to be changed."""
        if self.field is not None:
            self._offered.hide()
            self._remark.say(reason, self._beside(), refused=True)
            self.field.setAccessibleDescription(reason)
            tip(self.field, reason)
            announce(self.field, reason, urgent=True)

    def place(self) -> None:
        """Over its cell, as wide as it is at least; a long text takes the room it needs."""
        field = self.field
        if field is None:
            return
        index = self._table.model().index(*self.cell)
        area, look = self._table.visualRect(index), self._desk.look
        if isinstance(field, LongCell):
            wide = max(area.width(), look.px(320))
            lines = min(8.0, max(1.0, field.document().size().height()))
            area.setHeight(max(area.height(), round(lines * field.fontMetrics().lineSpacing()) + look.px(16)))
            area.setWidth(wide)
        else:
            area.setWidth(max(area.width(), look.px(120)))
        limit = self._table.viewport().rect()
        area.moveRight(min(area.right(), max(limit.right(), area.width() - 1)))
        area.moveBottom(min(area.bottom(), max(limit.bottom(), area.height() - 1)))
        field.setGeometry(area)

    def _beside(self) -> QRect:
        over = self._offered.parentWidget()
        field = self.field
        if field is None or over is None:
            return QRect()
        return QRect(field.mapTo(over, field.rect().topLeft()), field.size())

    # -- while one types --------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        """Finish what was begun, the rest selected; list what fits; say what would be made."""
        field = self.field
        if not isinstance(field, LineCell):
            return
        grown = len(text) > self._length and field.cursorPosition() == len(text)
        self._length = len(text)
        self._remark.hide()
        offers = self._offers()
        whole = completing.completed(offers, text, self._is_list()) if grown and offers else None
        if whole is not None:
            field.setText(whole)
            field.setSelection(len(whole), len(text) - len(whole))
        self._offer(text)
        if not self._offered.isVisible():
            self._say_new()

    def _offer(self, text: str | None = None, *, always: bool = False) -> None:
        field = self.field
        if not isinstance(field, LineCell):
            return
        said = "" if always else field.text() if text is None else text
        found = completing.listed(self._offers(), said, self._is_list()) if said or always else []
        self._offered.offer(found, self._beside())
        field.offering = bool(found)

    def _step(self, by: int) -> None:
        offer = self._offered.step(by)
        if offer is not None and isinstance(self.field, LineCell):
            text = completing.taken(self.field.text(), offer, self._is_list())
            self.field.setText(text)
            self._length = len(text)

    def _take(self, offer: str) -> None:
        """A click in the list: of one that is enough the cell is written, of many it goes on."""
        if isinstance(self.field, LineCell):
            self.field.setText(completing.taken(self.field.text(), offer, self._is_list()))
            self._offer("")
            if not self._is_list():
                self._ended("down")

    def _say_new(self) -> None:
        """Before Enter: that this name is nobody's yet."""
        grid = self._table.grid
        column = grid.columns[self.cell[1]]
        if not isinstance(column.kind, One) or not column.kind.makes:
            return
        known = {folded(offer) for offer in self._offers()}
        parts = self.text.split(";") if self._is_list() else [self.text]
        new = [part.strip() for part in parts if part.strip() and folded(part) not in known]
        words = self._desk.t("New: {name}", name=", ".join(new)) if new else ""
        self._remark.say(words, self._beside(), refused=False)

    def _offers(self) -> list[str]:
        return list(self._table.grid.offers(*self.cell))

    def _is_list(self) -> bool:
        grid = self._table.grid
        return isinstance(grid.columns[self.cell[1]].kind, Many | Several)

    # -- ends -------------------------------------------------------------------------------------

    def _ended(self, where: str) -> None:
        if where:
            self._ending = True
            self.written.emit(self.text, where)
            self._ending = False
            return
        if self._table.grid.refusal(*self.cell) is not None:
            self._table.grid.drop(*self.cell)
        self.close()
        self.given_up.emit()

    def _left(self) -> None:
        """The keyboard went elsewhere: what stands here is written, and kept if it cannot be."""
        if self.field is not None and not self._ending and QApplication.activePopupWidget() is None:
            self.written.emit(self.text, "away")
