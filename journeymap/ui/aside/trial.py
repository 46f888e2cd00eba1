"""What is supposed now, and how the map would be examined then; the map itself hears nothing of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journeymap.analysis.comparison import Side
from journeymap.analysis.examine import examine
from journeymap.edit import supposing
from journeymap.edit.supposing import Supposition, tried, with_supposed
from journeymap.ui.background import Work
from journeymap.ui.clock import today
from journeymap.ui.desk import Desk


class Trial(QObject):
    """`changed` when other things are supposed, `known` when it is clear what that would do."""

    changed = Signal()
    known = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.supposed: tuple[Supposition, ...] = ()
        self.then: Side | None = None
        self._work: Work[Side] | None = None
        self._again = False
        desk.work.examined.connect(self.refresh)

    def suppose(self, one: Supposition) -> None:
        """One thing more, or otherwise than before."""
        self.supposed = with_supposed(self.supposed, one)
        self.changed.emit()
        self.refresh()

    def drop(self, key: str) -> None:
        """Do not suppose this any more."""
        self.supposed = tuple(one for one in self.supposed if one.key != key)
        self.changed.emit()
        self.refresh()

    def keep(self) -> None:
        """All of it becomes true on the map, as one step that can be undone."""
        supposed, self.supposed = self.supposed, ()
        supposing.keep(self._desk.document, supposed)

    def refresh(self) -> None:
        """Find out anew what it would do, beside the window."""
        if not self.supposed:
            self.then = None
            self.known.emit()
            return
        if self._work is not None and not self._work.is_over:
            self._again = True
            return
        journey, day = tried(self._desk.journey, self.supposed), today()
        self._work = Work(lambda: Side(journey, examine(journey, trials=0, today=day)))
        self._work.then(self._found)

    def _found(self) -> None:
        work = self._work
        if work is None or not work.is_over:  # a bell may ring twice, for the work before
            return
        self._work = None
        if self._again:
            self._again = False
            self.refresh()
            return
        self.then = work.answer() if self.supposed else None
        self.known.emit()

    def end(self) -> None:
        """Nobody looks any more."""
        self.supposed = ()
        self._desk.work.examined.disconnect(self.refresh)
