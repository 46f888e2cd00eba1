"""Opening and saving a map: the two calls that windows and commands use."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from journeymap.model.journey import Journey
from journeymap.storage import disk, envelope
from journeymap.storage.repairs import Repair
from journeymap.storage.save import Saved, save

__all__ = ["Loaded", "Saved", "load", "save"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """An opened map. `sha256` is of the file's bytes: give it to `save` as `expected`."""

    journey: Journey
    repairs: tuple[Repair, ...]
    sha256: str
    read_only: bool
    path: Path
    attachments: Mapping[str, bytes]


def load(path: str | os.PathLike[str]) -> Loaded:
    """The map at `path`; StorageError with one clear sentence if there is none."""
    place = Path(path)
    data = disk.read_file(place, envelope.MOST_BYTES)
    decoded = envelope.decode(data, place.name)
    return Loaded(
        journey=decoded.journey,
        repairs=decoded.repairs,
        sha256=hashlib.sha256(data).hexdigest(),
        read_only=decoded.read_only,
        path=place,
        attachments=decoded.attachments,
    )
