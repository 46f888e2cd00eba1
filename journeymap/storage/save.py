"""Saving so that at every moment either the old file or the new one is whole (RELIABILITY 1.4)."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from journeymap.i18n import N_
from journeymap.model.journey import Journey
from journeymap.model.records import VERSION
from journeymap.storage import disk, envelope, processes
from journeymap.storage.errors import StorageError
from journeymap.storage.repairs import Repair
from journeymap.storage.versions import keep_saved, keep_version

NOT_SYNCED = N_(
    "The folder did not confirm the saved file. It is in place, but a power cut now could undo the save."
)
NOT_KEPT = N_("The version before this one could not be kept under Earlier versions.")
TO_LOOK_AT = N_("Some things in the map will stand under To look at when it is opened again.")

_TEMPORARY = re.compile(r"\.journeymap-([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\.tmp")


@dataclass(frozen=True, slots=True)
class Saved:
    """The file is in place and was read back: its bytes, their sha256, and what to tell besides."""

    sha256: str
    warnings: tuple[Repair, ...] = ()
    data: bytes = field(default=b"", repr=False)


def save(
    journey: Journey,
    path: str | os.PathLike[str],
    *,
    expected: str | None = None,
    attachments: Mapping[str, bytes] | None = None,
    as_copy: bool = False,
) -> Saved:
    """Writes the map to `path`, or raises StorageError and leaves what stood there as it was.

    `expected` is the sha256 that the file must have now (as loaded or last saved); None does not
    ask. `as_copy` allows a map made for a newer program to be written, to a new place.
    """
    if (journey.head.min_reader or 1) > VERSION and not as_copy:
        raise StorageError("newer_file")
    target = _real_place(path)
    data = _encoded(journey, _with_carried(journey, attachments or {}, target), target.name)
    warnings = _validate(journey, data, target.name)
    try:
        warnings += _put(data, target, expected, journey)
        return Saved(hashlib.sha256(data).hexdigest(), warnings, data)
    except OSError as failure:
        raise disk.save_error(failure, target, len(data)) from failure


def _real_place(path: str | os.PathLike[str]) -> Path:
    """Where links lead: the file itself is replaced, the link stays."""
    try:
        return Path(os.path.realpath(path))
    except ValueError as failure:  # a NUL in the name
        name = os.fspath(path).replace("\0", "?")
        raise StorageError(
            "not_saved", file=Path(name).name, folder=str(Path(name).parent), reason="NUL"
        ) from failure


def _encoded(journey: Journey, attachments: Mapping[str, bytes], file: str) -> bytes:
    """The bytes to write; what no file can hold is answered before anything is touched."""
    try:
        return envelope.encode(journey, attachments)
    except (TypeError, ValueError, ArithmeticError, RecursionError) as failure:
        raise StorageError("unsound", file=file) from failure


def _validate(journey: Journey, data: bytes, file: str) -> tuple[Repair, ...]:
    """Reads the bytes as the next start will; nothing that cannot be opened again replaces a file."""
    try:
        again = envelope.decode(data, file)
        whole = envelope.encode(again.journey, again.attachments) == data
    except StorageError as failure:
        raise StorageError("unsound", file=file) from failure
    if not whole:
        raise StorageError("unsound", file=file)
    return () if envelope.same_records(again.journey, journey) else (Repair("", TO_LOOK_AT),)


def _with_carried(journey: Journey, attachments: Mapping[str, bytes], target: Path) -> Mapping[str, bytes]:
    """The pictures, those that the caller does not have taken over from the file that is replaced."""
    if envelope.attached(journey) <= attachments.keys() or not target.is_file():
        return attachments
    try:
        before = envelope.decode(disk.read_file(target, envelope.MOST_BYTES), target.name)
    except StorageError:
        return attachments
    return {**before.attachments, **attachments}


def _put(data: bytes, target: Path, expected: str | None, journey: Journey) -> tuple[Repair, ...]:
    """Steps 3 to 8 of the protocol; OSError from any of them before the file is in place."""
    like = _status(target)
    _check_unchanged(target, expected)
    clear_stale(target.parent)
    temporary = target.parent / _temporary_name()
    warnings: list[Repair] = []
    try:
        disk.write_synced(temporary, data, like, notes_of=None if like is None else target)
        _check_unchanged(target, expected)
        if like is not None and not keep_version(journey.head.document or str(target), target):
            warnings.append(Repair("", NOT_KEPT))
        _replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    if not disk.sync_folder(target.parent):
        warnings.append(Repair("", NOT_SYNCED))
    sha256 = _verified(target, data)
    keep_saved(journey.head.document or str(target), target, data, sha256)
    return tuple(warnings)


def _replace(temporary: Path, target: Path) -> None:
    try:
        disk.replace(temporary, target)
    except OSError as failure:
        if not disk.replace_refused(failure):
            raise
        where = {"file": target.name, "folder": str(target.parent)}
        raise StorageError("no_replace", **where) from failure


def _status(target: Path) -> os.stat_result | None:
    """What stands at the target, if anything; only an ordinary file that may be changed is replaced."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise StorageError("save_on_folder", file=target.name)
    if not stat.S_ISREG(status.st_mode):
        raise StorageError("save_on_special", file=target.name)
    if not os.access(target, os.W_OK):
        kind = "disk_read_only" if disk.is_read_only(target) else "may_not_write"
        raise StorageError(kind, file=target.name, folder=str(target.parent))
    return status


def _check_unchanged(target: Path, expected: str | None) -> None:
    """Raises if somebody else saved meanwhile. A file that vanished is simply written again."""
    if expected is not None and disk.hash_on_disk(target) not in (expected, None):
        raise StorageError("changed_on_disk", file=target.name)


def _verified(target: Path, data: bytes) -> str:
    """Reads the file back from the disk; the sha256 of what stands there and was to stand there."""
    try:
        found = disk.hash_on_disk(target)
    except OSError as failure:
        raise StorageError("not_verified", file=target.name) from failure
    wanted = hashlib.sha256(data).hexdigest()
    if found != wanted:
        raise StorageError("not_verified", file=target.name)
    return wanted


def _temporary_name() -> str:
    """Short whatever the map is called; says which process of which computer it belongs to."""
    return f".journeymap-{_host_mark()}-{os.getpid()}-{secrets.token_hex(4)}.tmp"


def _host_mark() -> str:
    return hashlib.sha256(processes.host().encode()).hexdigest()[:8]


def clear_stale(folder: Path) -> int:
    """Removes what killed saves of this computer left in a folder; how many it were."""
    return sum(map(_remove, _stale(folder)))


def _stale(folder: Path) -> list[Path]:
    try:
        found = [(_TEMPORARY.fullmatch(path.name), path) for path in folder.iterdir()]
    except OSError:
        return []
    return [
        path
        for match, path in found
        if match and match[1] == _host_mark() and not processes.is_running(int(match[2]))
    ]


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
