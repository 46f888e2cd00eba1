"""The fast way in: sound canonical bytes straight into records, anything else to the careful way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import read_quantity
from journeymap.model.records import RECORDS, Head, Link, Record
from journeymap.storage.canonical import HASH_FIELD, sealed, stated_hash, without_hash
from journeymap.storage.shapes import Field, fields_of
from journeymap.storage.stages import stage_falls
from journeymap.storage.writing import FORMAT, VERSION

_PRIVATE = "\ue000".encode()
"""Begins the names that id and extra have for msgspec; a file that holds it is read carefully."""


def read_fast(data: bytes) -> Journey | None:
    """The journey of bytes that are sound in every respect; None sends them the careful way."""
    if not _hash_holds(data) or _PRIVATE in data:
        return None
    try:
        wire = _decoder().decode(data)
    except (msgspec.DecodeError, RecursionError):
        return None
    journey = _journey(wire)
    if not _is_ours(journey) or not _is_clean(journey):
        return None
    return journey if sealed(journey) == data else None


def _hash_holds(data: bytes) -> bool:
    stated = stated_hash(data)
    return stated is not None and hashlib.sha256(without_hash(data, stated[1])).hexdigest() == stated[0]


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    """Decodes the top level: the head's fields, the tables and the hash, and nothing unknown."""
    fields: list[tuple[str, Any, Any]] = [
        (info.name, info.type, msgspec.field(default=None, name=info.encode_name))
        for info in msgspec.structs.fields(Head)
        if info.name not in ("id", "extra")
    ]
    fields += [(kind.TABLE, dict[str, kind] | None, None) for kind in RECORDS]  # type: ignore[valid-type]
    fields += [(HASH_FIELD, str | None, None)]
    return msgspec.json.Decoder(msgspec.defstruct("Wire", fields, forbid_unknown_fields=True))


def _journey(wire: Any) -> Journey:
    head = Head(**{field.attribute: getattr(wire, field.attribute) for field in fields_of(Head)})
    tables: dict[type[Record], Mapping[Id, Record]] = {}
    for kind in RECORDS:
        records = getattr(wire, kind.TABLE)
        if records is not None:
            for id, record in records.items():
                msgspec.structs.force_setattr(record, "id", id)
            tables[kind] = records
    return Journey(head=head, tables=tables)


def _is_ours(journey: Journey) -> bool:
    head = journey.head
    return head.format == FORMAT and head.version == VERSION and (head.min_reader or 1) <= VERSION


def _is_clean(journey: Journey) -> bool:
    """Nothing the careful way would list: ids, references, quantities, ranges, stages."""
    ids = [id for kind in RECORDS for id in journey.of(kind)]
    if len(set(ids)) < len(ids) or HEAD in journey.steps or any(HEAD in journey.of(kind) for kind in RECORDS):
        return False
    if any(link.source == link.target for link in journey.of(Link).values()):
        return False
    kinds = (kind for kind in RECORDS if journey.of(kind))
    if not _fit([journey.head], Head, journey):
        return False
    return all(_fit(journey.of(kind).values(), kind, journey) for kind in kinds) and not stage_falls(journey)


def _fit(records: Iterable[Record], kind: type[Record], journey: Journey) -> bool:
    """Every checked field of every record, one field after the other: that is the quickest order."""
    records = list(records)
    checks = [(field.attribute, _check(field, journey)) for field in fields_of(kind)]
    return all(
        all(value is None or check(value) for value in map(attrgetter(name), records))
        for name, check in checks
        if check is not None
    )


def _check(field: Field, journey: Journey) -> Callable[[Any], bool] | None:
    """What a value of the right type must still fulfil; None for nothing."""
    if field.targets:
        return _reference_check(field, journey)
    if field.form == "quantity":
        return lambda value: read_quantity(value, field.scale) is not None
    if field.bounds is not None:
        low, high = field.bounds
        return lambda value: low <= value <= high
    return None


def _reference_check(field: Field, journey: Journey) -> Callable[[Any], bool]:
    tables = [journey.of(kind) for kind in field.targets]
    if field.form == "text" and len(tables) == 1:
        return tables[0].__contains__
    if field.form == "text":
        return lambda name: any(name in table for table in tables)
    return lambda names: all(any(name in table for table in tables) for name in names)
