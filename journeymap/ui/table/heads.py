"""The headings above a table: names, how it is sorted, whether a column is filtered; a click sorts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from journeymap.canvas.guard import guard
from journeymap.sheets.grid import Grid
from journeymap.ui.icons import pixmap
from journeymap.ui.label import tip
from journeymap.ui.look import Look
from journeymap.ui.sheet import font
from journeymap.ui.table.cells import PAD
from journeymap.ui.table.model import TableModel


class Heads(QHeaderView):
    """`sorted(column)` on a click, `menu_asked(column, place)` for everything else a heading offers."""

    sorted = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._font = font(look, 12, 600)
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(look.px(34))
        self.setMinimumSectionSize(look.px(48))
        self.sectionClicked.connect(self.sorted)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def grid(self) -> Grid | None:
        """What the headings are of."""
        model = self.model()
        return model.grid if isinstance(model, TableModel) else None

    @guard(None)
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        grid = self.grid
        if grid is None or section >= len(grid.columns):
            return
        painter.save()
        painter.fillRect(rect, self._look.colour("panel"))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        column = grid.columns[section]
        room = rect.adjusted(self._look.px(PAD), 0, -self._look.px(6), 0)
        for sign in self._signs(grid, column.name):
            side = self._look.px(14)
            painter.drawPixmap(
                room.right() - side, rect.center().y() - side // 2, pixmap(self._look, sign, 14)
            )
            room.setRight(room.right() - side - self._look.px(3))
        painter.setFont(self._font)
        painter.setPen(self._look.colour("text2"))
        side_ = Qt.AlignmentFlag.AlignRight if column.kind.right else Qt.AlignmentFlag.AlignLeft
        words = QFontMetrics(self._font).elidedText(
            grid.t(column.words), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(side_ | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _signs(self, grid: Grid, name: str) -> list[str]:
        signs = ["funnel"] if name in grid.filter.only else []
        if grid.sorting is not None and grid.sorting.column == name:
            signs.insert(0, "arrow-down" if grid.sorting.descending else "arrow-up")
        return signs

    @guard(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        section = self.logicalIndexAt(event.pos())
        if section >= 0:
            self.menu_asked.emit(section, event.globalPos())

    @guard(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        grid = self.grid
        words = grid.t(grid.columns[section].words) if grid is not None and section >= 0 else ""
        wide = QFontMetrics(self._font).horizontalAdvance(words) > self.sectionSize(section) - 20
        tip(self, words if wide else "")

    @guard(QSize(80, 34))
    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: N802
        grid = self.grid
        known = grid is not None and 0 <= section < len(grid.columns)
        words = grid.t(grid.columns[section].words) if grid is not None and known else ""
        width = QFontMetrics(self._font).horizontalAdvance(words) + self._look.px(2 * PAD + 20)
        return QSize(width, self._look.px(34))
