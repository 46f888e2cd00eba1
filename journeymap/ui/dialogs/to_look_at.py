"""What loading could not use as it stands: each thing with its place, and the way to it on the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.storage.compare import KINDS
from journeymap.storage.repairs import Repair
from journeymap.storage.said import raw_name
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.label import label
from journeymap.ui.pieces import column

WIDTH = 600
MOST = 500
"""Lines shown; a file with more is broken beyond reading a list."""


def place_said(repair: Repair, journey: Journey, t: Catalogue) -> str:
    """ "Step “Calls”", also for what no record could be made of."""
    if not repair.about:
        return t("The map")
    record = journey.get(Id(repair.about))
    if record is not None:
        return _named(type(record).TABLE, name_of(record), t) or repair.about
    for table, kept in journey.quarantine.items():
        raw = kept.get(repair.about) if isinstance(kept, dict) else None
        if raw is not None:
            return _named(table, raw_name(raw) or _ends(raw, journey), t) or repair.about
    return repair.about


def _ends(raw: Any, journey: Journey) -> str:
    """A link without words of its own, by what it joins."""
    ends = [raw.get(end) for end in ("source", "target")] if isinstance(raw, dict) else []
    names = [name_of(journey.get(Id(end))) or end for end in ends if isinstance(end, str)]
    return " → ".join(names)


def _named(table: str, name: str, t: Catalogue) -> str:
    kind = t(KINDS[table]) if table in KINDS else table
    return f"{kind} “{name}”" if name else kind


class ToLookAt(Ask):
    """The list. Enter or a double click shows the record on the map, where there is one."""

    def __init__(self, desk: Desk, show: Callable[[str], object], parent: QWidget | None) -> None:
        t, repairs = desk.t, desk.work.filing.repairs
        self._desk, self._show, self._repairs = desk, show, repairs[:MOST]
        self.list = self._listed()
        n = len(repairs)
        super().__init__(
            desk.look,
            t("To look at"),
            t.plural(
                "{n} thing in the file could not be used as it stands. It stays in the file.",
                "{n} things in the file could not be used as they stand. They stay in the file.",
                n,
            ),
            (Choice("show", t("Show on the map")), Choice("close", t("Close"), primary=True)),
            "close",
            body=self.list,
            parent=parent,
        )
        self.setMinimumWidth(desk.look.px(WIDTH))
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        self.list.itemActivated.connect(lambda _item: self._show_chosen())
        self.buttons["show"].clicked.disconnect()
        self.buttons["show"].clicked.connect(lambda _checked: self._show_chosen())
        self._follow()

    def _listed(self) -> QListWidget:
        desk, made, height = self._desk, QListWidget(), 8
        made.setAccessibleName(desk.t("To look at"))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for repair in self._repairs:
            place, said = place_said(repair, desk.journey, desk.t), repair.sentence(desk.t)
            words = column(
                label(place, "rowbold", wrap=True), label(said, "quiet", wrap=True),
                gap=1, margins=(8, 5, 8, 6),
            )  # fmt: skip
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place}. {said}")
            item.setSizeHint(QSize(0, words.heightForWidth(desk.look.px(WIDTH - 80))))
            height += item.sizeHint().height()
            made.addItem(item)
            made.setItemWidget(item, words)
        made.setCurrentRow(0)
        made.setMinimumHeight(min(desk.look.px(440), height))
        return made

    def _chosen(self) -> str | None:
        """The record that the marked line is about, if it is on the map."""
        row = self.list.currentRow()
        about = self._repairs[row].about if 0 <= row < len(self._repairs) else ""
        return about if about and self._desk.journey.get(Id(about)) is not None else None

    def _follow(self) -> None:
        self.buttons["show"].setEnabled(self._chosen() is not None)

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._say("show")
            self._show(chosen)
