"""Columns that are fields of a record: read as they are, written by the verb for any field."""

from __future__ import annotations

from typing import Any

import msgspec

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.model.records import Decision, Order, Part, Record, Requirement
from journeymap.sheets.kinds import Kind
from journeymap.sheets.sheet import Column

PARTS: dict[str, type[Part]] = {"requirement": Requirement, "order": Order, "decision": Decision}


def value_of(record: Record, name: str) -> Any:
    """What the record says in a field; "requirement.text" looks inside the part."""
    part, _, inner = name.partition(".")
    value = getattr(record, part)
    return getattr(value, inner, None) if inner else value


def say(document: Document, id: Id, name: str, value: Any) -> None:
    """Give a field its new value, as one undo step; a part of which nothing is left goes."""
    part, _, inner = name.partition(".")
    if not inner:
        verbs.set_field(document, id, **{part: value})
        return
    before = getattr(document.present.get(id), part) or PARTS[part]()
    after = msgspec.structs.replace(before, **{inner: value})
    verbs.set_field(document, id, **{part: after if after != PARTS[part]() else None})


def field(name: str, words: str, kind: Kind, width: int = 110, **more: Any) -> Column:
    """A column of this field; `more` are Column's."""
    return Column(
        name,
        words,
        kind,
        lambda known, record: value_of(record, name),
        lambda document, id, value: say(document, Id(id), name, value),
        width,
        **more,
    )


def titled(name: str, words: str, kind: Kind, width: int, **more: Any) -> Column:
    """The column of the words a record is known by: never empty."""

    def put(document: Document, id: str, value: Any) -> None:
        verbs.rename(document, Id(id), value or "")

    return Column(
        name, words, kind, lambda known, record: value_of(record, name), put, width, needed=True, **more
    )
