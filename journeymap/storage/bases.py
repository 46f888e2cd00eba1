"""What journals stand on: the file as it was loaded, named by its hash, beside the journals."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import time
from pathlib import Path

from journeymap.storage import disk
from journeymap.storage.envelope import MOST_BYTES
from journeymap.storage.errors import StorageError
from journeymap.storage.lines import read_header
from journeymap.storage.versions import versions

ENDING = ".base"
YOUNG = 3600.0
"""Seconds."""


def keep(folder: Path, data: bytes) -> str:
    """Keeps the bytes beside the journals and gives their hash; OSError if the disk does not take them."""
    sha256 = hashlib.sha256(data).hexdigest()
    place = folder / f"{sha256}{ENDING}"
    if disk.hash_on_disk(place) != sha256:
        temporary = folder / f".{secrets.token_hex(8)}.tmp"
        disk.write_synced(temporary, data, None)
        disk.replace(temporary, place)
    else:
        place.touch()
    return sha256


def find(folder: Path, sha256: str, document: str, path: str) -> bytes | None:
    """The bytes with this hash: kept beside the journals, among the earlier versions, or the file itself."""
    places = [folder / f"{sha256}{ENDING}"]
    places += [version.path for version in versions(document) if version.sha256 == sha256]
    places += [Path(path)] if path else []
    for place in places:
        with contextlib.suppress(StorageError):
            data = disk.read_file(place, MOST_BYTES)
            if hashlib.sha256(data).hexdigest() == sha256:
                return data
    return None


def drop_unneeded(folder: Path) -> None:
    """Removes bases that no journal stands on any more; young ones may be waiting for their journal."""
    with contextlib.suppress(OSError):
        needed = {str((read_header(path) or {}).get("base")) for path in folder.glob("*.journal")}
        for path in folder.glob(f"*{ENDING}"):
            if path.stem not in needed and time.time() - path.stat().st_mtime > YOUNG:
                path.unlink(missing_ok=True)
