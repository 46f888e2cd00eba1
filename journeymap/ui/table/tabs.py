"""The row of sheets above the table; those that have no room stand in a menu at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton

from journeymap.canvas.guard import guard
from journeymap.sheets.sheet import Sheet
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon
from journeymap.ui.mnemonics import letter
from journeymap.ui.sheet import font

AROUND = 18
"""Room in px beside the words of a tab."""


class Tabs(QFrame):
    """`chosen(name)` when a sheet is turned to. Counts of nothing are not shown."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, sheets: Sequence[Sheet]) -> None:
        super().__init__()
        self.setObjectName("segments")
        self._desk, self._sheets = desk, tuple(sheets)
        self._counts: Mapping[str, int] = {}
        self._current = sheets[0].name
        self._metrics = QFontMetrics(font(desk.look, 13, 600))
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(2, 2, 2, 2)
        self.buttons: dict[str, QPushButton] = {}
        for sheet in sheets:
            made = QPushButton()
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, name=sheet.name: self.chosen.emit(name))
            layout.addWidget(made)
            self.buttons[sheet.name] = made
        self.more = QPushButton()
        self.more.setIcon(icon(desk.look, "chevron-down", 14, "text2"))
        self.more.clicked.connect(self._open)
        layout.addWidget(self.more)

    def show_these(self, counts: Mapping[str, int], current: str) -> None:
        """Show how much is on each sheet, and which is in front."""
        self._counts, self._current = counts, current
        for name, button in self.buttons.items():
            button.setText(self._words(name))
            button.setChecked(name == current)
        self._fit()

    def _words(self, name: str) -> str:
        sheet = next(one for one in self._sheets if one.name == name)
        words, count = self._desk.t(sheet.words), self._counts.get(name, 0)
        return f"{words} {self._desk.t.number(count)}" if count else words

    def _fit(self) -> None:
        """As many as there is room for, the one in front always among them."""
        names = [sheet.name for sheet in self._sheets]
        wide = {
            name: self._metrics.horizontalAdvance(self._words(name)) + self._desk.look.px(AROUND)
            for name in names
        }
        more = self._metrics.horizontalAdvance(self._desk.t("More sheets")) + self._desk.look.px(44)
        whole = sum(wide.values()) <= self.width() - 6
        room = self.width() - 6 - (0 if whole else more + wide[self._current])
        shown = {self._current}
        for name in names:
            if name != self._current and (whole or room >= wide[name]):
                shown.add(name)
                room -= wide[name]
            elif name != self._current:
                room = -1 if not whole else room
        for name, button in self.buttons.items():
            button.setVisible(name in shown)
        self.more.setVisible(len(shown) < len(names))
        self.more.setText(self._desk.t("More sheets"))

    def _open(self) -> None:
        menu = QMenu(self)
        for name, button in self.buttons.items():
            if not button.isVisibleTo(self):
                menu.addAction(self._words(name), partial(self.chosen.emit, name))
        letter(menu)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guard(QSize(600, 34))
    def sizeHint(self) -> QSize:
        wide = sum(self._metrics.horizontalAdvance(self._words(one.name)) for one in self._sheets)
        return QSize(wide + len(self._sheets) * self._desk.look.px(AROUND) + 8, self._desk.look.px(34))

    @guard(QSize(160, 34))
    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.look.px(160), self._desk.look.px(34))
