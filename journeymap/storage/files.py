"""Opening and saving a map: the two calls that windows and commands use."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from journeymap.model.journey import Journey
from journeymap.storage import disk, envelope
from journeymap.storage.repairs import Repair
from journeymap.storage.save import Saved, save

__all__ = ["Loaded", "Saved", "load", "save"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """An opened map. `sha256` is of the file's bytes `data`: give it to `save` as `expected`.

    `saved` is when the file was last changed (UTC), as far as the disk says.
    """

    journey: Journey
    repairs: tuple[Repair, ...]
    sha256: str
    read_only: bool
    path: Path
    attachments: Mapping[str, bytes]
    data: bytes = field(default=b"", repr=False)
    saved: datetime | None = None


def fingerprint_of(data: bytes) -> str:
    """sha256 of a file's bytes, as `save` expects it."""
    return hashlib.sha256(data).hexdigest()


def load(path: str | os.PathLike[str]) -> Loaded:
    """The map at `path`; StorageError with one clear sentence if there is none."""
    place = Path(path)
    data = disk.read_file(place, envelope.MOST_BYTES)
    decoded = envelope.decode(data, place.name)
    return Loaded(
        journey=decoded.journey,
        repairs=decoded.repairs,
        sha256=fingerprint_of(data),
        read_only=decoded.read_only,
        path=place,
        attachments=decoded.attachments,
        data=data,
        saved=_moment(place),
    )


def _moment(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None
