"""What differs between two states of a map, by table, record and field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journeymap.i18n import N_, Catalogue
from journeymap.model.journey import Journey
from journeymap.storage.repairs import shown
from journeymap.storage.shapes import TABLES
from journeymap.storage.writing import raw_journey

KINDS = {
    "lanes": N_("lane"),
    "stages": N_("stage"),
    "steps": N_("step"),
    "links": N_("link"),
    "frictions": N_("friction"),
    "walls": N_("wall"),
    "promises": N_("promise"),
    "items": N_("piece of information"),
    "evidence": N_("evidence"),
    "measures": N_("measurement"),
    "actions": N_("action"),
    "walks": N_("walk"),
    "dismissals": N_("dismissal"),
    "notes": N_("note"),
    "log": N_("log entry"),
    "attachments": N_("picture"),
}
"""What one record of each table is called."""

ADDED = N_("New: {kind} “{name}”.")
REMOVED = N_("Gone: {kind} “{name}”.")
CHANGED = N_("Changed: {kind} “{name}”, field {field}. Before: {before}. Now: {after}.")
HEAD_CHANGED = N_("Changed: the map itself, field {field}. Before: {before}. Now: {after}.")
_NAMES = ("title", "name", "text", "question", "quote", "finding", "key", "label")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that differs. `field` "" = the whole record; None = nothing is said there."""

    table: str
    id: str
    field: str
    before: Any
    after: Any
    name: str = ""

    def sentence(self, t: Catalogue) -> str:
        """What differs, in the catalogue's language."""
        kind = t(KINDS[self.table]) if self.table in KINDS else self.table
        if not self.field:
            return t(ADDED if self.before is None else REMOVED, kind=kind, name=self.name)
        before, after = (
            t("not said") if value is None else shown(value) for value in (self.before, self.after)
        )
        message = CHANGED if self.table else HEAD_CHANGED
        return t(message, kind=kind, name=self.name, field=self.field, before=before, after=after)


def differences(before: Journey, after: Journey) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the file's tables; empty if both say the same."""
    one, other = raw_journey(before), raw_journey(after)
    head = [name for name in sorted(one.keys() | other.keys()) if name not in TABLES]
    found = [Difference("", "", name, one.get(name), other.get(name)) for name in head]
    for table in TABLES:
        found += _in_table(table, one.get(table), other.get(table))
    return tuple(place for place in found if place.before != place.after)


def _in_table(table: str, before: Any, after: Any) -> list[Difference]:
    if not isinstance(before or {}, dict) or not isinstance(after or {}, dict):
        return [Difference("", "", table, before, after)]
    one, other = before or {}, after or {}
    return [
        place
        for id in sorted(one.keys() | other.keys())
        for place in _in_record(table, id, one.get(id), other.get(id))
    ]


def _in_record(table: str, id: str, before: Any, after: Any) -> list[Difference]:
    name = _name(after) or _name(before) or id
    if not isinstance(before, dict) or not isinstance(after, dict):
        return [Difference(table, id, "", before, after, name)]
    fields = sorted(before.keys() | after.keys())
    return [Difference(table, id, field, before.get(field), after.get(field), name) for field in fields]


def _name(record: Any) -> str:
    words = (record.get(name) for name in _NAMES) if isinstance(record, dict) else ()
    return next((word for word in words if isinstance(word, str) and word), "")
