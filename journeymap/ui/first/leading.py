"""Leads through the first map: card, ring and ticks follow the map; nothing is ever in the way."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from journeymap.storage import settings
from journeymap.ui.desk import Desk
from journeymap.ui.first.card import FirstCard
from journeymap.ui.first.ring import Ring
from journeymap.ui.first.tasks import TASKS, done
from journeymap.ui.line.foot import Foot
from journeymap.ui.mappane import MapPane
from journeymap.ui.preferences import FIRST_MAP_CLOSED

LOW = 760
"""Px of the map's height (at text size 100 %) below which the card says only how the next task is done."""


class Leading(QObject):
    """One a page with an open map; asleep unless the open map is the one that is led through."""

    def __init__(self, desk: Desk, page: QWidget, pane: MapPane, foot: Foot, report: QWidget) -> None:
        super().__init__(page)
        self._desk, self._pane, self._foot = desk, pane, foot
        self._targets: dict[str, QWidget] = {"line": foot, "report": report}
        self.card: FirstCard | None = None
        self.ring = Ring(desk.look, page)
        self.reported = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)
        pane.resized.connect(self.refresh)
        self.refresh()

    @property
    def is_on(self) -> bool:
        """Whether the open map is being led through."""
        return bool(self._desk.led) and self._desk.led == self._desk.journey.head.document

    def refresh(self) -> None:
        """Show how far it has come."""
        if not self.is_on:
            self._take_away()
            return
        if self.card is None:
            self.card = FirstCard(self._desk, self.close)
            self._pane.stand(self.card)
        ticks = done(self._desk.journey, asking=not self._foot.answers.isHidden(), reported=self.reported)
        self.card.show_tasks(ticks, brief=self._pane.height() < self._desk.look.px(LOW))
        self._pane.place()
        current = next((task for task, one in zip(TASKS, ticks, strict=True) if not one), None)
        self.ring.go(self._targets[current.target] if current is not None else None)

    def close(self) -> None:
        """Closed for good: the start page does not offer it again, the menu Help has it."""
        settings.put(FIRST_MAP_CLOSED, True)
        self._desk.led = ""
        self.refresh()

    def _take_away(self) -> None:
        self.ring.go(None)
        if self.card is not None:
            self._pane.stand(None)
            self.card.deleteLater()
            self.card = None

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The report is made when its dialogue has the keyboard, whoever opened it."""
        if not self.is_on or self.reported or now is None:
            return
        from journeymap.ui.dialogs.report import ReportDialog

        if isinstance(now.window(), ReportDialog):
            self.reported = True
            self.refresh()
