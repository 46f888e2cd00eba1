"""The outline: stages and their steps as a tree, the map's twin for those who read by list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from journeymap.model.journey import Journey
from journeymap.model.reading import (
    is_critical,
    is_customer_lane,
    stage_of_steps,
    stages_in_order,
    steps_in_order,
)
from journeymap.model.records import Lane, Step
from journeymap.ui.desk import Desk
from journeymap.ui.icons import icon

ID = Qt.ItemDataRole.UserRole
SIGNS = {
    "customer": "user",
    "customers_customer": "users",
    "department": "building-2",
    "supplier": "truck",
    "system": "monitor",
}


class Outline(QTreeWidget):
    """Stage → step. `chose(id)` when the reader goes to one, `shown(id)` on Enter."""

    chose = Signal(str)
    shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._quiet = False
        self._state: tuple[object, ...] = ()
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setIndentation(16)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(desk.t("Outline"))
        self.currentItemChanged.connect(lambda now, _: self._went_to(now))
        self.itemActivated.connect(lambda item, _: self.shown.emit(item.data(0, ID) or ""))

    def refresh(self) -> None:
        """Show the journey as it is now; nothing happens when nothing it shows has changed."""
        journey = self._desk.journey
        state = (journey.steps, journey.stages, journey.lanes, self._desk.look)
        if len(state) == len(self._state) and all(a is b for a, b in zip(state, self._state, strict=True)):
            return
        self._state = state
        self._quiet = True
        self.clear()
        self._fill(journey)
        self._quiet = False
        self.mark(self._desk.selection.ids)

    def _fill(self, journey: Journey) -> None:
        stages = {stage.id: self._stage(stage.id, stage.name) for stage in stages_in_order(journey)}
        place = stage_of_steps(journey)
        for step in steps_in_order(journey):
            item = self._step(journey, step)
            if step.id in place:
                stages[place[step.id]].addChild(item)
            else:
                self.addTopLevelItem(item)
        self.expandAll()

    def _stage(self, id: str, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name])
        item.setData(0, ID, id)
        font = item.font(0)
        font.setWeight(font.Weight.DemiBold)
        item.setFont(0, font)
        self.addTopLevelItem(item)
        return item

    def _step(self, journey: Journey, step: Step) -> QTreeWidgetItem:
        lane = journey.lanes.get(step.lane)
        item = QTreeWidgetItem([step.title])
        item.setData(0, ID, step.id)
        sign = "diamond" if is_critical(step) else SIGNS.get(lane.kind if lane else "", "milestone")
        item.setIcon(0, icon(self._desk.look, sign, 16, "text" if is_critical(step) else "text2"))
        item.setToolTip(0, "")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken(self._desk, step, lane))
        return item

    def mark(self, ids: tuple[str, ...]) -> None:
        """Stand on what is selected on the map."""
        self._quiet = True
        for item in self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive):
            item.setSelected(item.data(0, ID) in ids)
            if ids and item.data(0, ID) == ids[-1]:
                self.setCurrentItem(item)
        self._quiet = False

    def _went_to(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._quiet:
            self.chose.emit(item.data(0, ID) or "")


def spoken(desk: Desk, step: Step, lane: Lane | None) -> str:
    """A step in a screen reader's words: title, lane, place in its lane (WORDS 6)."""
    inside = [other.id for other in steps_in_order(desk.journey) if other.lane == step.lane]
    words = desk.t(
        "{title}. {lane}, step {n} of {m}.",
        title=step.title,
        lane=lane.name if lane else "",
        n=inside.index(step.id) + 1,
        m=len(inside),
    )
    if is_critical(step):
        words += " " + desk.t("It decides.")
    return words + (" " + desk.t("The customer does this.") if lane and is_customer_lane(lane) else "")
