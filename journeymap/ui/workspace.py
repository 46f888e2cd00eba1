"""The open journey: its document, what the examination found, and the file it belongs to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.edit.document import Document, Edited
from journeymap.model.journey import Journey
from journeymap.storage import envelope
from journeymap.storage.errors import StorageError
from journeymap.storage.files import Loaded
from journeymap.storage.lock import BEAT
from journeymap.storage.save import Saved
from journeymap.ui.background import Work
from journeymap.ui.clock import today
from journeymap.ui.errors import log
from journeymap.ui.examining import Examining
from journeymap.ui.filing import Filing
from journeymap.ui.pace import Pace
from journeymap.ui.reading_only import OnlyRead

SETTLE, SETTLE_LARGE = 60, 150
"""Milliseconds of quiet before an edit is examined with trials: typing comes in bursts; of a large map the
examination takes a while, and waits for a breath."""
AT_ONCE = 100
"""Steps up to which walls and places are worked out before the edit returns (some 2 ms for 20)."""
SMALL = 60
"""Steps up to which all that follows from an edit is shown at once: together it takes a frame."""


class Saving:
    """One save under way: of which document, to where, and how far its journal had come."""

    def __init__(self, filing: Filing, document: Document, path: Path | None) -> None:
        self.filing, self.document, self.path = filing, document, path
        self.journey, self.noted, self.awaited = document.journey, filing.noted, False
        document.pin()
        self.work = Work(filing.writing(self.journey, path))

    def settle(self) -> Saved | StorageError:
        """Draw the consequences, now that it is over; what it gave or met."""
        try:
            saved = self.work.answer()
        except StorageError as failure:
            self.filing.trouble = failure
            return failure
        self.filing.saved(self.journey, self.path, saved, self.noted)
        self.document.mark_pinned_clean()
        return saved


class Workspace(QObject):
    """One open journey at a time. Everything that shows it listens to these signals.

    `opened`: another journey. `edited(Edited)`: it changed. `examined`: `findings` are of the
    journey as it is. `filed`: path or saved state changed. `late`: a save that nobody waited for
    is over, with what it gave or the StorageError it met. `beat`: every quarter of a minute.
    """

    opened = Signal()
    edited = Signal(object)
    examined = Signal()
    filed = Signal()
    late = Signal(object)
    beat = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.document = Document(Journey())
        self.filing = Filing(Journey(), None, None)
        self.findings = Findings()
        self.is_open = False
        self.pace = Pace(self)
        self._examining = Examining(self.pace)
        self._examining.done.connect(self._found)
        self._examining.failed.connect(lambda error: log.error("examination failed", exc_info=error))
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._examine)
        self._unsubscribe = self.document.subscribe(self._heard)
        self._life = QTimer(self, interval=int(BEAT * 1000))
        self._life.timeout.connect(self._beat)
        self._life.start()

    @property
    def is_examined(self) -> bool:
        """Whether the findings are about the journey as it is now."""
        return self._examined == self.document.generation

    _examined = -1
    _again = False
    saving: Saving | None = None
    """The save under way, if any."""

    def open(self, journey: Journey, filing: Filing, *, clean: bool = True) -> None:
        """Work on this journey from now on; the one before is left as it lies."""
        self._unsubscribe()
        filing.hold()
        self.filing = filing
        self.document = OnlyRead(journey) if filing.read_only else Document(journey)
        if clean:
            self.document.mark_clean()
        self.findings, self._examined = Findings(), -1
        self._unsubscribe = self.document.subscribe(self._heard)
        self.is_open = True
        self._examine_at_once()
        self.opened.emit()
        self.filed.emit()
        self._settle.start(0)

    def edit_anyway(self) -> None:
        """Somebody else has the map open, and it is to be changed here too."""
        self.filing.hold(anyway=True)
        self.open(self.document.journey, self.filing)

    def take(self, loaded: Loaded) -> None:
        """Work on a file that was read."""
        self.open(*Filing.of(loaded))

    def join(self, label: str, journey: Journey, loaded: Loaded) -> None:
        """The open map takes in what somebody else saved, as one step."""
        self.document.adopt(label, journey)
        theirs = envelope.same_records(journey, loaded.journey)
        self.filing.joined(loaded, noted=self.filing.noted if theirs else None)
        if theirs:
            self.document.mark_clean()
            self.filing.rescued = False
        self.filed.emit()

    def leave(self) -> None:
        """The open map is left on purpose: its recovery journal is not needed any more."""
        if self.is_open:
            self.filing.let_go()
            self.document.mark_clean()
            self.filing.rescued = False

    def close(self) -> None:
        """Let the journey go; its recovery journal goes with it."""
        self.leave()
        self._unsubscribe()
        self.document, self.filing = Document(Journey()), Filing(Journey(), None, None)
        self._unsubscribe = self.document.subscribe(self._heard)
        self.findings, self.is_open = Findings(), False
        self.opened.emit()

    @property
    def needs_saving(self) -> bool:
        """Whether something would be lost without a save."""
        lost = self.filing.rescued or (self.filing.gone and not self.filing.read_only)
        return self.is_open and (lost or not self.document.is_clean)

    def save(self, path: Path | None = None, *, patience: int | None = None) -> Saved | None:
        """Write the journey to its file, or to a new one; StorageError if that did not work.

        Waits so many milliseconds (None: as long as it takes) while the window lives; None when it
        is not over by then: `late` tells of it. A save asked for during another one follows it.
        """
        if self.saving is not None and not self._over(self.saving, patience):
            self._again = True
            return None
        self.saving = saving = Saving(self.filing, self.document, path)
        saving.work.then(self.settle)
        self.filed.emit()
        return saving.work.answer() if self._over(saving, patience) else None

    def _over(self, saving: Saving, patience: int | None) -> bool:
        saving.awaited = True
        if not saving.work.wait(patience):
            saving.awaited = False
            return False
        self.settle()
        return True

    def settle(self) -> None:
        """Draw the consequences of the save under way, if it is over."""
        saving = self.saving
        if saving is None or not saving.work.is_over:
            return
        self.saving, again, self._again = None, self._again, False
        reading = self.filing.read_only
        outcome = saving.settle()
        self.filed.emit()
        if reading and not self.filing.read_only and saving.filing is self.filing:
            self.open(self.document.journey, self.filing)
        if not saving.awaited:
            self.late.emit(outcome)
        if again and self.needs_saving and not isinstance(outcome, StorageError):
            self.save(patience=0)

    def _beat(self) -> None:
        left = self.filing.holder_left
        self.filing.beat()
        if self.filing.holder_left != left:
            self.filed.emit()
        self.beat.emit()

    def stop(self) -> None:
        """End the worker; before the program ends."""
        self._settle.stop()
        self._life.stop()
        self._examining.stop()

    def _heard(self, news: Edited) -> None:
        self.pace.hold()
        self.filing.note(str(news.label), news.change)
        if not news.change.words_only:
            self._examine_at_once()
        self.edited.emit(news)
        self.filed.emit()
        self._settle.start(SETTLE if len(self.document.journey.steps) <= AT_ONCE else SETTLE_LARGE)

    def _examine_at_once(self) -> None:
        """Without trials, so that the map never shows walls of a moment ago; they follow soon."""
        if len(self.document.journey.steps) <= AT_ONCE:
            self.findings = examine(self.document.journey, trials=0, today=today())

    def _examine(self) -> None:
        self._examining.ask(self.document.journey)

    def _found(self, findings: Findings, journey: Journey) -> None:
        """An answer about a journey that is no longer the open one, or of a map left meanwhile, is void."""
        if journey is self.document.journey and self.is_open:
            self.findings, self._examined = findings, self.document.generation
            self.examined.emit()
