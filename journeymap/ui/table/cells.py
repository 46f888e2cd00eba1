"""How cells look: words in ink or grey, boxes, what was refused or is asked for, the one with the keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from journeymap.canvas.guard import guard
from journeymap.model.reading import is_critical
from journeymap.model.records import Step
from journeymap.sheets.grid import Cell, Grid
from journeymap.sheets.kinds import Tick
from journeymap.sheets.outcome import NEW
from journeymap.ui.icons import pixmap
from journeymap.ui.look import Look
from journeymap.ui.sheet import font
from journeymap.ui.table.model import TableModel

PAD = 12
BOX = 16
TO_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
TO_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Paints every cell of one table; it never edits: the table has an editor of its own."""

    def __init__(self, look: Look, table: QTableView) -> None:
        super().__init__(table)
        self._look, self._table = look, table
        self._font = font(look, 13)
        self._metrics = QFontMetrics(self._font)
        self.alone = True
        """Whether no more than one cell is selected."""

    @property
    def grid(self) -> Grid | None:
        """What is painted."""
        model = self._table.model()
        return model.grid if isinstance(model, TableModel) else None

    @guard(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid = self.grid
        if grid is None:
            return
        area: QRect = option.rect
        row, column = index.row(), index.column()
        painter.save()
        painter.setFont(self._font)
        here = self._table.currentIndex()
        current = here.row() == row and here.column() == column
        painter.fillRect(area, self._ground(index, current))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._colour("line"))
        is_new, line = grid.row_id(row) == NEW, grid.line(row)
        kind = grid.columns[column].kind_of(line)
        if isinstance(kind, Tick) and not is_new:
            self._box(painter, area, bool(grid.value(row, column)))
        elif is_new and not grid.draft:
            self._invite(painter, area, grid)
        else:
            self._words(painter, area, grid, (row, column), to_right=kind.right)
            if column == 0 and isinstance(line, Step) and is_critical(line):
                self._diamond(painter, area)
        if current:
            self._ring(painter, area)
        painter.restore()

    def _ground(self, index: Index, current: bool) -> QColor:
        """The row of a single chosen cell is tinted, of several only they are; the cell itself is a field."""
        if current:
            return self._colour("field")
        in_row = self.alone and index.row() == self._table.currentIndex().row()
        chosen = self._table.selectionModel()
        return self._colour("select" if in_row or chosen.isSelected(index) else "canvas")

    def _ring(self, painter: QPainter, area: QRect) -> None:
        strong = self._table.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour("focus" if strong else "edge"), 2 if strong else 1))
        painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))

    def _box(self, painter: QPainter, area: QRect, ticked: bool) -> None:
        side = self._look.px(BOX)
        box = QRectF(area.left() + self._look.px(PAD), area.center().y() - side / 2 + 0.5, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour("accent" if ticked else "edge"), 1))
        painter.setBrush(self._colour("accent") if ticked else self._colour("field"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            mark = pixmap(self._look, "check", BOX - 2, "on_accent")
            painter.drawPixmap(QPointF(box.left() + 1, box.top() + 1), mark)

    def _words(self, painter: QPainter, area: QRect, grid: Grid, cell: Cell, *, to_right: bool) -> None:
        (row, column), shown = cell, grid.columns[cell[1]]
        text, token = grid.text(row, column).replace("\u00ad", ""), "text2"
        room = area.adjusted(self._look.px(PAD), 0, -self._look.px(PAD), -1)
        if grid.refusal(row, column) is not None:
            token = "warn"
            self._refused(painter, area)
        elif not text:
            text, token = self._asked(grid, row, column), "link"
        elif (shown.needed and shown.put is not None) or shown.name in ("frictions", "what", "value"):
            token = "text"
        if column == 0 and grid.sheet.name == "steps":
            room = room.adjusted(0, 0, -self._look.px(18), 0)  # where the diamond stands
        painter.setPen(self._colour(token))
        one_line = " ".join(text.split())
        painter.drawText(
            room,
            TO_RIGHT if to_right else TO_LEFT,
            self._metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room.width()),
        )

    def _asked(self, grid: Grid, row: int, column: int) -> str:
        """What a new row still has to be told here."""
        asked = grid.asked(row, column)
        return grid.t(asked) if asked else ""

    def _invite(self, painter: QPainter, area: QRect, grid: Grid) -> None:
        """What the empty last row is for, across its cells: each paints the part that lies in it."""
        painter.setClipRect(area)
        painter.setPen(self._colour("text3"))
        words = grid.t(grid.sheet.new_words)
        wide = self._metrics.horizontalAdvance(words)
        left = self._beside_the_field(area, wide) + self._look.px(PAD)
        painter.drawText(QRect(left, area.top(), wide + 1, area.height() - 1), TO_LEFT, words)

    def _beside_the_field(self, area: QRect, wide: int) -> int:
        """Where words across a row begin: behind the cell one stands in where they fit, else in the first."""
        here = self._table.currentIndex()
        first = self._table.columnViewportPosition(0)
        field = self._table.visualRect(here)
        if field.top() != area.top() or field.left() > first + wide + self._look.px(PAD):
            return first
        behind = field.right() + 1
        return behind if behind + wide + self._look.px(PAD) <= self._table.viewport().width() else first

    def _refused(self, painter: QPainter, area: QRect) -> None:
        """A corner that says: this stands here, but was not taken."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("warn"))
        corner, side = QPointF(area.right() + 1, area.top()), self._look.px(9)
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(side, 0), corner + QPointF(0, side)]))

    def _diamond(self, painter: QPainter, area: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("decides"))
        centre, half = QPointF(area.right() - self._look.px(14), area.center().y() + 0.5), self._look.px(6)
        corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))

    def _colour(self, token: str) -> QColor:
        return self._look.colour(token)

    @guard(QSize(80, 34))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the words are, within reason: what a double click on a heading's edge asks for."""
        grid = self.grid
        words = grid.text(index.row(), index.column()) if grid is not None else ""
        width = min(self._metrics.horizontalAdvance(words), self._look.px(420))
        return QSize(width + 2 * self._look.px(PAD) + 6, self._look.px(34))
