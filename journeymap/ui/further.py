"""What else the map tells, kept for the journey as it is; of a large map worked out beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from journeymap.analysis.findings import Findings
from journeymap.analysis.further import Further, look_further
from journeymap.edit.document import Document
from journeymap.model.journey import Journey
from journeymap.ui.background import Work
from journeymap.ui.errors import log
from journeymap.ui.workspace import AT_ONCE, SMALL, Workspace

T = TypeVar("T")


class Telling(QObject):
    """One a window. `changed` when something was worked out after it had been asked for."""

    changed = Signal()

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self._work = work
        self._known: tuple[Journey, Findings, Further] | None = None
        self._of: Document | None = None
        """What the known is of: another map is told of at once."""
        self._asked: tuple[Journey, Findings] | None = None
        self._running: Work[Further] | None = None
        self._made: dict[object, tuple[Further, Any]] = {}

    def now(self) -> Further | None:
        """What is known; None while nothing is. Of a large map it may be of a moment ago."""
        journey, findings = self._work.document.journey, self._work.findings
        known = self._known
        if known is not None and known[0] is journey and known[1] is findings:
            return known[2]
        first, steps = self._of is not self._work.document, len(journey.steps)
        if steps <= (AT_ONCE if first else SMALL):
            self._known = (journey, findings, look_further(journey, findings))
            self._of = self._work.document
        elif self._work.is_examined:
            self._ask(journey, findings)
        return self._known[2] if self._known is not None and self._is_of(journey) else None

    def kept(self, name: object, further: Further, make: Callable[[Further], T]) -> T:
        """Something made of what is known, made once."""
        made = self._made.get(name)
        if made is None or made[0] is not further:
            made = self._made[name] = (further, make(further))
        value: T = made[1]
        return value

    def _is_of(self, journey: Journey) -> bool:
        """Whether what is known is of this map at all, be it of a moment ago."""
        return self._known is not None and self._known[0].head.document == journey.head.document

    def _ask(self, journey: Journey, findings: Findings) -> None:
        if self._running is None or self._running.is_over:
            self._asked = (journey, findings)
            self._running = Work(lambda: look_further(journey, findings))
            self._running.then(self._take)

    def _take(self) -> None:
        if self._running is None or not self._running.is_over or self._asked is None:
            return
        (journey, findings), work = self._asked, self._running
        self._asked = self._running = None
        try:
            further = work.answer()
        except Exception:
            log.exception("what the map also tells could not be worked out")
            return
        self._known = (journey, findings, further)
        self.changed.emit()
