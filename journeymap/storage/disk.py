"""The few calls that touch a document on the disk, and what each of their failures is called."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import stat
import time
from collections.abc import Mapping
from pathlib import Path

from journeymap.storage.errors import StorageError

_BINARY = getattr(os, "O_BINARY", 0)
_QUIET = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_CHUNK = 1 << 20

BUSY_CODES = frozenset({5, 32, 33})
"""Windows: a scanner or a sync client holds the file for a moment (RELIABILITY 1.3)."""
WAITS = (0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.4, 0.6, 0.9)
"""Seconds before each further try to replace a held file, 2.5 s together."""

_SHARE_CODES = ("ESTALE", "ENETDOWN", "ENETUNREACH", "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT", "ENOTCONN")
_SHARE_CUTS = ("ECONNRESET", "ECONNABORTED", "ECONNREFUSED", "EREMOTEIO", "ENODEV", "ENXIO", "ESHUTDOWN")
_KINDS: Mapping[str, tuple[str, ...]] = {
    "disk_full": ("ENOSPC",),
    "quota": ("EDQUOT",),
    "too_big": ("EFBIG", "EOVERFLOW"),
    "disk_read_only": ("EROFS",),
    "folder_gone": ("ENOENT", "ENOTDIR"),
    "may_not_write": ("EACCES", "EPERM"),
    "locked": ("EBUSY", "ETXTBSY", "EAGAIN", "EDEADLK"),
    "name_too_long": ("ENAMETOOLONG",),
    "share_gone": (*_SHARE_CODES, *_SHARE_CUTS),
    "save_on_folder": ("EISDIR", "ENOTEMPTY", "EEXIST"),
    "no_replace": ("EOPNOTSUPP", "ENOTSUP", "ENOSYS", "EXDEV"),
}
SAVE_KINDS: Mapping[int, str] = {
    getattr(errno, name): kind for kind, names in _KINDS.items() for name in names if hasattr(errno, name)
}
WINDOWS_KINDS: Mapping[int, str] = {
    5: "may_not_write", 19: "disk_read_only", 32: "locked", 33: "locked", 39: "disk_full", 53: "share_gone",
    59: "share_gone", 64: "share_gone", 67: "share_gone", 112: "disk_full", 121: "share_gone",
    206: "name_too_long", 1231: "share_gone", 1295: "quota",
}  # fmt: skip


def save_error(failure: OSError, target: Path, size: int) -> StorageError:
    """The failure in the words of someone who wanted to save `size` bytes in `target`."""
    windows = getattr(failure, "winerror", None)
    kind = WINDOWS_KINDS.get(windows) if windows else None
    kind = kind or SAVE_KINDS.get(failure.errno or 0, "not_saved")
    missing = size - _free(target.parent) if kind == "disk_full" else size
    return StorageError(
        kind,
        file=target.name,
        folder=str(target.parent),
        n=max(1, -(-missing // 1_000_000)),
        reason=failure.strerror or type(failure).__name__,
    )


def _free(folder: Path) -> int:
    """Bytes that are still free where the folder lies; 0 where nobody can say."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def is_read_only(path: Path) -> bool:
    """Whether the whole disk can only be read, and not this one file; False where nobody can say."""
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY) if hasattr(os, "statvfs") else False
    except OSError:
        return False


def load_error(failure: OSError, path: Path) -> StorageError:
    """The failure in the words of someone who wanted to open `path`."""
    kinds = {
        errno.ENOENT: "missing",
        errno.ENOTDIR: "missing",
        errno.EISDIR: "folder",
        errno.EACCES: "may_not_read",
        errno.EPERM: "may_not_read",
        errno.ENXIO: "not_regular",
        errno.ENAMETOOLONG: "missing",
    }
    kind = kinds.get(failure.errno or 0, "unreadable")
    return StorageError(kind, file=path.name, reason=failure.strerror or type(failure).__name__)


def read_file(path: Path, most: int) -> bytes:
    """The bytes of an ordinary file of at most so many bytes; StorageError otherwise."""
    try:
        if path.is_dir():
            raise StorageError("folder", file=path.name)
        with os.fdopen(os.open(path, os.O_RDONLY | _BINARY | _QUIET), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise StorageError("not_regular", file=path.name)
            data = stream.read(most + 1) if status.st_size <= most else b""
            if status.st_size > most or len(data) > most:
                raise StorageError("too_large", file=path.name)
            return data
    except OSError as failure:
        raise load_error(failure, path) from failure
    except ValueError as failure:  # a NUL in the name
        raise StorageError("missing", file=path.name.replace("\0", "?")) from failure


def hash_on_disk(path: Path) -> str | None:
    """sha256 of what stands there now, read from the disk; None when nothing stands there."""
    try:
        fd = os.open(path, os.O_RDONLY | _BINARY | _QUIET)
    except FileNotFoundError:
        return None
    digest = hashlib.sha256()
    try:
        while chunk := os.read(fd, _CHUNK):
            digest.update(chunk)
    finally:
        os.close(fd)
    return digest.hexdigest()


def write_synced(
    temporary: Path, data: bytes, like: os.stat_result | None, *, notes_of: Path | None = None
) -> None:
    """Writes a new file and waits until the disk has it; with the mode and owner of the old file.

    `notes_of` is the old file, whose access list and other notes of the file system are taken over.
    """
    fd = os.open(
        temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | getattr(os, "O_CLOEXEC", 0), 0o666
    )
    try:
        if like is not None:
            _keep_rights(fd, like)
        if notes_of is not None:
            _keep_notes(fd, notes_of)
        left = memoryview(data)
        while left:
            left = left[os.write(fd, left[:_CHUNK]) :]
        os.fsync(fd)
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(fd)
        raise
    os.close(fd)


def _keep_rights(fd: int, like: os.stat_result) -> None:
    """Who may read the file must not change with a save; where the system refuses, so be it."""
    if hasattr(os, "fchown"):
        mine = os.fstat(fd)
        if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
            with contextlib.suppress(OSError):
                os.fchown(fd, like.st_uid, like.st_gid)
    if hasattr(os, "fchmod"):
        with contextlib.suppress(OSError):
            os.fchmod(fd, stat.S_IMODE(like.st_mode))


def _keep_notes(fd: int, old: Path) -> None:
    """Access lists and tags, which a share may hang on a file; what cannot be carried over is left."""
    if not hasattr(os, "listxattr"):
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(old):
            with contextlib.suppress(OSError):
                os.setxattr(fd, name, os.getxattr(old, name))


def replace(temporary: Path, target: Path) -> None:
    """Puts the new file in the old one's place, waiting a little where Windows says it is held."""
    for wait in WAITS:
        try:
            temporary.replace(target)
            return
        except OSError as failure:
            if getattr(failure, "winerror", None) not in BUSY_CODES:
                raise
            time.sleep(wait)
    temporary.replace(target)


def replace_refused(failure: OSError) -> bool:
    """Whether a folder that takes new files refuses to put one in another's place, as some shares do.

    A mounted cloud drive and a folder whose files belong to their makers alone say EPERM
    (RELIABILITY 1.3); on Windows the same number means a file that is held.
    """
    return failure.errno == errno.EPERM and getattr(failure, "winerror", None) is None


def sync_folder(folder: Path) -> bool:
    """Makes the new name survive a power cut; False where the system cannot (the file is in place)."""
    if os.name == "nt":
        return True  # NTFS keeps names in its own journal; folders cannot be opened there
    try:
        fd = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
    except OSError:
        return False
    return True
