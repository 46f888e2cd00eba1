"""The one byte form of a map (FORMAT 1). `json.dumps` decides; the quick writer must agree with it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
from collections.abc import Iterable, Mapping
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
    return _written(journey, {})


def sealed(journey: Journey) -> bytes:
    """The canonical bytes of the file, content_sha256 among them."""
    data = _written(journey, {HASH_FIELD: "0" * 64})
    place = data.index(_LINE_START)
    start = place + len(_LINE_START)
    digest = hash_without(data, place).encode()
    return b"".join((data[:start], digest, data[start + 64 :]))


def _written(journey: Journey, also: Mapping[str, str]) -> bytes:
    """The bytes by the quick writer where it agrees; whatever a map holds, it can be written."""
    quick = quick_tree(journey)
    try:
        if quick is not None:
            with contextlib.suppress(TypeError):  # a kind of text or number, which only Python knows
                return quick_bytes({**quick, **also})
        return canonical({**raw_journey(journey), **also})
    except ValueError:  # NaN or half a character slipped into the map: that must never stop a save
        return canonical({**mended(raw_journey(journey)), **also})


def mended(value: Any) -> Any:
    """The tree as it can stand in a file: no half characters, no numbers that are none."""
    if isinstance(value, dict):
        return {mended(name): mended(part) for name, part in value.items()}
    if isinstance(value, list):
        return list(map(mended, value))
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def hash_without(data: bytes, place: int) -> str:
    """sha256 of the bytes without the line of content_sha256, which starts at the line break `place`."""
    view = memoryview(data)
    digest = hashlib.sha256(view[:place])
    digest.update(view[place + _LINE_LENGTH :])
    return digest.hexdigest()


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


def quick_bytes(tree: object) -> bytes:
    """What msgspec writes for a tree whose numbers both writers agree on."""
    return msgspec.json.format(_QUICK.encode(in_order(tree)), indent=1) + b"\n"


def in_order(value: Any) -> Any:
    """The same with the names of every object sorted, records as they are.

    msgspec sorts too, but where a smaller name stands behind many sorted ones, as a new record's id
    does, it takes quadratic time: a second for 20 000.
    """
    if isinstance(value, dict):
        return {name: in_order(value[name]) for name in sorted(value)}
    return list(map(in_order, value)) if isinstance(value, list) else value


def _quick_table(kind: type[Record], records: Mapping[Id, Record]) -> dict[str, Any] | None:
    """The records without their ids, which stand as keys; those with odd values as raw objects."""
    if not numbers_agree(kind, records.values()):
        return None
    odd = odd_records(kind, records)
    table: dict[str, Any] = dict(zip(records, _bare(records.values()), strict=True))
    table.update((id, raw_part(records[id])) for id in odd)
    return table if all(_agreed(table[id]) for id in odd) else None


def _bare(records: Iterable[Record]) -> list[Record]:
    """Copies without their ids, which are not written inside the records."""
    bare = list(map(Record.__copy__, records))  # type: ignore[attr-defined]
    force = msgspec.structs.force_setattr
    for record in bare:
        force(record, "id", "")
    return bare


def odd_records(kind: type[Record], records: Mapping[Id, Record]) -> frozenset[Id]:
    """The records that hold something odd or unknown, or a part that does."""
    parts = [field.attribute for field in fields_of(kind) if field.form == "part"]
    odd = {id for id, record in records.items() if record.extra is not None}
    for name in parts:
        held = zip(records, map(attrgetter(name), records.values()), strict=True)
        odd.update(id for id, part in held if part is not None and part.extra is not None)
    return frozenset(odd)


def numbers_agree(kind: type[Part], records: Iterable[Part]) -> bool:
    """Whether both writers write every number of these records alike; distinct ones are enough."""
    holders = list(records)
    names = [field.attribute for field in fields_of(kind) if field.form in ("number", "quantity")]
    return all(all(map(is_plain, set(map(attrgetter(name), holders)))) for name in names)


def is_plain(value: Any) -> bool:
    """Written alike by both: no exponent, and finite. Whole numbers count by size, as 1e16 equals one."""
    if value is None or isinstance(value, str):
        return True
    if isinstance(value, tuple):
        return all(map(is_plain, value))
    return bool(value == 0 or 1e-4 <= abs(value) < 1e16)


def _agreed(value: Any) -> bool:
    """Whether both writers write a raw value alike; at most 64 deep."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and _agreed(part) for key, part in value.items())
    if isinstance(value, list):
        return all(map(_agreed, value))
    return is_plain(value) if isinstance(value, float) else True
