"""A list to tick in, opened over the table: which texts of a column to show, which columns stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.edit.suggest import plain
from journeymap.ui.desk import Desk
from journeymap.ui.label import label
from journeymap.ui.pieces import button, row
from journeymap.ui.table.laid import Laid

Done = Callable[[list[str]], object]
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Line(NamedTuple):
    """Something to tick; what cannot be done without is ticked for good."""

    key: str
    words: str
    ticked: bool
    fixed: bool = False


class CheckList(Laid):
    """Typing narrows the list, Space ticks, Enter is done, Esc leaves everything as it was.

    With `only_found` what a search has narrowed away counts as not ticked.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        lines: Sequence[Line],
        done: Done,
        parent: QWidget,
        *,
        only_found: bool = False,
    ) -> None:
        super().__init__(title, parent)
        self._done, self._only_found = done, only_found
        self.search = QLineEdit()
        self.search.setPlaceholderText(desk.t("Search"))
        self.search.setAccessibleName(desk.t("Search"))
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setObjectName("ticks")
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for line in lines:
            self._add(line)
        everything = button(desk.look, desk.t("All"), lambda: self._tick_all(CHECKED), role="small")
        nothing = button(desk.look, desk.t("None"), lambda: self._tick_all(UNCHECKED), role="small")
        ready = button(desk.look, desk.t("Show these"), self.finish, role="primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(label(title, "rowbold"))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(row(everything, nothing, None, ready, gap=6))
        self.resize(desk.look.px(300), desk.look.px(min(440, 170 + 30 * len(lines))))

    def _add(self, line: Line) -> None:
        item = QListWidgetItem(line.words.replace("\u00ad", "").replace("\n", " "))
        item.setData(Qt.ItemDataRole.UserRole, line.key)
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(Qt.ItemFlag.NoItemFlags if line.fixed else usual)
        item.setCheckState(CHECKED if line.ticked or line.fixed else UNCHECKED)
        self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _narrow(self, text: str) -> None:
        for item in self._items():
            item.setHidden(plain(text) not in plain(item.text()))

    def _tick_all(self, state: Qt.CheckState) -> None:
        for item in self._items():
            if not item.isHidden() and item.flags() != Qt.ItemFlag.NoItemFlags:
                item.setCheckState(state)

    def finish(self) -> None:
        """Done: the keys of what is ticked; a filter takes with a search only what it found."""
        searched = self._only_found and bool(self.search.text().strip())
        chosen = [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() == CHECKED and not (searched and item.isHidden())
        ]
        self.leave()
        self._done(chosen)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentRow(next((n for n, one in enumerate(self._items()) if not one.isHidden()), 0))
        else:
            super().keyPressEvent(event)
