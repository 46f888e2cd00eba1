"""The back chain while it is lit: ring by ring on the map, in the panel, and after every edit anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from journeymap.analysis.behind import Behind, look_behind
from journeymap.analysis.chains import has_requirement
from journeymap.canvas.chain_marks import Chained
from journeymap.canvas.levels import MIDDLE_FROM
from journeymap.canvas.view import MapView
from journeymap.edit.document import Edited
from journeymap.model.ids import Id
from journeymap.ui.behind.panel import ChainPanel
from journeymap.ui.behind.sayings import heading, note
from journeymap.ui.desk import Desk
from journeymap.ui.focusing import Focus

A_RING = 110
"""Milliseconds between two rings that light up."""
MOST_RINGS = 8
"""Rings that light up one by one; a longer chain lights several at a time."""
STILL_FROM = 400
"""Steps on the map from which all of the chain is lit at once."""


class BackChain(QObject):
    """One chain at a time. `turned` when the panel comes or goes."""

    turned = Signal()

    def __init__(self, desk: Desk, view: MapView, focus: Focus, panel: ChainPanel) -> None:
        super().__init__(panel)
        self._desk, self._view, self._focus, self.panel = desk, view, focus, panel
        self.step: Id | None = None
        self._found: Behind | None = None
        self._lit = 0
        self._next = QTimer(self, interval=A_RING)
        self._next.timeout.connect(self._light_next)
        focus.left.connect(self._over)
        panel.left.connect(self.leave)
        panel.chose.connect(self._chose)
        panel.again.connect(lambda: self.toggle(desk.selection.one or ""))
        desk.work.edited.connect(self._edited)

    @property
    def is_on(self) -> bool:
        """Whether a chain is lit."""
        return self.step is not None

    def toggle(self, chosen: str) -> None:
        """Light what stands behind a step; of one whose chain is lit, or on one of its links: show all."""
        step = Id(chosen)
        if step == self.step or step not in self._desk.journey.steps:
            self.leave()
        else:
            self.enter(step)

    def enter(self, step: Id) -> None:
        """Light what stands behind the step, the nearest first, and list it."""
        self.step = step
        self._found = found = look_behind(self._desk.journey, step)
        still = self._view.camera.calm or len(self._desk.journey.steps) > STILL_FROM
        self._lit = len(found.rings) if still else 0
        self._light()
        self.panel.show_chain(found)
        self.turned.emit()
        self._view.show_all_of((step, *(one for ring in found.rings for one in ring)), MIDDLE_FROM)
        self._view.reveal(step)
        self.panel.take_focus()
        if self._lit < len(found.rings):
            self._next.start()

    def leave(self) -> None:
        """Show all again; the step one began at is selected."""
        self._focus.off()

    def _over(self) -> None:
        step, self.step, self._found = self.step, None, None
        if step is None:
            return
        self._next.stop()
        self._view.show_chain(Chained())
        inside = self.panel.isAncestorOf(QApplication.focusWidget() or self._view)
        self.turned.emit()
        if step in self._desk.journey.steps:
            self._desk.selection.choose(step)
            self._view.reveal(step)
        if inside:
            self._view.setFocus()

    def _light_next(self) -> None:
        if self._found is None:
            return
        self._lit += -(-len(self._found.rings) // MOST_RINGS)
        self._light()
        if self._lit >= len(self._found.rings):
            self._next.stop()

    def _light(self) -> None:
        """The rings that are lit so far, with their depths and the locks of the links between them."""
        found = self._found
        if found is None or self.step is None:
            return
        rings = found.rings[: self._lit]
        lit = {found.step, *(step for ring in rings for step in ring)}
        self._focus.on(lit, heading(self._desk, found.step), note(self._desk, found))
        self._view.show_chain(_chained(found, rings))

    def _chose(self, id: str) -> None:
        self._desk.selection.choose(id)
        self._view.reveal(Id(id))
        demand = self.panel.rows.demands.get(Id(id))
        if demand is not None:
            self.panel.bring(demand)

    def _edited(self, _news: Edited) -> None:
        """The chain of the map as it is now; it ends with its step."""
        if self.step is None:
            return
        if self.step not in self._desk.journey.steps:
            self.leave()
            return
        self._found = found = look_behind(self._desk.journey, self.step)
        if not self._next.isActive():
            self._lit = len(found.rings)
        self._light()
        self.panel.show_chain(found)


def _chained(found: Behind, rings: Sequence[Sequence[Id]]) -> Chained:
    inside = {found.step, *(step for ring in rings for step in ring)}
    depths = {member.step: member.depth for member in found.members if member.step in inside}
    links = {
        link.id: has_requirement(link)
        for link in found.links
        if link.source in inside and link.target in inside
    }
    return Chained(depths, links)
