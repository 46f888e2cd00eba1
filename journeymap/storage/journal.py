"""The recovery journal: every change on the disk the moment it is made, until a save is verified.

One line a change: crc32 of the rest, then JSON. The first line says which map, which base and
which process. A line is one `write`, so a killed program loses nothing; fsync follows within a
second, so a power cut loses a second at most (RELIABILITY 1.5).
"""

from __future__ import annotations

import contextlib
import os
import secrets
import threading
from datetime import UTC, datetime
from pathlib import Path

from journeymap.model.change import Change
from journeymap.storage import bases, disk, journal_pictures, processes
from journeymap.storage.changes import raw_change
from journeymap.storage.errors import StorageError
from journeymap.storage.lines import line, read_line
from journeymap.storage.places import journals_folder, safe_name
from journeymap.storage.recovery import Offer, offers

__all__ = ["Journal", "Offer", "offers"]

ENDING = ".journal"
_APPEND = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
SYNC_WITHIN = 0.5
"""Seconds from a change to the start of its fsync."""


class Journal:
    """The journal of one open map. Nothing is written before the first change."""

    def __init__(
        self,
        document_id: str,
        base_sha256: str | None,
        folder: Path | None = None,
        *,
        base: bytes | None = None,
        path: str | os.PathLike[str] | None = None,
        title: str = "",
    ) -> None:
        """`base` are the file's bytes as loaded, kept with the journal until it is closed.

        Without them the base must be found again by `base_sha256` at `path` or among the versions.
        """
        self.folder = folder or journals_folder()
        name = f"{safe_name(document_id)}-{os.getpid()}-{secrets.token_hex(4)}{ENDING}"
        self.file = self.folder / name
        self._about = {"document": document_id, "path": os.fspath(path or ""), "title": title}
        self._base_sha256, self._base = base_sha256, base
        self._fd: int | None = None
        self._lines: list[bytes] = []
        self._pending: list[bytes] = []
        self._is_torn = False
        self._lock = threading.RLock()
        self._timer: threading.Timer | None = None

    @property
    def changes(self) -> int:
        """How many changes stand in the journal: give it to `saved` as `upto`."""
        return len(self._lines)

    def append(self, label: str, change: Change) -> None:
        """Writes one change down; StorageError if the disk does not take it: the next call tries again."""
        with self._lock:
            body = {"n": self.changes + 1, "at": _now(), "label": label, "do": raw_change(change)}
            self._lines.append(line(body))
            self._pending.append(self._lines[-1])
            try:
                self._write()
            except OSError as failure:
                raise StorageError("journal_failed", reason=failure.strerror or "") from failure
            self._sync_soon()

    def keep_picture(self, sha256: str, data: bytes) -> None:
        """Keeps a picture that a change is about to speak of; StorageError if the disk does not take it."""
        try:
            journal_pictures.keep(self.folder, sha256, data)
        except OSError as failure:
            raise StorageError("journal_failed", reason=failure.strerror or "") from failure

    def sync(self) -> None:
        """Waits until the disk has every change: for a log-off or a terminating signal.

        Nobody who appends has to wait for the disk meanwhile.
        """
        with contextlib.suppress(OSError):
            with self._lock:
                self._timer = None
                fd = None if self._fd is None else os.dup(self._fd)
            if fd is not None:
                try:
                    os.fsync(fd)
                finally:
                    os.close(fd)

    def saved(
        self,
        sha256: str,
        base: bytes | None = None,
        *,
        upto: int | None = None,
        path: str | os.PathLike[str] | None = None,
    ) -> None:
        """After a verified save: drops the first `upto` changes (all), keeps later ones on the new base."""
        with self._lock:
            before = self._base_sha256, self._base, self._lines
            left = self._lines[self.changes if upto is None else upto :]
            self._about["path"] = os.fspath(path or self._about["path"])
            self._base_sha256, self._base = sha256, base
            self._lines = [_renumbered(one, place + 1) for place, one in enumerate(left)]
            try:
                if left:
                    self._start_over()
                else:
                    self._remove()
            except OSError:  # the journal from the older base says the same, only at greater length
                self._base_sha256, self._base, self._lines = before

    def close(self, *, discard: bool) -> None:
        """Ends the journal. Without `discard` it stays on the disk and is offered at the next start."""
        with self._lock:
            if discard:
                self._lines = []
                self._remove()
            else:
                self.sync()
                self._release()

    def _write(self) -> None:
        """Writes what waits; after a torn line on a line of its own, so that readers can pass it over."""
        if self._fd is None:
            self._start_over()
            return
        waiting = b"\n" * self._is_torn + b"".join(self._pending)
        self._is_torn = True
        while waiting:
            waiting = waiting[os.write(self._fd, waiting) :]
        self._is_torn, self._pending = False, []

    def _header(self) -> bytes:
        pid = os.getpid()
        owner = {"pid": pid, "began": processes.began(pid), "host": processes.host()}
        return line({"journal": 1, "base": self._base_sha256, "started": _now(), **self._about, **owner})

    def _start_over(self) -> None:
        """Puts a journal with every line in the place of the old one, if there is one, in one step.

        The base comes first, so that no journal ever stands on nothing.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._base is not None:
            bases.keep(self.folder, self._base)
        temporary = self.file.with_suffix(".tmp")
        temporary.unlink(missing_ok=True)
        disk.write_synced(temporary, self._header() + b"".join(self._lines), None)
        self._release()
        disk.replace(temporary, self.file)
        disk.sync_folder(self.folder)
        self._fd = os.open(self.file, _APPEND)
        self._pending, self._is_torn = [], False

    def _remove(self) -> None:
        self._release()
        self._pending = []
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
        bases.drop_unneeded(self.folder)
        journal_pictures.drop_unneeded(self.folder)

    def _release(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.close(self._fd)
            self._fd = None

    def _sync_soon(self) -> None:
        if self._timer is None:
            self._timer = threading.Timer(SYNC_WITHIN, self.sync)
            self._timer.daemon = True
            self._timer.start()


def _renumbered(raw: bytes, number: int) -> bytes:
    return line({**(read_line(raw) or {}), "n": number})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
