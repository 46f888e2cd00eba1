"""A journey under ids of its own: what a template or a copy becomes when somebody begins with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from journeymap.model.ids import Id, IdSource, new_id
from journeymap.model.journey import Journey
from journeymap.model.records import Record
from journeymap.storage.shapes import references_of

R = TypeVar("R", bound=Record)


def renewed(journey: Journey, ids: IdSource = new_id) -> Journey:
    """The same journey with a fresh document id and fresh ids for every record.

    What one record says of another goes along. Wall keys are texts that hold ids; a journey with
    records of walls, or with parts that could not be read, is not for renewing: ValueError.
    """
    if journey.walls or journey.dismissals or journey.quarantine or journey.foreign:
        raise ValueError("Only a map without settled walls and unread parts can be renewed.")
    fresh = {record.id: ids() for record in journey}
    tables = {
        kind: {fresh[id]: _renamed(record, fresh) for id, record in table.items()}
        for kind, table in journey.tables.items()
    }
    head = msgspec.structs.replace(journey.head, document=ids())
    return replace(journey, head=_renamed(head, fresh), tables=tables)


def _renamed(record: R, fresh: Mapping[Id, Id]) -> R:
    """A record under its new id, with the new ids of what it names."""
    named = {field.attribute: getattr(record, field.attribute) for field in references_of(type(record))}
    changes = {name: _exchanged(value, fresh) for name, value in named.items() if value is not None}
    return msgspec.structs.replace(record, id=fresh.get(record.id, record.id), **changes)


def _exchanged(value: Any, fresh: Mapping[Id, Id]) -> Any:
    if isinstance(value, tuple):
        return tuple(fresh.get(id, id) for id in value)
    if isinstance(value, Mapping):
        return {fresh.get(Id(id), id): words for id, words in value.items()}
    return fresh.get(value, value)
