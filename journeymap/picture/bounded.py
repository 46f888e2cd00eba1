"""Texts that no page has room for are shown cut; the map and its file keep them whole (HAZARDS 3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Head, Part, Record

MOST = 20_000
"""Characters of one text that are shown."""
P = TypeVar("P", bound=Part)
_Seen = tuple[Mapping[Id, Record], Mapping[Id, Record]]
_seen: dict[type[Record], _Seen] = {}
"""Of each kind the table that was looked through last, and its records that had to be cut."""


def bounded(journey: Journey) -> Journey:
    """The journey with every text cut to MOST characters; the same object where none is longer.

    Only records that differ from those of the last journey are looked through.
    """
    head = cut_part(journey.head)
    cut = {kind: _cut_records(kind, table) for kind, table in journey.tables.items()}
    if head is journey.head and not any(cut.values()):
        return journey
    tables = {kind: {**table, **cut[kind]} for kind, table in journey.tables.items()}
    return replace(journey, head=_head(head), tables=tables)


def _head(head: Part) -> Head:
    assert isinstance(head, Head)
    return head


def _cut_records(kind: type[Record], table: Mapping[Id, Record]) -> Mapping[Id, Record]:
    before, known = _seen.get(kind, ({}, {}))
    if before is table:
        return known
    cut: dict[Id, Record] = {}
    for id, record in table.items():
        if before.get(id) is not record:
            short = cut_part(record)
            if short is not record:
                cut[id] = short
        elif id in known:
            cut[id] = known[id]
    _seen[kind] = (table, cut)
    return cut


def cut_part(part: P) -> P:
    """A record or a part of one with its texts cut; itself where none is too long."""
    changed = {}
    for name in part.__struct_fields__:
        value = getattr(part, name)
        short = value if name in ("id", "extra") else _cut(value)
        if short is not value:
            changed[name] = short
    return msgspec.structs.replace(part, **changed) if changed else part


def _cut(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= MOST else value[: MOST - 1].rstrip() + "…"
    if isinstance(value, Part):
        return cut_part(value)
    if isinstance(value, tuple):
        short = tuple(map(_cut, value))
        return value if all(a is b for a, b in zip(short, value, strict=True)) else short
    if isinstance(value, Mapping):
        parts = {name: _cut(part) for name, part in value.items()}
        return value if all(parts[name] is value[name] for name in parts) else parts
    return value
