"""A journey as the plain tree of its file: what was read odd goes back as it stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymap.model.journey import Journey
from journeymap.model.records import FORMAT, RECORDS, VERSION, Odd, Part
from journeymap.storage.shapes import fields_of

UNREAD = "unread_"
"""Where a table that is no object moves when records need its place; it must not be lost."""


def raw_part(part: Part) -> dict[str, Any]:
    """A record or part as the file says it, without its id."""
    extra: Mapping[str, Any] = part.extra or {}
    raw: dict[str, Any] = {name: value for name, value in extra.items() if not isinstance(value, Odd)}
    for field in fields_of(type(part)):
        value = getattr(part, field.attribute)
        odd = extra.get(field.name)
        if isinstance(odd, Odd) and odd.read == value:
            raw[field.name] = odd.raw
        elif value is not None:
            raw[field.name] = _plain(value)
    return raw


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return raw_part(value)
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def raw_journey(journey: Journey) -> dict[str, Any]:
    """The whole file as a tree, without content_sha256."""
    top = raw_head(journey)
    for kind in RECORDS:
        records = journey.of(kind)
        if records:
            table = top.setdefault(kind.TABLE, {})
            table.update((id, raw_part(record)) for id, record in records.items())
    return top


def raw_head(journey: Journey) -> dict[str, Any]:
    """The top level: facts, unknown names, and the tables with what is quarantined in them."""
    top = {"format": FORMAT, "version": VERSION, **dict(journey.foreign), **raw_part(journey.head)}
    for name, kept in journey.quarantine.items():
        if isinstance(kept, dict):
            top[name] = dict(kept)
        elif _has_records(journey, name):
            top[_free_name(f"{UNREAD}{name}", top)] = kept
        else:
            top[name] = kept
    for kind in RECORDS:  # an empty table that the file wrote out stays written out
        if kind in journey.tables and not journey.tables[kind]:
            top.setdefault(kind.TABLE, {})
    return top


def _has_records(journey: Journey, table: str) -> bool:
    return any(journey.of(kind) for kind in RECORDS if table == kind.TABLE)


def _free_name(name: str, top: Mapping[str, Any]) -> str:
    while name in top:
        name += "_"
    return name
