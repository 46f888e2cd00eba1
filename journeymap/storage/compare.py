"""What differs between two states of a map, by table, record and field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from journeymap.i18n import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.storage.said import Saying, field_said, raw_name
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
CHANGED = N_("Changed: {kind} “{name}”, {field}. Before: {before}. Now: {after}.")
HEAD_CHANGED = N_("Changed: the map itself, {field}. Before: {before}. Now: {after}.")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that differs. `field` "" = the whole record; None = nothing is said there.

    `journeys` are the two states, for the names of what values point to.
    """

    table: str
    id: str
    field: str
    before: Any
    after: Any
    name: str = ""
    journeys: tuple[Journey, ...] = ()

    def sentence(self, t: Catalogue) -> str:
        """What differs, in the catalogue's language."""
        kind = t(KINDS[self.table]) if self.table in KINDS else self.table
        name = self.name if self.name != self.id else _called(self.id, self.journeys)
        if not self.field:
            return t(ADDED if self.before is None else REMOVED, kind=kind, name=name)
        saying = Saying(t, self.journeys)
        before, after = (saying.value(value, self.table, self.field) for value in (self.before, self.after))
        message, field = CHANGED if self.table else HEAD_CHANGED, field_said(self.table, self.field, t)
        return t(message, kind=kind, name=name, field=field, before=before, after=after)


def _called(id: str, journeys: tuple[Journey, ...]) -> str:
    """A record without words of its own: a link by its ends, the rest by its id."""
    for journey in journeys:
        link = journey.links.get(Id(id))
        if link is not None:
            return " → ".join(name_of(journey.get(end)) or end for end in (link.source, link.target))
    return id


def differences(before: Journey, after: Journey) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the file's tables; empty if both say the same."""
    one, other = raw_journey(before), raw_journey(after)
    head = [name for name in sorted(one.keys() | other.keys()) if name not in TABLES]
    found = [Difference("", "", name, one.get(name), other.get(name)) for name in head]
    for table in TABLES:
        found += _in_table(table, one.get(table), other.get(table))
    both = (after, before)
    return tuple(replace(place, journeys=both) for place in found if place.before != place.after)


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
    name = raw_name(after) or raw_name(before) or id
    if not isinstance(before, dict) or not isinstance(after, dict):
        return [Difference(table, id, "", before, after, name)]
    fields = sorted(before.keys() | after.keys())
    return [Difference(table, id, field, before.get(field), after.get(field), name) for field in fields]
