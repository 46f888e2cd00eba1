"""Maps as the start page shows them: what reading them tells."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.storage import files
from journeymap.storage.errors import StorageError
from journeymap.ui.starting.found import Found, moment

MOST_STEPS = 1500
"""Beyond that a map is shown without walls and hours: they would take longer than a glance."""


def on_disk(path: Path | None) -> Journey | None:
    """The journey in a file; None where there is none that can be read."""
    try:
        return files.load(path).journey if path is not None else None
    except StorageError:
        return None


def read(t: Catalogue, found: Found) -> Found:
    """The same with what is in the file; takes as long as reading takes."""
    found = found._replace(when=moment(t, found.opened))
    try:
        journey = files.load(found.path).journey
    except StorageError:
        there = _exists(found.path)
        return found._replace(trouble="unreadable" if there else "gone")
    return described(t, found, journey)


def described(t: Catalogue, found: Found, journey: Journey) -> Found:
    """The same with a journey that is known, its walls and its figures."""
    findings = examine(journey, trials=0) if len(journey.steps) <= MOST_STEPS else Findings()
    title = journey.head.title or found.title
    said = figures(t, journey, findings)
    return found._replace(title=title, figures=said, journey=journey, findings=findings)


def figures(t: Catalogue, journey: Journey, findings: Findings) -> str:
    """ "17 steps · 8 walls · 8 531 hours"; what is not known is left out."""
    said = [t.plural("{n} step", "{n} steps", len(journey.steps))]
    walls = sum(mark.certain for mark in findings.marks)
    if walls:
        said.append(t.plural("{n} wall", "{n} walls", walls))
    hours = findings.figures.customer_hours_per_year
    if hours:
        said.append(t("{n} hours a year", n=t.number(round(hours))))
    elif findings.unranked:
        said.append(t.plural("{n} answer missing", "{n} answers missing", len(findings.unranked)))
    return " · ".join(said)


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


class Reading:
    """Reads files in a thread of its own, so that a slow disk never holds the page.

    The page asks for what has come; nothing of Qt is touched outside its thread.
    """

    def __init__(self, t: Catalogue, wanted: Sequence[Found]) -> None:
        self._t, self._wanted = t, tuple(wanted)
        self._come: SimpleQueue[Found] = SimpleQueue()
        self._given = 0
        self._over = threading.Event()
        threading.Thread(target=self._work, name="shelf", daemon=True).start()

    @property
    def is_over(self) -> bool:
        """Everything has been given out, or nothing is wanted any more."""
        return self._over.is_set() or self._given == len(self._wanted)

    def come(self) -> Iterator[Found]:
        """What was read since last time."""
        while not self._come.empty():
            self._given += 1
            yield self._come.get()

    def stop(self) -> None:
        """Nothing is wanted any more; the file being read is not waited for."""
        self._over.set()

    def _work(self) -> None:
        for one in self._wanted:
            if self._over.is_set():
                return
            self._come.put(read(self._t, one))
