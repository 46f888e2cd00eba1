"""Pictures attached since the last save, kept beside the journals until a save has taken them over."""

from __future__ import annotations

import contextlib
import hashlib
import re
import secrets
import time
from collections.abc import Iterable
from pathlib import Path

from journeymap.storage import disk
from journeymap.storage.bases import YOUNG
from journeymap.storage.envelope import MOST_BYTES
from journeymap.storage.errors import StorageError

ENDING = ".picture"
_NAME = re.compile(r"[0-9a-f]{64}")


def keep(folder: Path, sha256: str, data: bytes) -> None:
    """Keeps a picture under its hash, safe from a power cut; OSError if the disk does not take it."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{sha256}{ENDING}"
    if disk.hash_on_disk(place) == sha256:
        place.touch()
        return
    temporary = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        disk.write_synced(temporary, data, None)
        disk.replace(temporary, place)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    disk.sync_folder(folder)


def find(folder: Path, wanted: Iterable[str]) -> dict[str, bytes]:
    """Those of the pictures that are kept here and are whole, by their hash."""
    found = {}
    for sha256 in wanted:
        with contextlib.suppress(StorageError):
            data = (
                disk.read_file(folder / f"{sha256}{ENDING}", MOST_BYTES) if _NAME.fullmatch(sha256) else b""
            )
            if hashlib.sha256(data).hexdigest() == sha256:
                found[sha256] = data
    return found


def drop_unneeded(folder: Path) -> None:
    """Removes pictures that no journal speaks of any more; young ones may be waiting for their change."""
    with contextlib.suppress(OSError):
        old = [p for p in folder.glob(f"*{ENDING}") if time.time() - p.stat().st_mtime > YOUNG]
        spoken_of = b"".join(path.read_bytes() for path in folder.glob("*.journal")) if old else b""
        for path in old:
            if path.stem.encode() not in spoken_of:
                path.unlink(missing_ok=True)
