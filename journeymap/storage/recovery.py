"""What a killed program left behind, offered again: which map, when, how many changes."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from journeymap.model.journey import Journey
from journeymap.model.records import FORMAT, VERSION
from journeymap.storage import bases, canonical, disk, envelope, journal_pictures, processes
from journeymap.storage.changes import drop_emptied, replay
from journeymap.storage.errors import StorageError
from journeymap.storage.lines import Lines, read_lines
from journeymap.storage.places import journals_folder
from journeymap.storage.said import raw_name
from journeymap.storage.writing import raw_journey


@dataclass(frozen=True)
class Offer:
    """A journal with changes that no verified save has taken over.

    `document_path` is where the map lies ("" if it was never saved); `is_whole` says whether the
    state the changes were made on was found, so that the result is exactly what was lost.
    """

    file: Path
    lines: Lines
    is_alive: bool

    @property
    def path(self) -> str:
        """Where the map lies; "" if it was never saved."""
        return str(self.lines.header.get("path", ""))

    @property
    def document(self) -> str:
        """The map's id."""
        return str(self.lines.header.get("document", ""))

    @property
    def title(self) -> str:
        """The map's title when it was opened."""
        return str(self.lines.header.get("title", ""))

    @property
    def changes(self) -> int:
        """How many changes are kept."""
        return len(self.lines.changes)

    @property
    def labels(self) -> tuple[str, ...]:
        """What each change was called, as undo names it; English messages, to be translated."""
        return tuple(str(change.get("label", "")) for change in self.lines.changes)

    @property
    def last_words(self) -> str:
        """The last thing that was written, as far as it has words."""
        for change in reversed(self.lines.changes):
            for _table, _id, was, becomes in change.get("do", ()):
                words = raw_name({**(was or {}), **becomes}) if isinstance(becomes, dict) else ""
                if words:
                    return words
        return ""

    def pictures(self) -> dict[str, bytes]:
        """The pictures that go with the recovered map, by sha256."""
        kept = dict(self.base.attachments) if self.base is not None else {}
        wanted = envelope.attached(self.recover()) - kept.keys()
        return {**kept, **journal_pictures.find(self.file.parent, wanted)}

    @property
    def when(self) -> datetime:
        """When the last kept change was made (UTC)."""
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(str(self.lines.changes[-1].get("at")))
        return datetime.fromtimestamp(0, UTC)

    @cached_property
    def base(self) -> envelope.Decoded | None:
        """The map the changes were made on; None if it is nowhere to be found."""
        sha256 = self.lines.header.get("base")
        if not sha256:
            return envelope.Decoded(Journey())
        data = bases.find(self.file.parent, str(sha256), self.document, self.path)
        return None if data is None else _decoded(data)

    @property
    def base_name(self) -> str:
        """The file beside the journal that keeps the base."""
        return f"{self.lines.header.get('base')}{bases.ENDING}"

    @property
    def is_whole(self) -> bool:
        """Whether the recovered map will be exactly the lost one."""
        return self.base is not None

    def recover(self) -> Journey:
        """The map with every kept change. Without its base: the file as it is now, changed the same."""
        base = self.base or self._file_now() or envelope.Decoded(Journey())
        tree: dict[str, Any] = {"format": FORMAT, "version": VERSION, **raw_journey(base.journey)}
        for change in self.lines.changes:
            replay(tree, change["do"])
        drop_emptied(tree, base.journey.empty_tables())
        return envelope.decode(canonical.canonical(tree), self.file.name).journey

    def discard(self) -> None:
        """Throws the changes away for good; only ever by a person's word or after a verified save."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
        bases.drop_unneeded(self.file.parent)
        journal_pictures.drop_unneeded(self.file.parent)

    def is_saved(self) -> bool:
        """Whether the map's file already says everything: it was killed just after saving."""
        now = self._file_now()
        if now is None or not envelope.same_records(now.journey, self.recover()):
            return False
        return self.pictures().keys() <= now.attachments.keys()

    def _file_now(self) -> envelope.Decoded | None:
        try:
            return _decoded(disk.read_file(Path(self.path), envelope.MOST_BYTES)) if self.path else None
        except StorageError:
            return None


def offers(folder: Path | None = None) -> list[Offer]:
    """What can be recovered, the latest first: changes of programs that no longer run and did not save.

    A journal whose changes the saved file already holds is removed instead of offered.
    """
    found = [offer for offer in journals(folder) if not offer.is_alive and offer.changes]
    waiting = []
    for offer in found:
        if offer.is_saved():
            offer.discard()
        else:
            waiting.append(offer)
    return sorted(waiting, key=lambda offer: offer.when, reverse=True)


def journals(folder: Path | None = None) -> list[Offer]:
    """Every journal that can be read, also those of programs that still run."""
    found = []
    for file in _files(folder or journals_folder()):
        with contextlib.suppress(OSError):
            lines = read_lines(file.read_bytes())
            if lines is not None:
                found.append(Offer(file, lines, _is_alive(lines.header)))
    return found


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".journal")
    except OSError:
        return []


def _is_alive(header: dict[str, Any]) -> bool:
    """Whether the program that wrote the journal still runs; on another computer nobody can say."""
    if header.get("host") != processes.host():
        return False
    pid = header.get("pid")
    if not isinstance(pid, int) or not processes.is_running(pid):
        return False
    return processes.began(pid) == str(header.get("began", ""))


def _decoded(data: bytes) -> envelope.Decoded | None:
    try:
        return envelope.decode(data)
    except StorageError:
        return None
