"""The foot of the room: what the room does now, and the map in figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from journeymap.ui.desk import Desk
from journeymap.ui.keynames import named
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import button


class Modes(QFrame):
    """`chose(place)`: another mode; `walk_asked`, `leave_asked`."""

    chose = Signal(int)
    walk_asked = Signal()
    leave_asked = Signal()

    def __init__(self, desk: Desk, names: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("room_foot")
        self._desk = desk
        t, look = desk.t, desk.look
        self.modes = [self._mode(place, name) for place, name in enumerate(names)]
        walk = button(look, t("Walk"), self.walk_asked.emit, role="room_mode")
        leave = button(look, t("Leave the room"), self.leave_asked.emit, role="room_mode")
        self._figures = Elided("", "quiet")
        self._figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(2), look.px(16), look.px(2))
        layout.setSpacing(look.px(4))
        for part in (*self.modes, walk, label("F5", "caption")):
            layout.addWidget(part)
        if len(names) > 1:
            layout.addSpacing(look.px(8))
            layout.addWidget(label(t("{key} changes", key=named(t, "Ctrl+Tab")), "caption"))
        layout.addWidget(self._figures, 1)
        layout.addSpacing(look.px(8))
        layout.addWidget(leave)
        layout.addWidget(label(named(t, "Ctrl+R"), "caption"))
        self.setFixedHeight(look.px(34))

    def show_mode(self, place: int) -> None:
        """Which of them the room is in."""
        for one, mode in enumerate(self.modes):
            mode.setChecked(one == place)

    def refresh(self) -> None:
        """The figures as they are; what cannot be computed is left out."""
        t, journey, found = self._desk.t, self._desk.journey, self._desk.work.findings
        walls = sum(mark.certain for mark in found.marks)
        decisive = found.figures.critical_moments
        figures = [
            t.plural("{n} step", "{n} steps", len(journey.steps)) if journey.steps else "",
            t.plural("{n} wall", "{n} walls", walls) if walls else "",
            t.plural("{n} decisive moment", "{n} decisive moments", decisive) if decisive else "",
        ]
        self._figures.setText(" · ".join(figure for figure in figures if figure))

    def _mode(self, place: int, name: str) -> QPushButton:
        made = button(self._desk.look, name, lambda: self._chosen(place), role="room_mode")
        made.setCheckable(True)
        return made

    def _chosen(self, place: int) -> None:
        self.show_mode(place)
        self.chose.emit(place)
