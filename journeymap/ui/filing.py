"""The file behind the open journey: saving, the recovery journal, changes made by others."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from journeymap.model.change import Change
from journeymap.model.journey import Journey
from journeymap.resources import samples
from journeymap.storage import envelope, files, settings
from journeymap.storage.errors import StorageError
from journeymap.storage.journal import Journal
from journeymap.storage.lock import Holder, Lock
from journeymap.storage.recovery import Offer
from journeymap.storage.repairs import Repair
from journeymap.ui.errors import log


class Filing:
    """Where the journey lies (`path` None: nowhere yet) and how it stands to that file."""

    def __init__(
        self,
        journey: Journey,
        path: Path | None,
        sha256: str | None,
        *,
        read_only: bool = False,
        repairs: tuple[Repair, ...] = (),
        attachments: Mapping[str, bytes] | None = None,
        rescued: bool = False,
    ) -> None:
        self.path, self.sha256, self.read_only = path, sha256, read_only
        self.repairs, self.rescued = repairs, rescued
        self.attachments = dict(attachments or {})
        self.saved_at: datetime | None = None
        self.trouble: StorageError | None = None
        self.told = False
        self.common: Journey | None = journey if sha256 else None
        """The state both sides share when somebody else saves the file."""
        self.holder: Holder | None = None
        self._lock: Lock | None = None
        self._offer: Offer | None = None
        self._document, self._title = journey.head.document or "", journey.head.title or ""
        self._base = _bytes_at(path) if sha256 else self._written(journey)
        self._base_sha256 = sha256 or hashlib.sha256(self._base or b"").hexdigest()
        self._journal: Journal | None = None

    @classmethod
    def load(cls, path: Path) -> tuple[Journey, Filing]:
        """Open a file; StorageError if it cannot be."""
        loaded = files.load(path)
        filing = cls(
            loaded.journey,
            path,
            loaded.sha256,
            read_only=loaded.read_only,
            repairs=loaded.repairs,
            attachments=loaded.attachments,
        )
        filing.saved_at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        return loaded.journey, filing

    def hold(self, *, anyway: bool = False) -> None:
        """Tell others that the map is open here; if somebody else has it open, it is only read.

        The finished samples belong to everybody on this computer: nothing is put beside them.
        """
        if self.path is None or self.path.resolve().parent == samples():
            return
        if self._lock is None:
            self._lock = Lock(self.path, settings.get("name", ""))
        other = self._lock.acquire(anyway=anyway)
        if self.holder is not None or other is not None:
            self.read_only = other is not None
        self.holder = other

    def beat(self) -> None:
        """A sign of life for those who open the same map."""
        if self._lock is not None:
            self._lock.beat()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def joined(self, theirs: Journey, sha256: str) -> None:
        """Their state is in ours now: saving over it loses nothing."""
        self.common, self.sha256, self.told, self.trouble = theirs, sha256, False, None

    def note(self, label: str, change: Change) -> None:
        """Write a change into the recovery journal; an edit never fails because that did."""
        try:
            if self._journal is None:
                self._journal = Journal(
                    self._document, self._base_sha256, base=self._base, path=self.path, title=self._title
                )
            self._journal.append(label, change)
        except (OSError, StorageError) as failure:
            log.warning("recovery journal: %s", failure)

    def save(self, journey: Journey, path: Path | None = None) -> None:
        """Save here or to a new place; after a verified save the journal is no longer needed."""
        target = path or self.path
        if target is None:
            raise ValueError("A journey without a file needs a path to be saved to.")
        same = self.path is not None and target == self.path
        expected = self.sha256 if same else None
        try:
            saved = files.save(
                journey, target, expected=expected, attachments=self.attachments, as_copy=not same
            )
        except StorageError as failure:
            self.trouble = failure
            raise
        self.path, self.sha256, self.trouble = target, saved.sha256, None
        self.read_only = self.rescued = self.told = False
        self.common = journey
        if not same:
            self._release()
            self.holder = None
            self.hold(anyway=True)
        self.saved_at = datetime.now().astimezone()
        self._base, self._base_sha256 = _bytes_at(target), saved.sha256
        self._end_journal()

    def changed_by_others(self) -> bool:
        """Whether the file now holds something other than what was loaded or saved last."""
        if self.path is None or self.sha256 is None or not self.path.is_file():
            return False
        try:
            return hashlib.sha256(self.path.read_bytes()).hexdigest() != self.sha256
        except OSError:
            return False

    def rescue(self, journey: Journey, offer: Offer) -> None:
        """The journey came out of a journal, which stays until this one is saved or dropped."""
        self.rescued, self._offer = True, offer
        self._document, self._title = journey.head.document or "", journey.head.title or ""
        self._base = self._written(journey)
        self._base_sha256 = hashlib.sha256(self._base).hexdigest()

    def _written(self, journey: Journey) -> bytes:
        """What the journal's changes start from when no file holds it: a new map's lanes, a rescued map."""
        return envelope.encode(journey, self.attachments)

    def keep_journal(self) -> None:
        """The program must go now: what is not saved is offered at the next start."""
        if self._journal is not None:
            self._journal.close(discard=False)
            self._journal = None
        self._release()

    def let_go(self) -> None:
        """The journey is closed on purpose: nothing is left to recover."""
        self._release()
        self._end_journal()

    def _end_journal(self) -> None:
        if self._journal is not None:
            try:
                self._journal.close(discard=True)
            except (OSError, StorageError) as failure:
                log.warning("recovery journal: %s", failure)
            self._journal = None
        if self._offer is not None:
            self._offer.discard()
            self._offer = None


def _bytes_at(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path is not None else None
    except OSError:
        return None
