"""Files made from a map (reports, pictures, tables): there whole, or not at all."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from journeymap.storage import disk


def write_whole(target: Path, data: bytes) -> None:
    """Put `data` at `target` in one move; StorageError if the disk will not have it.

    A pipe or device is written straight to: it cannot be replaced and holds nothing to lose.
    """
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target.resolve(), data)
    except OSError as failure:
        raise disk.save_error(failure, target, len(data)) from failure


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        disk.write_synced(temporary, data, target.stat() if target.exists() else None)
        disk.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
