"""What the table's keys and its editor do to the map, and where the keyboard goes afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from journeymap.canvas.accessible import announce
from journeymap.edit.rules.verdict import RefusedError
from journeymap.sheets.grid import Grid
from journeymap.sheets.kinds import Tick
from journeymap.sheets.outcome import DONE, NEW, Outcome
from journeymap.sheets.pasting import copied, told
from journeymap.ui.desk import Desk
from journeymap.ui.table.beside import Remark
from journeymap.ui.table.editor import Editor
from journeymap.ui.table.longpaste import Wait, pasted
from journeymap.ui.table.view import TableView


class Working(QObject):
    """Between table and grid. `told(sentence)` after what many cells took part in."""

    told = Signal(str, object)
    """A sentence, and the outcome whose refusals can be shown."""

    def __init__(self, desk: Desk, table: TableView, editor: Editor, remark: Remark) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self._editor, self._remark = editor, remark
        table.edit_asked.connect(self.edit)
        table.composed.connect(self._compose)
        table.did.connect(self.do)
        editor.written.connect(self._written)
        editor.given_up.connect(self._given_up)
        self._does: Mapping[str, Callable[[], object]] = {
            "tick": self._tick,
            "clear": self.clear,
            "remove_rows": self.remove_rows,
            "fill_down": self.fill_down,
            "row_below": self.row_below,
            "row_up": lambda: self._move(-1),
            "row_down": lambda: self._move(1),
            "choose_row": self._choose_row,
            "choose_column": self._choose_column,
        }

    @property
    def grid(self) -> Grid:
        """What is worked in."""
        return self._table.grid

    def do(self, name: str) -> None:
        """A command of the table by name; others are the pane's."""
        self._remark.hide()
        if name in self._does:
            self._does[name]()

    # -- one cell ---------------------------------------------------------------------------------

    def edit(self, text: str, as_it_stands: bool) -> None:
        """Open the editor over the cell; where nobody can write, say so instead."""
        self._remark.hide()
        row, column = self._table.cell
        is_new = self.grid.row_id(row) == NEW
        if is_new and self.grid.columns[column].is_computed:
            column = self._first_asked(column)
            self._table.go((row, column))
        wanted = self.grid.columns[column]
        if wanted.is_computed or (wanted.put is None and not is_new):
            self._say_at_cell(self._why_not(row, column))
        elif isinstance(wanted.kind_of(self.grid.line(row)), Tick) and not is_new:
            self._tick_as(text)
        else:
            self._editor.open(text, as_it_stands=as_it_stands)

    def _first_asked(self, column: int) -> int:
        """Where the words of a new row belong that are typed over what the program works out."""
        asked = (place for place, one in enumerate(self.grid.columns) if one.needed and not one.is_computed)
        return next(asked, column)

    def _why_not(self, row: int, column: int) -> str:
        wanted, writer = self.grid.columns[column], self.grid.writer()
        writer.put(self.grid.row_id(row), wanted, None, "?")
        return writer.refused[0].reason.said(self._desk.t) if writer.refused else ""

    def _compose(self, event: QInputMethodEvent) -> None:
        """Dead keys and dictation begin the cell like letters do."""
        self.edit("", False)
        if self._editor.field is not None:
            QApplication.sendEvent(self._editor.field, event)

    def _written(self, text: str, where: str) -> None:
        row, column = self._editor.cell
        if where == "all" and len(self._table.chosen_cells()) > 1:
            cells = self._table.chosen_cells()
            outcome = self._try(lambda: self.grid.write_all(cells, text))
            where = ""
        else:
            outcome = self._try(lambda: self.grid.write(row, column, text))
        if outcome.refused and where != "away":
            self._editor.refuse(outcome.reason.said(self._desk.t) if outcome.reason else "")
            return
        self._editor.close()
        self._go_on(outcome, (row, column), "" if where in ("away", "all") else where)

    def _go_on(self, outcome: Outcome, cell: tuple[int, int], where: str) -> None:
        """Down, right …; after a new row Tab goes on in it; a row that lacks something is asked for it."""
        if outcome.made:
            if where in ("right", "left"):
                self._table.go((self.grid.rows.index(outcome.made[0]), cell[1]))
            else:
                self._table.go((len(self.grid.rows) - 1, cell[1]))
        elif outcome.asks is not None and where in ("down", "up"):
            names = [column.name for column in self.grid.columns]
            if outcome.asks in names:
                self._table.go((len(self.grid.rows), names.index(outcome.asks)))
                return
        if where:
            self._table.go_on(where)

    def _given_up(self) -> None:
        """Esc right after a row was put in takes the row back."""
        if self.grid.fresh is not None and self.grid.row_id(self._table.cell[0]) == self.grid.fresh:
            self._desk.document.undo()

    def _tick_as(self, text: str) -> None:
        """F2 turns a box over, x or 1 ticks it, 0 or - takes the tick back; words change nothing."""
        if not text:
            self._tick()
        elif text.casefold() in ("x", "1"):
            if not self.grid.value(*self._table.cell):
                self._tick()
        elif text in ("0", "-"):
            self.clear()
        else:
            self._say_at_cell(self._desk.t("Space ticks the box."))

    # -- many cells -------------------------------------------------------------------------------

    def _tick(self) -> None:
        cells = [
            (row, column)
            for row, column in self._table.chosen_cells()
            if self.grid.row_id(row) != NEW
            and isinstance(self.grid.columns[column].kind_of(self.grid.line(row)), Tick)
        ]
        if cells:
            self._tell(self._try(lambda: self.grid.tick(cells)))

    def clear(self) -> None:
        """Empty the selected cells."""
        cells = self._table.chosen_cells()
        self._tell(self._try(lambda: self.grid.clear(cells)))

    def fill_down(self) -> None:
        """Repeat the top of the selection below; of a single row what stands above it."""
        cells = self._table.chosen_cells()
        rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
        top = rows[0] if len(rows) > 1 else rows[0] - 1
        if top >= 0:
            self._tell(self._try(lambda: self.grid.fill_down(top, rows, columns)))

    def copy(self) -> None:
        """Put the selected block on the clipboard, as spreadsheets do."""
        cells = self._table.chosen_cells()
        rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
        QApplication.clipboard().setText(copied(self.grid, rows, columns))

    def cut(self) -> None:
        """Copy, then empty."""
        self.copy()
        self.clear()

    def paste(self, wait: Wait) -> None:
        """Put a block in with its upper left cell at that of the selection."""
        text = QApplication.clipboard().text()
        cells = self._table.chosen_cells()
        if not text or not cells:
            return
        rows, columns = {row for row, _ in cells}, {column for _, column in cells}
        at, size = (min(rows), min(columns)), (len(rows), len(columns))
        outcome = self._try(lambda: pasted(self._desk, self.grid, text, (at, size), wait))
        said = told(outcome)
        self._tell(outcome, said.said(self._desk.t) if said is not None else "")
        if outcome.made and outcome.made[0] in self.grid.rows:
            self._table.go((self.grid.rows.index(outcome.made[0]), at[1]))

    # -- rows -------------------------------------------------------------------------------------

    def remove_rows(self) -> None:
        """Delete the records of every row in which something is selected."""
        rows = self._table.touched_rows() or [self._table.cell[0]]
        cell = self._table.cell
        self._tell(self._try(lambda: self.grid.remove(rows)))
        self._table.go((max(0, min(rows[0], self.grid.height - 1)), cell[1]))

    def row_below(self) -> None:
        """A new row right below: named at once, as a new step on the map is."""
        row = self._table.cell[0]
        if self.grid.sheet.make is None:
            return
        if len(self.grid.sheet.needed) != 1 or self.grid.row_id(row) == NEW:
            self._table.go((len(self.grid.rows), 0))
            return
        name = self._desk.t("New row")
        outcome = self._try(lambda: self.grid.insert_below(row, name))
        self._tell(outcome)
        if outcome.made:
            names = [column.name for column in self.grid.columns]
            first = self.grid.sheet.needed[0].name
            self._table.go((self.grid.rows.index(outcome.made[0]), names.index(first)))
            self._editor.open("", as_it_stands=True)
            self._editor.select_all()

    def _move(self, by: int) -> None:
        """Alt and an arrow: the row one place on, on the map; only while rows stand as the map has them."""
        row, column = self._table.cell
        id = self.grid.row_id(row)
        if id == NEW or self.grid.sheet.move is None:
            return
        if self.grid.sorting is not None:
            self._say_at_cell(self._desk.t("Rows can be moved while they stand in the order of the map."))
            return
        try:
            self.grid.move(row, by)
        except RefusedError as refused:
            self._say_at_cell(refused.verdict.said(self._desk.t))
        if id in self.grid.rows:
            self._table.go((self.grid.rows.index(id), column))

    def _choose_row(self) -> None:
        self._table.choose_whole(rows=True)

    def _choose_column(self) -> None:
        self._table.choose_whole(rows=False)

    # -- telling ----------------------------------------------------------------------------------

    def _try(self, edit: Callable[[], Outcome]) -> Outcome:
        """The edit; where the whole map may only be read, why."""
        try:
            return edit()
        except RefusedError as refused:
            self._say_at_cell(refused.verdict.said(self._desk.t))
            return DONE

    def _tell(self, outcome: Outcome, said: str = "") -> None:
        """One refused cell says why beside it, several are counted and can be listed."""
        count = len(outcome.refused)
        if count == 1 and not said:
            self._say_at_cell(outcome.refused[0].reason.said(self._desk.t))
            return
        if count:
            t = self._desk.t
            said += " " + t.plural("{n} cell was not taken over.", "{n} cells were not taken over.", count)
        if said.strip():
            self.told.emit(said.strip(), outcome)

    def _say_at_cell(self, sentence: str) -> None:
        """Beside the cell with the keyboard, on screen and aloud."""
        if not sentence:
            return
        table, over = self._table, self._remark.parentWidget()
        area = table.visualRect(table.currentIndex())
        if over is not None:
            place = table.viewport().mapTo(over, area.topLeft())
            self._remark.say(sentence, QRect(place, area.size()), refused=True)
        announce(table, sentence, urgent=True)
