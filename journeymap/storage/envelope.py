"""A map as bytes and back: plain JSON, or a zip when pictures are attached (FORMAT 1)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from journeymap.collector import collector_paused
from journeymap.model.journey import Journey
from journeymap.model.records import FORMAT, VERSION, Attachment
from journeymap.storage.canonical import content, sealed
from journeymap.storage.careful import read_carefully
from journeymap.storage.errors import StorageError
from journeymap.storage.fast import read_fast
from journeymap.storage.parse import Tree, parse
from journeymap.storage.repairs import FOREIGN_MEMBER, PICTURE_MISSING, Repair, shown
from journeymap.storage.writing import raw_part
from journeymap.storage.zipped import is_zip, read_zip, write_zip

NAMED: Mapping[str, Any] = {"format": FORMAT, "version": VERSION}
MOST_BYTES = 200_000_000
"""A larger file is not opened."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A map read from bytes. `read_only`: made for a newer program, may be shown but not rewritten."""

    journey: Journey
    repairs: tuple[Repair, ...] = ()
    read_only: bool = False
    attachments: Mapping[str, bytes] = field(default_factory=dict)


def encode(journey: Journey, attachments: Mapping[str, bytes] | None = None) -> bytes:
    """The file's bytes: canonical JSON, or a zip around it when there are pictures (sha256 → bytes).

    Only pictures that a record speaks of are written: what was deleted on the map is gone.
    """
    model = sealed(journey)
    spoken_of = attached(journey)
    pictures = {name: data for name, data in (attachments or {}).items() if name in spoken_of}
    return write_zip(model, pictures) if pictures else model


def attached(journey: Journey) -> frozenset[str]:
    """The sha256 of every picture a record speaks of, quarantined records too."""
    quarantined = journey.quarantine.get(Attachment.TABLE, {})
    raw = quarantined.values() if isinstance(quarantined, dict) else ()
    told = (record.get("sha256") for record in raw if isinstance(record, dict))
    return frozenset([record.sha256 for record in journey.attachments.values()]) | frozenset(
        name for name in told if isinstance(name, str)
    )


def fingerprint(journey: Journey) -> str:
    """content_sha256 of the journey as it stands now (FORMAT 1), 64 hexadecimal digits."""
    return hashlib.sha256(content(journey)).hexdigest()


def decode(data: bytes, file: str = "file.journey") -> Decoded:
    """The map in the bytes; StorageError, naming `file`, if there is none in them."""
    if len(data) > MOST_BYTES:
        raise StorageError("too_large", file=file)
    with collector_paused():
        if not is_zip(data):
            return _with_pictures(decode_model(data, file), {}, ())
        unzipped = read_zip(data, file)
        return _with_pictures(decode_model(unzipped.model, file), unzipped.pictures, unzipped.repairs)


def _with_pictures(decoded: Decoded, pictures: Mapping[str, bytes], listed: tuple[Repair, ...]) -> Decoded:
    """The map with its pictures; lists pictures without a record and records without a picture."""
    spoken_of = attached(decoded.journey)
    loose = [_picture_repair("", FOREIGN_MEMBER, name) for name in pictures.keys() - spoken_of]
    lost = [
        _picture_repair(id, PICTURE_MISSING, record.name or record.sha256)
        for id, record in decoded.journey.attachments.items()
        if record.sha256 not in pictures
    ]
    kept = {name: data for name, data in pictures.items() if name in spoken_of}
    return replace(decoded, repairs=(*decoded.repairs, *listed, *loose, *lost), attachments=kept)


def _picture_repair(about: str, message: str, name: str) -> Repair:
    return Repair(about, message, {"value": shown(name)})


def decode_model(data: bytes, file: str) -> Decoded:
    """The map in JSON bytes, by the fast way or the careful one."""
    journey = read_fast(data)
    repairs: tuple[Repair, ...] = ()
    if journey is None:
        tree = parse(data, file)
        _check_top(tree, file)
        journey, repairs = read_carefully(tree)
    return Decoded(journey, repairs, read_only=(journey.head.min_reader or 1) > VERSION)


def _check_top(tree: Tree, file: str) -> None:
    """Whether the object is a map at all."""
    if tree.top.get("format") != FORMAT:
        raise StorageError("not_ours", file=file)
    if not _is_version(tree.top.get("version")):
        raise StorageError("bad_version", file=file)


def _is_version(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def same_records(one: Journey, other: Journey) -> bool:
    """Whether two journeys say the same; a table that is empty is as good as none."""
    return _said(one) == _said(other)


def _said(journey: Journey) -> tuple[Any, ...]:
    tables = {kind: records for kind, records in journey.tables.items() if records}
    return tables, {**raw_part(journey.head), **NAMED}, dict(journey.quarantine), dict(journey.foreign)
