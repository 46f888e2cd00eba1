"""The one byte form of a map (FORMAT 1). `json.dumps` decides; the quick writer must agree with it."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import RECORDS, Part, Record
from journeymap.storage.shapes import fields_of
from journeymap.storage.writing import raw_head, raw_journey, raw_part

HASH_FIELD = "content_sha256"
_LINE_START = b'\n "content_sha256": "'
_LINE_LENGTH = len(_LINE_START) + 64 + len(b'",')
_QUICK = msgspec.json.Encoder(order="sorted")


def canonical(tree: Mapping[str, Any]) -> bytes:
    """The bytes of a tree; ValueError for NaN, which no file can hold."""
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return text.encode() + b"\n"


def content(journey: Journey) -> bytes:
    """The canonical bytes that content_sha256 covers: everything but that field."""
    quick = quick_tree(journey)
    return canonical(raw_journey(journey)) if quick is None else _quick_bytes(quick)


def sealed(journey: Journey) -> bytes:
    """The canonical bytes of the file, content_sha256 among them."""
    blank = "0" * 64
    quick = quick_tree(journey)
    if quick is None:
        data = canonical({**raw_journey(journey), HASH_FIELD: blank})
    else:
        data = _quick_bytes({**quick, HASH_FIELD: blank})
    place = data.index(_LINE_START)
    bare = without_hash(data, place)
    start = place + len(_LINE_START)
    return data[:start] + hashlib.sha256(bare).hexdigest().encode() + data[start + 64 :]


def without_hash(data: bytes, place: int) -> bytes:
    """The bytes without the line of content_sha256 that starts at the line break at `place`."""
    return data[:place] + data[place + _LINE_LENGTH :]


def stated_hash(data: bytes) -> tuple[str, int] | None:
    """The hash that canonical bytes state and where its line starts; None if there is no such line."""
    place = data.find(_LINE_START)
    if place < 0:
        return None
    start = place + len(_LINE_START)
    if data[start + 64 : start + 67] != b'",\n':
        return None
    return data[start : start + 64].decode("latin-1"), place


def quick_tree(journey: Journey) -> dict[str, Any] | None:
    """The tree with records for msgspec to write as they are; None where it would write otherwise.

    msgspec and Python agree on everything but fractions that are tiny or huge, and NaN.
    """
    top: dict[str, Any] = raw_head(journey)
    if not _agreed(top):
        return None
    for kind in RECORDS:
        records = journey.of(kind)
        if not records:
            continue
        table = _quick_table(kind, records)
        if table is None:
            return None
        top.setdefault(kind.TABLE, {}).update(table)
    return top


def _quick_bytes(tree: Mapping[str, Any]) -> bytes:
    return msgspec.json.format(_QUICK.encode(tree), indent=1) + b"\n"


def _quick_table(kind: type[Record], records: Mapping[Id, Record]) -> dict[str, Any] | None:
    """The records without their ids, which stand as keys; those with odd values as raw objects."""
    fractions = _fractions(kind)
    if fractions and not all(map(_plain_numbers, map(fractions, records.values()))):
        return None
    table: dict[str, Any] = {}
    for id, record in records.items():
        if _is_whole(record):
            bare = copy.copy(record)
            msgspec.structs.force_setattr(bare, "id", "")
            table[id] = bare
        else:
            raw = raw_part(record)
            if not _agreed(raw):
                return None
            table[id] = raw
    return table


@cache
def _fractions(kind: type[Record]) -> attrgetter[Any] | None:
    """Gives a record's values that may be or hold a fraction."""
    names = [field.attribute for field in fields_of(kind) if field.form in ("number", "quantity")]
    return attrgetter(*names, "id") if names else None


@cache
def _parts(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field.attribute for field in fields_of(kind) if field.form == "part")


def _is_whole(record: Record) -> bool:
    """Nothing odd or unknown in the record nor in a part of it."""
    if record.extra is not None:
        return False
    for name in _parts(type(record)):
        part: Part | None = getattr(record, name)
        if part is not None and part.extra is not None:
            return False
    return True


def _plain_numbers(values: Iterable[Any]) -> bool:
    for value in values:
        if type(value) is float and not _is_plain(value):
            return False
        if type(value) is tuple and not _plain_numbers(value):
            return False
    return True


def _is_plain(value: float) -> bool:
    """Written alike by both: no exponent, and finite."""
    return value == 0 or 1e-4 <= abs(value) < 1e16


def _agreed(value: Any) -> bool:
    """Whether both writers write a raw value alike; at most 64 deep."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and _agreed(part) for key, part in value.items())
    if isinstance(value, list):
        return all(map(_agreed, value))
    return _is_plain(value) if isinstance(value, float) else True
