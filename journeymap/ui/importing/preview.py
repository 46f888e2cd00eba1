"""What will come: the counts, the first rows as steps with the unread ones marked, and why those are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journeymap.edit.tables.told import Problem, Remark, Told
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon
from journeymap.ui.importing.lines import counted, in_map, in_table, lines_of_map, lines_of_table
from journeymap.ui.importing.steps import Steps
from journeymap.ui.label import label

LISTED = 500
"""Unread rows and remarks that are listed; of more only the number is said."""


class Preview(QWidget):
    """Follows the matching: `show_told` after every change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.t
        self.counts = label("", "rowbold", wrap=True)
        self.table = Steps(desk)
        self._heading = label("", "group")
        self.list = QListWidget()
        self.list.setAccessibleName(t("Rows that stay outside, and remarks"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setIconSize(QSize(desk.look.px(14), desk.look.px(14)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(desk.look.px(76))
        self.list.setMaximumHeight(desk.look.px(132))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.counts, self.table, self._heading, self.list):
            layout.addWidget(part, 1 if part is self.table else 0)

    def show_told(self, told: Told, customer: str) -> None:
        """What a table tells, as it is understood now; `customer` is what the customer's lane is called."""
        self.counts.setText(counted(in_table(told), self._desk.t))
        self.table.fill(list(lines_of_table(told, self._desk.t, customer)))
        self.show_trouble([("", problem) for problem in told.problems], [("", one) for one in told.remarks])

    def show_map(self, journey: Journey) -> None:
        """The steps of a whole map."""
        self.counts.setText(counted(in_map(journey), self._desk.t))
        self.table.fill(list(lines_of_map(journey, self._desk.t)))

    def show_trouble(
        self, problems: Sequence[tuple[str, Problem]], remarks: Sequence[tuple[str, Remark]]
    ) -> None:
        """Rows that stay outside with their reasons, then what was read otherwise than it stands."""
        t = self._desk.t
        self.list.clear()
        for sheet, problem in problems[:LISTED]:
            words = t("Row {n}: {why}", n=problem.row, why=problem.why.said(t))
            self._list(
                f"{_of(sheet)}{words}  ({problem.text})" if problem.text else f"{_of(sheet)}{words}", "wall"
            )
        for sheet, remark in remarks[: max(0, LISTED - len(problems))]:
            said = remark.what.said(t)
            self._list(
                _of(sheet) + (t("Row {n}: {why}", n=remark.row, why=said) if remark.row else said), "warn"
            )
        self._heading.setText(_heading(len(problems), len(remarks), t))
        there = bool(problems or remarks)
        self.list.setVisible(there)
        self._heading.setVisible(there)

    def _list(self, words: str, colour: str) -> None:
        sign = "circle-alert" if colour == "wall" else "info"
        self.list.addItem(QListWidgetItem(icon(self._desk.look, sign, 14, colour), words))


def _of(sheet: str) -> str:
    return f"{sheet} · " if sheet else ""


def _heading(problems: int, remarks: int, t: Catalogue) -> str:
    said = []
    if problems:
        said.append(t.plural("{n} row stays outside", "{n} rows stay outside", problems))
    if remarks:
        said.append(t.plural("{n} remark", "{n} remarks", remarks))
    return " · ".join(said)
