"""Verbs for any record: name it, give a field a value, delete it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.message import Message
from journeymap.edit.rules import GoneError, may_name, may_own, may_set, may_set_link_kind
from journeymap.edit.rules.values import as_kept
from journeymap.edit.verbs.staging import put_in_stage
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.records import (
    Evidence,
    Friction,
    Item,
    Lane,
    Link,
    Measure,
    Note,
    Promise,
    Record,
    Stage,
    Step,
    Wall,
)

_NAMES: Mapping[type[Record], str] = {
    Lane: "name",
    Stage: "name",
    Item: "name",
    Promise: "text",
    Note: "text",
    Measure: "question",
}
_DELETED: Mapping[type[Record], tuple[str, str]] = {
    Step: (N_("Delete step"), N_("Delete {n} steps")),
    Lane: (N_("Delete lane"), N_("Delete {n} lanes")),
    Stage: (N_("Delete stage"), N_("Delete {n} stages")),
    Link: (N_("Delete link"), N_("Delete {n} links")),
    Friction: (N_("Delete friction"), N_("Delete {n} frictions")),
    Wall: (N_("Delete wall"), N_("Delete {n} walls")),
    Note: (N_("Delete note"), N_("Delete {n} notes")),
    Evidence: (N_("Delete evidence"), N_("Delete evidence")),
}


def rename(document: Document, id: Id, words: str, merge: Hashable | None = None) -> None:
    """Give a record the words people know it by: title, name, text or question."""
    record = _need(document, id)
    may_name(words).demand()
    with document.edit(N_("Rename"), merge) as draft:
        draft.set(id, **{name_field(type(record)): words})


def name_field(kind: type[Record]) -> str:
    """The field that holds the words people know a record of this kind by."""
    return _NAMES.get(kind, "title")


def set_field(document: Document, id: Id, /, merge: Hashable | None = None, **fields: Any) -> None:
    """Give fields of a record new values; None takes a statement back.

    The head's id is HEAD. Raises RefusedError for a value the field cannot take, a supplier as owner
    of a friction, or a kind of link that cannot run there; AttributeError for an unknown field.
    """
    record = _need(document, id)
    kind = type(record)
    for name, value in fields.items():
        may_set(kind, name, value).demand()
    _demand_for_kind(document, record, fields)
    label = N_("Rename") if list(fields) == [name_field(kind)] else N_("Change facts")
    with document.edit(label, merge) as draft:
        kept = {name: as_kept(kind, name, value) for name, value in fields.items()}
        if kind is Step and kept.get("stage") is not None:
            put_in_stage(draft, [id], kept.pop("stage"))
        draft.set(id, **kept)


def set_field_of_all(document: Document, ids: Iterable[Id], /, **fields: Any) -> None:
    """Give fields of several records the same values, in one undo step."""
    with document.edit(N_("Change facts")):
        for id in ids:
            set_field(document, id, **fields)


def delete(document: Document, ids: Iterable[Id]) -> tuple[Id, ...]:
    """Take records of any kind out, with all that hangs on them; the ids that were there."""
    found = tuple(dict.fromkeys(id for id in ids if document.present.get(id) is not None))
    records = [document.present.get(id) for id in found]
    with document.edit(_deletion(records)) as draft:
        _remove(draft, found)
    return found


def _remove(draft: Draft, ids: Iterable[Id]) -> None:
    for id in ids:
        draft.remove(id)


def _deletion(records: list[Record | None]) -> Message:
    """What the deletion is called: by its steps where there are any, else by its only kind."""
    kinds = {type(record) for record in records if record is not None}
    kind = next((kind for kind in (Lane, Step) if kind in kinds), min(kinds, key=str, default=Step))
    n = sum(type(record) is kind for record in records)
    if kind not in _DELETED or (len(kinds) > 1 and kind not in (Lane, Step)):
        return Message(N_("Delete"))
    one, many = _DELETED[kind]
    return Message(one) if n == 1 else Message(many, n=n)


def _demand_for_kind(document: Document, record: Record, fields: Mapping[str, Any]) -> None:
    name = fields.get(name_field(type(record)))
    if isinstance(name, str):
        may_name(name).demand()
    if isinstance(record, Friction) and fields.get("owner"):
        may_own(document.present, fields["owner"]).demand()
    if isinstance(record, Link) and fields.get("kind") not in (None, record.kind):
        may_set_link_kind(document.present, record.id, fields["kind"]).demand()


def _need(document: Document, id: Id) -> Record:
    record = document.present.get(id)
    if record is None:
        raise GoneError(id)
    return record
