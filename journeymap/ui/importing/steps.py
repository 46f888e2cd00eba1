"""The first steps of what comes in, as a table that fits its place; unread rows stand in it in red."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon
from journeymap.ui.importing.lines import CELLS, Line
from journeymap.ui.label import tip

ROW_WIDTH, LOW, STEP = 58, 64, 120
"""Width of the row's number, and the least of any other column and of the step, in px at text size 100 %."""
PARTS = (0, 26, 16, 13, 16, 10, 19)
"""How the columns share what is left, where all are shown."""


class Steps(QTableWidget):
    """Only the columns that say something are shown; the step's own is the widest."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(0, CELLS + 1)
        self._desk = desk
        t, look = desk.t, desk.look
        self.setHorizontalHeaderLabels(
            [t("Row"), t("Step"), t("Lane"), t("Stage"), t("Goes on to"), t("Experience"), t("With it")]
        )
        self.setAccessibleName(t("What comes in"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(look.px(140))
        self.setIconSize(QSize(look.px(14), look.px(14)))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(28))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fill(self, lines: Sequence[Line]) -> None:
        """Show these instead of what was shown."""
        self.clearSpans()
        self.setRowCount(len(lines))
        for at, line in enumerate(lines):
            if line.why:
                self.setSpan(at, 1, 1, CELLS)
            number = "" if line.row is None else str(line.row)
            for place, words in enumerate((number, *line.cells)):
                self.setItem(at, place, self._cell(place, words, bad=bool(line.why)))
        for place in range(CELLS + 1):
            said = any((line.row is not None) if place == 0 else line.cells[place - 1] for line in lines)
            self.setColumnHidden(place, place != 1 and not said)
        self._share()

    def _cell(self, place: int, words: str, *, bad: bool) -> QTableWidgetItem:
        made = QTableWidgetItem(words)
        tip(made, words if place else "")
        if bad:
            made.setForeground(self._desk.look.colour("wall"))
        if bad and place == 0:
            made.setIcon(icon(self._desk.look, "circle-alert", 14, "wall"))
        return made

    def _share(self) -> None:
        """Give the columns the whole width; where that is too little the table is scrolled."""
        px, shown = self._desk.look.px, [at for at in range(1, CELLS + 1) if not self.isColumnHidden(at)]
        number = 0 if self.isColumnHidden(0) else px(ROW_WIDTH)
        if number:
            self.setColumnWidth(0, number)
        least = [
            max(px(STEP if at == 1 else LOW), self.horizontalHeader().sectionSizeHint(at)) for at in shown
        ]
        widths = shared(self.viewport().width() - number, [PARTS[at] for at in shown], least)
        for at, width in zip(shown, widths, strict=True):
            self.setColumnWidth(at, width)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()


def shared(room: int, parts: Sequence[int], least: Sequence[int]) -> Sequence[int]:
    """Widths by their parts of the room; what the narrow ones need more the wide ones give.

    >>> shared(100, [3, 1], [20, 40])
    [60, 40]
    """
    widths = [max(low, room * part // sum(parts)) for part, low in zip(parts, least, strict=True)]
    over = sum(widths) - room
    slack = sum(width - low for width, low in zip(widths, least, strict=True))
    if over <= 0 or slack <= 0:
        return widths
    given = min(1.0, over / slack)
    return [low + int((width - low) * (1 - given)) for width, low in zip(widths, least, strict=True)]
