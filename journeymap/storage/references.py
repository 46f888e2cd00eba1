"""Whether what records point to is there: quarantine for marked fields, absence for the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from journeymap.model.ids import Id
from journeymap.model.records import Odd, Record
from journeymap.storage import repairs
from journeymap.storage.shapes import Field, references_of

Values = dict[str, Any]
"""The arguments of a record still being read, `extra` among them."""
Drafts = Mapping[type[Record], dict[Id, Values]]
Report = Callable[[str, str, str, Any], None]
"""Called with a record's id, a message of `repairs`, the field's name and the raw value."""


def quarantined(drafts: Drafts, report: Report) -> list[tuple[type[Record], Id]]:
    """Takes out the drafts that rest on something missing, and those that rest on these, and so on."""
    resting = _resting(drafts)
    fallen: list[tuple[type[Record], Id]] = []
    waiting = deque(place for places in resting.values() for place in places)
    while waiting:
        kind, id, field = waiting.popleft()
        values = drafts[kind].get(id)
        if values is not None and not _stands(values[field.attribute], field, drafts):
            del drafts[kind][id]
            report(id, repairs.DANGLING_MARKED, field.name, values[field.attribute])
            fallen.append((kind, id))
            waiting.extend(resting.get(id, ()))
    return fallen


def _resting(drafts: Drafts) -> Mapping[str, list[tuple[type[Record], Id, Field]]]:
    """Id → the records and marked fields that name it."""
    resting: dict[str, list[tuple[type[Record], Id, Field]]] = {}
    for kind, records in drafts.items():
        marked = [field for field in references_of(kind) if field.marked]
        for id, values in records.items():
            for field in marked:
                resting.setdefault(values[field.attribute], []).append((kind, id, field))
    return resting


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
    gone = set(lost)
    if isinstance(named, str):
        return (None if lost else named), lost
    if isinstance(named, tuple):
        return tuple(name for name in named if name not in gone), lost
    return {name: words for name, words in named.items() if name not in gone}, lost


def _raw(named: Any) -> Any:
    return list(named) if isinstance(named, tuple) else named


def _stands(name: Any, field: Field, drafts: Drafts) -> bool:
    return any(name in drafts[kind] for kind in field.targets)
