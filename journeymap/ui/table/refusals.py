"""The cells that a paste could not take, in a list: where, what, why; Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.sheets.grid import Grid
from journeymap.sheets.outcome import Refused
from journeymap.ui.desk import Desk
from journeymap.ui.label import label
from journeymap.ui.table.laid import Laid


def sentence(desk: Desk, grid: Grid, refused: Refused) -> str:
    """ "Line 3, Lane: “Nowhere”. No lane here is called Nowhere."."""
    t = desk.t
    if not refused.column:
        reason = refused.reason.said(t)
        return t("Line {n}: “{text}”. {reason}", n=refused.line, text=refused.text, reason=reason)
    column = t(grid.sheet.column(refused.column).words)
    values = {"column": column, "text": refused.text, "reason": refused.reason.said(t)}
    if refused.line:
        return t("Line {n}, {column}: “{text}”. {reason}", n=refused.line, **values)
    row = grid.numbers.get(refused.row, 0)
    return t("Row {n}, {column}: “{text}”. {reason}", n=row, **values)


class Refusals(Laid):
    """Opened from the strip that tells of them; the marks in the cells stay when it closes."""

    def __init__(
        self,
        desk: Desk,
        grid: Grid,
        found: Sequence[Refused],
        go: Callable[[Refused], object],
        parent: QWidget,
    ) -> None:
        title = desk.t("Not taken over")
        super().__init__(title, parent)
        self._found, self._go = tuple(found), go
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(title)
        for refused in found:
            self.list.addItem(QListWidgetItem(sentence(desk, grid, refused)))
        self.list.itemClicked.connect(lambda item: self._chosen(self.list.row(item)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addWidget(label(title, "rowbold"))
        layout.addWidget(self.list, 1)
        self.resize(desk.look.px(460), desk.look.px(min(420, 76 + 46 * len(self._found))))

    def open_over(self, area: QRect) -> None:
        """Show it in the middle of an area of the screen."""
        self.list.setCurrentRow(0)
        self.open_at(area.center() - QPoint(self.width() // 2, self.height() // 2), self.list)

    def _chosen(self, place: int) -> None:
        self.leave()
        if 0 <= place < len(self._found):
            self._go(self._found[place])

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._chosen(self.list.currentRow())
        else:
            super().keyPressEvent(event)
