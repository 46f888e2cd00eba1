"""Lanes to use again: keep those of the open map under a name, bring a kept set in, tidy up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from journeymap.edit import verbs
from journeymap.model.reading import lanes_in_order
from journeymap.storage import lane_sets
from journeymap.storage.lane_sets import LaneSet
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.page import Page
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import button, clear, column, row
from journeymap.ui.starting.kept_lanes import said_as


class LaneSets(Page):
    """The kept sets, a row each; `came` counts the lanes that the last insertion brought."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        t, look = desk.t, desk.look
        super().__init__(look, t("Lanes to use again"), 560, parent)
        self._desk = desk
        self.came: int | None = None
        self.name = QLineEdit(desk.journey.head.organisation or desk.journey.head.title or "")
        self.name.setAccessibleName(t("Name of the set"))
        self.name.returnPressed.connect(self.keep)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(4)
        self._said = label("", "caption", wrap=True)
        self._said.hide()
        close = button(look, t("Close"), self.accept, role="primary")
        self.show_parts(
            label(
                t("The lanes of this map, with their units and who answers for suppliers."), "row", wrap=True
            ),
            row((self.name, 1), button(look, t("Keep these lanes"), self.keep)),
            self._said,
            self.rows,
            row(None, close),
        )
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)
        self._tell_of_broken()
        self.refresh()
        self.name.setFocus()
        self.name.selectAll()

    # -- what can be done -------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the open map's lanes under the name in the field."""
        name = " ".join(self.name.text().split())
        if name:
            done = lane_sets.keep(name, lanes_in_order(self._desk.journey))
            self._say(self._desk.t("Kept as {name}.", name=name) if done else self._refused())
            self.refresh()

    def insert(self, kept: LaneSet) -> None:
        """Bring the set's lanes into the map, and close."""
        self.came = len(verbs.insert_lanes(self._desk.document, kept.lanes))
        self.accept()

    def rename(self, kept: LaneSet, name: str) -> None:
        """Call a set otherwise; an empty name changes nothing."""
        name = " ".join(name.split())
        if name and name != kept.name and not lane_sets.rename(kept.name, name):
            self._say(self._refused())
        self.refresh()

    def drop(self, kept: LaneSet) -> None:
        """Take a set away; no map is touched."""
        if lane_sets.drop(kept.name):
            self._say(self._desk.t("{name} is gone from the list. Maps keep their lanes.", name=kept.name))
        else:
            self._say(self._refused())
        self.refresh()

    # -- showing ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the sets as they are kept now."""
        clear(self.rows)
        kept: Sequence[LaneSet] = lane_sets.kept()
        for one in kept:
            self.rows.addWidget(self._row(one))
        if not kept:
            self.rows.addWidget(label(self._desk.t("No set is kept yet."), "quiet"))

    def _row(self, kept: LaneSet) -> QWidget:
        t, look = self._desk.t, self._desk.look
        name = QLineEdit(kept.name)
        name.setProperty("role", "heading")
        name.setAccessibleName(t("Name of the set"))
        name.editingFinished.connect(lambda: self.rename(kept, name.text()))
        under = row((Elided(said_as(kept), "caption"), 1), margins=(7, 0, 0, 2))
        words = column(name, under, gap=0)
        bring = button(look, t("Insert"), lambda: self.insert(kept), role="small")
        bring.setEnabled(not self._desk.work.filing.read_only)
        off = button(
            look, "", lambda: self.drop(kept), role="quiet", sign="trash-2", name=t("Delete the set")
        )
        for made in (bring, off):
            made.setAutoDefault(False)
        return row((words, 1), bring, off, gap=6, margins=(4, 4, 4, 4), name="card")

    def _tell_of_broken(self) -> None:
        there, aside, t = lane_sets.kept(), lane_sets.put_aside(), self._desk.t
        if aside is not None and not there:
            self._say(t("The list of lanes could not be read. It is kept as {file}.", file=aside))

    def _refused(self) -> str:
        return self._desk.t("The disk did not take it. Is it full, or closed for writing?")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
