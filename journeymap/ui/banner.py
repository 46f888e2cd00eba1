"""A calm strip under the bar: why the open map can only be read, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from journeymap.storage.lock import Holder
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.questions import clock
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.pieces import button


class Banner(QFrame):
    """Shown while the map can only be read. `copy_asked`, `anyway_asked`."""

    copy_asked = Signal()
    anyway_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._desk = desk
        t, look = desk.t, desk.look
        self.words = label("", "row", wrap=True)
        self.copy = button(look, t("Edit a copy…"), self.copy_asked.emit)
        self.anyway = button(look, t("Edit anyway"), self.anyway_asked.emit, role="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(10)
        layout.addWidget(sign(look, "triangle-alert", 16, "warn"))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.anyway)
        layout.addWidget(self.copy)
        self.hide()  # shown before it lies in the page it would be a window of its own

    def refresh(self) -> None:
        """Follow the file."""
        filing = self._desk.work.filing
        self.setVisible(filing.read_only)
        self.anyway.setVisible(filing.holder is not None)
        t = self._desk.t
        self.words.setText(
            _held(self._desk, filing.holder)
            if filing.holder is not None
            else t("This map was made in a newer version. It can be read, not changed.")
        )


def _held(desk: Desk, holder: Holder) -> str:
    name = holder.who or holder.host or desk.t("Somebody")
    return desk.t("{name} has had the map open since {time}.", name=name, time=clock(desk.t, holder.since))
