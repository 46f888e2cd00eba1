"""What the window says aloud to a screen reader (WORDS 6): what was written, undone, and newly found."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from journeymap.analysis.findings import WallMark
from journeymap.analysis.words import unit_of_step
from journeymap.canvas.accessible import announce
from journeymap.edit.document import Edited
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Link, Record, Step
from journeymap.ui.desk import Desk

PAUSE = 3000
"""Least milliseconds between two walls that are told of, and quiet before one is."""
_CHIP = re.compile(r"(\d+)\s+(.+)")


def written(news: Edited, t: Catalogue) -> str:
    """ "Step written in Reception, after Queues."; of several steps how many; of all else its words."""
    added = [now for old, now in news.change.entries.values() if old is None and now is not None]
    steps = [record for record in added if isinstance(record, Step)]
    if len(steps) > 1:
        return t.plural("{n} step written.", "{n} steps written.", len(steps))
    if steps:
        return _step(news, steps[0], t)
    words = next((words for record in added if (words := name_of(record))), "")
    return t("Written: {words}.", words=words) if words else ""


def _step(news: Edited, step: Step, t: Catalogue) -> str:
    journey = news.after
    lane = name_of(journey.lanes.get(step.lane))
    written = [now for _, now in news.change.entries.values() if isinstance(now, Link)]
    sources = [link.source for link in written if link.target == step.id]
    before: Record | None = journey.steps.get(min(sources)) if sources else None
    if before is None:
        return t("Step written in {lane}.", lane=lane)
    return t("Step written in {lane}, after {title}.", lane=lane, title=name_of(before))


def turned(news: Edited, t: Catalogue) -> str:
    """What was taken back or done again."""
    what = news.label.said(t)
    return t("Undone: {what}.", what=what) if news.origin == "undo" else t("Done again: {what}.", what=what)


def chip_words(words: str, t: Catalogue) -> str:
    """The lane chip "4   Customer service" as "Lane: Customer service, 4."; any other chip as it stands."""
    found = _CHIP.fullmatch(words)
    return t("Lane: {name}, {n}.", name=found[2], n=found[1]) if found else words


def new_wall(mark: WallMark, journey: Journey, t: Catalogue) -> str:
    """A wall that was not there before; empty where it stands between nobody."""
    a, b = (unit_of_step(journey, end) for end in (mark.source, mark.target))
    return t("New wall between {a} and {b}.", a=a, b=b) if a and b else ""


class Aloud(QObject):
    """Listens to the open map and says what happened, politely: what one reads is read out first."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._walls = self._standing()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._tell_walls)
        desk.work.edited.connect(self._edited)
        desk.work.examined.connect(self._soon.start)

    def _edited(self, news: Edited) -> None:
        sentence = written(news, self._desk.t) if news.origin == "edit" else turned(news, self._desk.t)
        announce(self._where(), sentence.replace("\u00ad", ""))
        self._soon.start()

    def _where(self) -> QWidget:
        return QApplication.focusWidget() or self._page

    def _standing(self) -> frozenset[str]:
        marks = self._desk.work.findings.marks
        return frozenset(finding.key for mark in marks if mark.certain for finding in mark.findings)

    def _tell_walls(self) -> None:
        """One sentence about the first wall that came since; walls that went are not told of."""
        now, before = self._standing(), self._walls
        self._walls = now
        for mark in self._desk.work.findings.marks:
            if mark.certain and not any(finding.key in before for finding in mark.findings):
                announce(self._where(), new_wall(mark, self._desk.journey, self._desk.t))
                return
