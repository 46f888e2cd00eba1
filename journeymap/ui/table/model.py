"""The shell that Qt looks through: every answer is the pure grid's, nothing is worked out here."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from journeymap.canvas.guard import guard
from journeymap.sheets.grid import Grid
from journeymap.ui.table.spoken import Spoken

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
USUAL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class TableModel(QAbstractTableModel):
    """Shows one grid; `show` another one, `follow` what became of the same."""

    def __init__(self, grid: Grid, spoken: Spoken) -> None:
        super().__init__()
        self.grid = grid
        self._spoken = spoken
        self._shape = (grid.rows, grid.columns, grid.height)

    def show(self, grid: Grid) -> None:
        """Show another grid, or the same with other columns."""
        self.beginResetModel()
        self.grid = grid
        self._shape = (grid.rows, grid.columns, grid.height)
        self.endResetModel()

    def follow(self) -> bool:
        """The grid was refreshed: repaint, or show its rows anew; True where other rows are shown."""
        shape = (self.grid.rows, self.grid.columns, self.grid.height)
        if shape != self._shape:
            self.show(self.grid)
            return True
        last = self.index(self.grid.height - 1, len(self.grid.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        return False

    @guard(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else self.grid.height

    @guard(0)
    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.grid.columns)

    @guard(None)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self.grid.text(row, column)
        if role == Role.AccessibleTextRole:
            return self._spoken.cell(self.grid, row, column)
        if role == Role.AccessibleDescriptionRole:
            return self._spoken.more(self.grid, row, column)
        return None

    @guard(None)
    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role == Role.DisplayRole:
            return self._spoken.heading(self.grid, section) if across else self._number(section)
        if role == Role.AccessibleTextRole:
            spoken = self._spoken
            return spoken.column(self.grid, section) if across else spoken.row(self.grid, section)
        return None

    def _number(self, row: int) -> str:
        number = self.grid.numbers.get(self.grid.row_id(row))
        return str(number) if number is not None else ""

    @guard(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        return USUAL
