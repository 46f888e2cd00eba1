"""The file behind the open journey: saving, the recovery journal, changes made by others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from journeymap.model.change import Change
from journeymap.model.journey import Journey
from journeymap.resources import samples
from journeymap.storage import disk, envelope, files, settings
from journeymap.storage.beside import Beside
from journeymap.storage.errors import StorageError
from journeymap.storage.files import Loaded
from journeymap.storage.journal import Journal
from journeymap.storage.lock import Holder, Lock
from journeymap.storage.places import documents
from journeymap.storage.recovery import Offer
from journeymap.storage.repairs import Repair
from journeymap.storage.save import Saved
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
        data: bytes | None = None,
    ) -> None:
        self.path, self.sha256, self.read_only = path, sha256, read_only
        self.repairs, self.rescued = repairs, rescued
        self.attachments = dict(attachments or {})
        self.saved_at: datetime | None = None
        self.hello = ""
        """To be said once when the map is shown."""
        self.trouble: StorageError | None = None
        """Why the last save did not work."""
        self.unsafe: StorageError | None = None
        """Why the last changes are not in the recovery journal."""
        self.told_of: str | None = None
        """The sha256 of somebody else's save that was spoken of already."""
        self.apart: Loaded | None = None
        """Somebody else's save that differs from ours in places one has to choose between."""
        self.beside: tuple[Beside, ...] = ()
        """Conflict copies of the map in the same folder."""
        self.common: Journey | None = journey if sha256 else None
        """The state both sides share when somebody else saves the file."""
        self.holder: Holder | None = None
        self.holder_left = False
        self.gone = False
        """The file no longer lies at `path`: moved, renamed or deleted by somebody else."""
        self._neighbour: Holder | None = None
        self._lock: Lock | None = None
        self._offer: Offer | None = None
        self._document, self._title = journey.head.document or "", journey.head.title or ""
        self._base = data if data is not None else self._written(journey)
        self._base_sha256 = hashlib.sha256(self._base).hexdigest()
        self._journal: Journal | None = None

    @classmethod
    def load(cls, path: Path) -> tuple[Journey, Filing]:
        """Open a file; StorageError if it cannot be."""
        return cls.of(files.load(path))

    @classmethod
    def of(cls, loaded: Loaded) -> tuple[Journey, Filing]:
        """The journey of a file that was read, and how it stands to that file."""
        filing = cls(
            loaded.journey,
            loaded.path,
            loaded.sha256,
            read_only=loaded.read_only,
            repairs=loaded.repairs,
            attachments=loaded.attachments,
            data=loaded.data,
        )
        filing.saved_at = loaded.saved.astimezone() if loaded.saved else None
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
        self._neighbour = other or self._neighbour
        if self.holder is not None or other is not None:
            self.read_only = other is not None
        self.holder, self.holder_left = other, False

    def beat(self) -> None:
        """A sign of life for those who open the same map; and is whoever has it open still there?"""
        if self._lock is None:
            return
        self._lock.beat()
        if self.holder is not None:
            self.holder_left = self._lock.holder() is None

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def neighbour(self) -> Holder | None:
        """Who else has had the map open lately, as far as anybody knows."""
        if self._lock is not None:
            self._neighbour = self._lock.holder() or self._neighbour
        return self._neighbour

    def may_join(self, theirs: Journey, ours: Journey) -> bool:
        """Whether what somebody else saved can be brought together with ours: both came from one map."""
        same = (theirs.head.document or "") == (ours.head.document or "")
        return self.common is not None and same

    def joined(self, loaded: Loaded, *, noted: int | None) -> None:
        """Their state is in ours now: saving over it loses nothing.

        With `noted` the map is exactly theirs, and so many changes of the journal have become needless.
        """
        self.common, self.sha256, self.trouble, self.apart = loaded.journey, loaded.sha256, None, None
        self.attachments.update(loaded.attachments)
        if noted is None:
            return
        self._base, self._base_sha256 = loaded.data, loaded.sha256
        self.saved_at = loaded.saved.astimezone() if loaded.saved else None
        if self._journal is not None:
            self._journal.saved(loaded.sha256, loaded.data, upto=noted)

    def note(self, label: str, change: Change) -> None:
        """Write a change into the recovery journal; an edit never fails because that did."""
        try:
            self._journal_of_ours().append(label, change)
            self.unsafe = None
        except StorageError as failure:
            self.unsafe = failure
            log.warning("recovery journal: %s", failure)

    def attach(self, sha256: str, data: bytes) -> None:
        """Take in a picture that an edit is about to speak of; it is safe before the edit is."""
        self.attachments[sha256] = data
        try:
            self._journal_of_ours().keep_picture(sha256, data)
        except StorageError as failure:
            self.unsafe = failure
            log.warning("recovery journal: %s", failure)

    def _journal_of_ours(self) -> Journal:
        if self._journal is None:
            self._journal = Journal(
                self._document, self._base_sha256, base=self._base, path=self.path, title=self._title
            )
        return self._journal

    @property
    def folder(self) -> Path:
        """Where a file is looked for first: beside the map, or else among the documents."""
        return self.path.parent if self.path is not None else documents()

    @property
    def noted(self) -> int:
        """How many changes stand in the journal."""
        return self._journal.changes if self._journal is not None else 0

    def writing(self, journey: Journey, path: Path | None) -> Callable[[], Saved]:
        """The work of saving here or to a new place, for a thread of its own."""
        target = path or self.path
        if target is None:
            raise ValueError("A journey without a file needs a path to be saved to.")
        same = target == self.path
        expected, pictures = self.sha256 if same else None, dict(self.attachments)
        return lambda: files.save(journey, target, expected=expected, attachments=pictures, as_copy=not same)

    def saved(self, journey: Journey, path: Path | None, result: Saved, noted: int) -> None:
        """The save was verified: the first `noted` changes of the journal are no longer needed."""
        same = path is None or path == self.path
        self.path = path or self.path
        self.sha256, self.saved_at = result.sha256, datetime.now().astimezone()
        self.trouble, self.common = None, journey
        self.read_only = self.rescued = self.gone = False
        self.apart = self.unsafe = None
        if not same:
            self._release()
            self.holder = None
            self.hold(anyway=True)
        self._base, self._base_sha256 = result.data, result.sha256
        if self._journal is not None:
            self._journal.saved(result.sha256, result.data, upto=noted, path=self.path)
        self._drop_offer()

    def changed_by_others(self) -> bool:
        """Whether the file now holds something other than what was loaded or saved last."""
        if self.path is None or self.sha256 is None or not self.path.is_file():
            return False
        try:
            return disk.hash_on_disk(self.path) not in (self.sha256, None)
        except OSError:
            return False

    def rescue(self, journey: Journey, offer: Offer) -> None:
        """The journey came out of a journal, which stays until this one is saved or dropped."""
        self.rescued, self._offer = True, offer
        self.attachments.update(offer.pictures())
        self._document, self._title = journey.head.document or "", journey.head.title or ""
        self._base = self._written(journey)
        self._base_sha256 = hashlib.sha256(self._base).hexdigest()

    def _written(self, journey: Journey) -> bytes:
        """What the journal's changes start from when no file holds it: a new map's lanes, a rescued map."""
        return envelope.encode(journey, self.attachments)

    def secure(self) -> None:
        """The computer may go at any moment now: every change is on the disk before this returns."""
        if self._journal is not None:
            self._journal.sync()

    def keep_journal(self) -> None:
        """The program must go now: what is not saved is offered at the next start.

        An edit that still slips in goes into the same journal: one map, one offer.
        """
        if self._journal is not None:
            self._journal.close(discard=False)
        self._release()

    def let_go(self) -> None:
        """The journey is closed on purpose: nothing is left to recover."""
        self._release()
        self._end_journal()

    def _end_journal(self) -> None:
        if self._journal is not None:
            self._journal.close(discard=True)
            self._journal = None
        self._drop_offer()

    def _drop_offer(self) -> None:
        if self._offer is not None:
            self._offer.discard()
            self._offer = None
