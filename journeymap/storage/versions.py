"""Earlier versions of a map: the last ten saves and one a day for two weeks, in the user's own folder.

What a save writes is kept at once, as a copy: if anything empties the file afterwards, the last save
is still there and not only the one before it.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from journeymap.storage import disk, envelope, settings
from journeymap.storage.own_files import read_own, write_own
from journeymap.storage.places import versions_folder, versions_root

LAST_SAVES = 10
DAYS = 14
DAYS_SETTING = "versions_days"
"""What a person may choose instead of DAYS."""
COPIED = 20_000_000
"""Bytes up to which a save is kept as a copy; a larger one is linked when the next one replaces it."""
ABOUT = "about.json"
"""Beside the versions of a document: where its file lies."""
MOST_BYTES = 200_000_000
"""What the versions of one document may take together; the newest is kept whatever its size."""

_NAME = re.compile(r"(\d{8}T\d{12})-([0-9a-f]{64})\.journey")
_STAMP = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier version: when it was saved (UTC), its bytes' sha256, its size in bytes."""

    path: Path
    saved: datetime
    sha256: str
    size: int

    def read(self) -> envelope.Decoded:
        """The map as it was; StorageError if the kept file no longer is what it was."""
        return envelope.decode(disk.read_file(self.path, envelope.MOST_BYTES), self.path.name)


def day_of(path: Path) -> date | None:
    """The day on which an earlier version was saved, as its name says; None for any other file."""
    match = _NAME.fullmatch(path.name)
    return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC).date() if match else None


def keep_version(document: str, file: Path) -> bool:
    """Keeps what stands in `file` before it is replaced; False if that did not work."""
    try:
        data_hash = disk.hash_on_disk(file)
        folder = versions_folder(document)
        folder.mkdir(parents=True, exist_ok=True)
        if data_hash is None or any(version.sha256 == data_hash for version in versions(document)):
            return data_hash is not None
        saved = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        _link_or_copy(file, _place(folder, saved, data_hash))
        prune(document)
    except (OSError, ValueError, OverflowError):
        return False
    return True


def keep_saved(document: str, file: Path, data: bytes, sha256: str, *, most: int | None = None) -> bool:
    """Keeps a copy of what was just saved in `file`, and notes where that is; False if it did not work.

    More than `most` bytes (COPIED) are not copied: a map that large is kept when it is replaced.
    """
    folder = versions_folder(document)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if read_own(folder / ABOUT).get("path") != str(file):
            write_own(folder / ABOUT, {"path": str(file), "document": document})
        too_large = len(data) > (COPIED if most is None else most)
        if too_large or any(version.sha256 == sha256 for version in versions(document)):
            return True
        temporary = folder / f".{secrets.token_hex(8)}.tmp"
        try:
            temporary.write_bytes(data)
            temporary.replace(_place(folder, datetime.now(UTC), sha256))
        finally:
            temporary.unlink(missing_ok=True)
        prune(document)
    except OSError:
        return False
    return True


def _place(folder: Path, saved: datetime, sha256: str) -> Path:
    return folder / f"{saved.strftime(_STAMP)}-{sha256}.journey"


def document_at(path: Path) -> str | None:
    """The id of the map that was last saved in a file, also where the file cannot be read any more."""
    with contextlib.suppress(OSError):
        for about in versions_root().glob(f"*/{ABOUT}"):
            said = read_own(about)
            if said.get("path") == os.path.realpath(path) and isinstance(said.get("document"), str):
                return str(said["document"])
    return None


def versions(document: str) -> tuple[Version, ...]:
    """What is kept of a document, the newest first."""
    with contextlib.suppress(OSError):
        return tuple(sorted(_found(versions_folder(document)), key=_by_time, reverse=True))
    return ()


def prune(document: str, now: datetime | None = None) -> tuple[Version, ...]:
    """Removes what is neither among the last saves nor the last of its day; what was removed."""
    kept = versions(document)
    staying = _staying(kept, now or datetime.now(UTC), timedelta(days=settings.get(DAYS_SETTING, DAYS)))
    gone = tuple(version for version in kept if version not in staying)
    for version in gone:
        with contextlib.suppress(OSError):
            version.path.unlink()
    return gone


def _found(folder: Path) -> Iterable[Version]:
    for path in folder.iterdir():
        match = _NAME.fullmatch(path.name)
        if match:
            saved = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            yield Version(path, saved, match[2], path.stat().st_size)


def _by_time(version: Version) -> tuple[datetime, str]:
    return version.saved, version.sha256


def _staying(newest_first: tuple[Version, ...], now: datetime, age: timedelta) -> frozenset[Version]:
    """The last saves and the last of each recent day, as far as the space allows."""
    chosen = set(newest_first[:LAST_SAVES])
    days: set[object] = set()
    for version in newest_first:
        day = version.saved.date()
        if day not in days and now - version.saved <= age:
            chosen.add(version)
        days.add(day)
    room, staying = MOST_BYTES, set[Version]()
    for version in newest_first:
        room -= version.size if version in chosen else 0
        if version in chosen and (room >= 0 or not staying):
            staying.add(version)
    return frozenset(staying)


def _link_or_copy(file: Path, kept: Path) -> None:
    """A hard link costs nothing, as the old file is replaced and never written again; else a copy."""
    temporary = kept.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        try:
            os.link(file, temporary)
        except OSError:
            shutil.copyfile(file, temporary)
        if disk.hash_on_disk(temporary) != kept.name[-72:-8]:
            raise OSError("changed while it was kept")
        temporary.replace(kept)
    finally:
        temporary.unlink(missing_ok=True)
