"""What can still be read of a damaged file, opened as a map that is saved nowhere yet."""

from __future__ import annotations

from pathlib import Path

from journeymap.storage import disk, envelope, files, salvage
from journeymap.storage.envelope import Decoded
from journeymap.storage.errors import StorageError
from journeymap.ui.filing import Filing
from journeymap.ui.parts import Parts


def left_of(path: Path, failure: StorageError) -> tuple[Decoded, str] | None:
    """The map that is left, and the sha256 of the file as it stands; None if no record is left."""
    if failure.kind not in salvage.KINDS:
        return None
    try:
        data = disk.read_file(path, envelope.MOST_BYTES)
    except StorageError:
        return None
    left = salvage.salvaged(data, path.name)
    return (left, files.fingerprint_of(data)) if left and any(left.journey.tables.values()) else None


def open_left(parts: Parts, path: Path, left: Decoded, sha256: str) -> bool:
    """Show it; the file stays as it is until somebody saves, and is then kept among the earlier versions."""
    desk = parts.desk
    desk.work.leave()
    filing = Filing(left.journey, path, sha256, read_only=left.read_only, repairs=left.repairs, rescued=True)
    filing.hello = desk.t(
        "This is what could be read of {file}. The file is not changed until you save.", file=path.name
    )
    desk.work.open(left.journey, filing, clean=False)
    return True
