"""Whether what records point to is there: quarantine for marked fields, absence for the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from journeymap.model.ids import Id
from journeymap.model.records import RECORDS, Odd, Record
from journeymap.storage import repairs
from journeymap.storage.shapes import Field, references_of

Values = dict[str, Any]
"""The arguments of a record still being read, `extra` among them."""
Drafts = Mapping[type[Record], dict[Id, Values]]
Report = Callable[[str, str, str, Any], None]
"""Called with a record's id, a message of `repairs`, the field's name and the raw value."""


def quarantined(drafts: Drafts, report: Report) -> list[tuple[type[Record], Id]]:
    """Takes out the drafts that rest on something missing, and those that rest on these, and so on."""
    out: list[tuple[type[Record], Id]] = []
    while True:
        fallen = [(kind, id, field) for kind in RECORDS for id, field in _baseless(kind, drafts)]
        if not fallen:
            return out
        for kind, id, field in fallen:
            if id in drafts[kind]:
                values = drafts[kind].pop(id)
                report(id, repairs.DANGLING_MARKED, field.name, values[field.attribute])
                out.append((kind, id))


def _baseless(kind: type[Record], drafts: Drafts) -> list[tuple[Id, Field]]:
    marked = [field for field in references_of(kind) if field.marked]
    return [
        (id, field)
        for id, values in drafts[kind].items()
        for field in marked
        if not _stands(values[field.attribute], field, drafts)
    ]


def loosen(kind: type[Record], id: Id, values: Values, drafts: Drafts, report: Report) -> None:
    """Makes every unmarked reference to something missing read as absent; the file keeps it."""
    for field in references_of(kind):
        named = values.get(field.attribute)
        if named is None or field.marked:
            continue
        left, lost = _left(named, field, drafts)
        if not lost:
            continue
        for value in lost:
            message = repairs.DANGLING if isinstance(named, str) else repairs.DANGLING_ELEMENT
            report(id, message, field.name, value)
        extra = values.setdefault("extra", {})
        known = extra.get(field.name)
        raw = known.raw if isinstance(known, Odd) else _raw(named)
        extra[field.name] = Odd(raw, left)
        values[field.attribute] = left


def _left(named: Any, field: Field, drafts: Drafts) -> tuple[Any, list[str]]:
    """What of a reference, a list or a map of references is there, and the names of what is not."""
    names = [named] if isinstance(named, str) else list(named)
    lost = [name for name in names if not _stands(name, field, drafts)]
    if isinstance(named, str):
        return (None if lost else named), lost
    if isinstance(named, tuple):
        return tuple(name for name in named if name not in lost), lost
    return {name: words for name, words in named.items() if name not in lost}, lost


def _raw(named: Any) -> Any:
    return list(named) if isinstance(named, tuple) else named


def _stands(name: Any, field: Field, drafts: Drafts) -> bool:
    return any(name in drafts[kind] for kind in field.targets)
