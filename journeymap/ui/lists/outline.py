"""The outline: stages and their steps as a tree, the map's twin for those who read by list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import is_
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from journeymap.canvas.guard import guard
from journeymap.model.ids import Id
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
    """Stage → step. `chose(id)` when the reader goes to one, `shown(id)` on Enter.

    It is filled when it is seen, and follows a new title without being filled anew: a map of
    thousands of steps is edited as fast with it as without.
    """

    chose = Signal(str)
    shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._quiet = False
        self._state: tuple[object, ...] = ()
        self._places: list[Place] = []
        self._steps: dict[Id, Step] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(desk.t("Outline"))
        self.currentItemChanged.connect(lambda now, _: self._went_to(now))
        self.itemActivated.connect(lambda item, _: self.shown.emit(item.data(0, ID) or ""))

    def refresh(self) -> None:
        """Show the journey as it is now; nothing happens when nothing it shows has changed."""
        journey = self._desk.journey
        state = (journey.steps, journey.stages, journey.lanes, self._desk.look)
        unchanged = len(state) == len(self._state) and all(map(is_, state, self._state))
        if unchanged or not self.isVisible():
            return
        places = list(places_of(journey))
        same = bool(self._state) and places == self._places and all(map(is_, state[1:], self._state[1:]))
        self._state, self._places, before = state, places, self._steps
        self._steps = dict(journey.steps)
        self._quiet = True
        self._retitle(before) if same else self._fill(journey)
        self._quiet = False
        self.mark(self._desk.selection.ids)

    @guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _retitle(self, before: dict[Id, Step]) -> None:
        """Only what is said of some steps is another: every step stands where it stood."""
        for place in self._places:
            if self._steps[place.step] is not before[place.step]:
                self._dress(self._items[place.step], place)

    def _fill(self, journey: Journey) -> None:
        self.clear()
        self._items = {}
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        stages = [self._stage(stage.id, stage.name, bold) for stage in stages_in_order(journey)]
        inside: dict[str, list[QTreeWidgetItem]] = {}
        for place in self._places:
            item = self._items[place.step] = QTreeWidgetItem()
            self._dress(item, place)
            inside.setdefault(place.stage or "", []).append(item)
        for stage in stages:
            stage.addChildren(inside.get(stage.data(0, ID), []))
        self.addTopLevelItems([*stages, *inside.get("", [])])
        self.expandAll()

    def _stage(self, id: str, name: str, bold: QFont) -> QTreeWidgetItem:
        item = self._items[id] = QTreeWidgetItem([name])
        item.setData(0, ID, id)
        item.setFont(0, bold)
        return item

    def _dress(self, item: QTreeWidgetItem, place: Place) -> None:
        step = self._steps[place.step]
        lane = self._desk.journey.lanes.get(step.lane)
        item.setText(0, step.title)
        item.setData(0, ID, step.id)
        sign = "diamond" if is_critical(step) else SIGNS.get(lane.kind if lane else "", "milestone")
        item.setIcon(0, icon(self._desk.look, sign, 16, "text" if is_critical(step) else "text2"))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken(self._desk, step, lane, place))

    def mark(self, ids: tuple[str, ...]) -> None:
        """Stand on what is selected on the map."""
        self._quiet = True
        self.clearSelection()
        for item in (self._items[id] for id in ids if id in self._items):
            item.setSelected(True)
        if ids and ids[-1] in self._items:
            self.setCurrentItem(self._items[ids[-1]])
        self._quiet = False

    def _went_to(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._quiet:
            self.chose.emit(item.data(0, ID) or "")


class Place(NamedTuple):
    """Where a step stands in the list: under which stage, and as which of how many in its lane."""

    step: Id
    stage: Id | None
    lane: Id
    number: int
    of: int


def places_of(journey: Journey) -> Iterator[Place]:
    """Every step's place, in the order of the list."""
    stages, ordered = stage_of_steps(journey), steps_in_order(journey)
    many, seen = Counter(step.lane for step in ordered), Counter[Id]()
    for step in ordered:
        seen[step.lane] += 1
        yield Place(step.id, stages.get(step.id), step.lane, seen[step.lane], many[step.lane])


def spoken(desk: Desk, step: Step, lane: Lane | None, place: Place) -> str:
    """A step in a screen reader's words: title, lane, place in its lane (WORDS 6)."""
    words = desk.t(
        "{title}. {lane}, step {n} of {m}.",
        title=step.title,
        lane=lane.name if lane else "",
        n=place.number,
        m=place.of,
    )
    if is_critical(step):
        words += " " + desk.t("It decides.")
    return words + (" " + desk.t("The customer does this.") if lane and is_customer_lane(lane) else "")
