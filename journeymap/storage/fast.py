"""The fast way in: sound canonical bytes straight into records, anything else to the careful way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from operator import attrgetter, eq
from typing import Any

import msgspec

from journeymap.collector import collector_paused
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import read_quantity
from journeymap.model.records import FORMAT, RECORDS, VERSION, Head, Record
from journeymap.storage.canonical import HASH_FIELD, hash_without, is_plain, quick_bytes, stated_hash
from journeymap.storage.shapes import Field, fields_of
from journeymap.storage.stages import stages_fall

_PRIVATE = "\ue000".encode()
"""Begins the names that id and extra have for msgspec; a file that holds it is read carefully."""


def read_fast(data: bytes) -> Journey | None:
    """The journey of bytes that are sound in every respect; None sends them the careful way."""
    if not _hash_holds(data) or (_PRIVATE[:1] in data and _PRIVATE in data):
        return None
    with collector_paused():
        wire = _decoded(data)
        if wire is None:
            return None
        journey = _journey(wire)
        return journey if _is_ours(journey) and _is_clean(journey) else None


def _decoded(data: bytes) -> Any:
    """The top level as typed records; None if a value has another type or the bytes are not canonical.

    Written again they must give the same bytes: that alone shows doubled keys, explicit nulls,
    another order and other forms of a number, whoever wrote the hash.
    """
    try:
        wire = _decoder().decode(data)
    except (msgspec.DecodeError, RecursionError):
        return None
    if not _is_in_order(wire):
        return None
    again = quick_bytes(wire)
    return wire if again == data else None


def _is_in_order(wire: Any) -> bool:
    """Whether the ids of every table stand as they are written: others make msgspec slow, see `in_order`."""
    tables = (list(getattr(wire, kind.TABLE) or ()) for kind in RECORDS)
    return all(ids == sorted(ids) for ids in tables)


def _hash_holds(data: bytes) -> bool:
    stated = stated_hash(data)
    return stated is not None and hash_without(data, stated[1]) == stated[0]


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
    return msgspec.json.Decoder(
        msgspec.defstruct("Wire", fields, forbid_unknown_fields=True, omit_defaults=True)
    )


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
    if len(set(ids)) < len(ids) or HEAD in ids or _has_self_link(journey):
        return False
    fit = all(_fit(kind, journey.of(kind).values(), journey) for kind in RECORDS)
    return fit and _fit(Head, (journey.head,), journey) and not stages_fall(journey)


def _has_self_link(journey: Journey) -> bool:
    ends = (map(attrgetter(end), journey.links.values()) for end in ("source", "target"))
    return any(map(eq, *ends))


def _fit(kind: type[Record], records: Collection[Any], journey: Journey) -> bool:
    """Every checked field of every record: distinct values only, one field after the other."""
    return not records or all(
        _field_fits(field, set(map(getter, records)), journey) for field, getter in _checked(kind)
    )


@cache
def _checked(kind: type[Record]) -> tuple[tuple[Field, Callable[[Any], Any]], ...]:
    """The fields whose type alone does not vouch for the value, and how to read each."""
    return tuple(
        (field, _names_in(field.attribute) if field.form == "map" else attrgetter(field.attribute))
        for field in fields_of(kind)
        if field.targets or field.form in ("number", "quantity")
    )


def _names_in(attribute: str) -> Callable[[Any], frozenset[str] | None]:
    """Reads the keys of a map: they are what it refers to."""
    read = attrgetter(attribute)
    return lambda record: frozenset(read(record) or ()) or None


def _field_fits(field: Field, said: set[Any], journey: Journey) -> bool:
    said.discard(None)
    if field.targets:
        return _all_stand(said, field, journey)
    if field.bounds and not all(field.bounds[0] <= value <= field.bounds[1] for value in said):
        return False
    if field.form == "quantity" and not all(read_quantity(value, field.scale) for value in said):
        return False
    return all(map(is_plain, said))


def _all_stand(said: set[Any], field: Field, journey: Journey) -> bool:
    """Whether every name, or every name of every list, stands in one of the field's tables."""
    if field.form in ("list", "map"):
        said = {name for names in said for name in names}
    for kind in field.targets:
        said = said - journey.of(kind).keys()
    return not said
