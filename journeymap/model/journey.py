"""The journey: frozen records in immutable tables, and the ways to look them up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar, cast

from journeymap.model.change import Change, Kept
from journeymap.model.ids import HEAD, Id
from journeymap.model.records import (
    RECORDS,
    Action,
    Attachment,
    Dismissal,
    Evidence,
    Friction,
    Head,
    Item,
    Lane,
    Link,
    LogEntry,
    Measure,
    Note,
    Promise,
    Record,
    Stage,
    Step,
    Walk,
    Wall,
)

R = TypeVar("R", bound=Record)
_EMPTY: Mapping[Id, Record] = MappingProxyType({})


class ChangeMismatchError(ValueError):
    """A change was applied to a journey other than the one it was made on."""


@dataclass(frozen=True, slots=True)
class Journey:
    """One state of a map. Never altered: `apply` gives the next one and shares what is equal.

    `quarantine` holds, per table, what the file says but no record can be made of; `foreign`
    holds tables of other programs and newer versions. Both are written back unchanged.
    """

    head: Head = field(default_factory=Head)
    tables: Mapping[type[Record], Mapping[Id, Record]] = field(default_factory=dict)
    quarantine: Mapping[str, Any] = field(default_factory=dict)
    foreign: Mapping[str, Any] = field(default_factory=dict)

    def of(self, kind: type[R]) -> Mapping[Id, R]:
        """All records of one kind, by id."""
        return cast(Mapping[Id, R], self.tables.get(kind, _EMPTY))

    @property
    def lanes(self) -> Mapping[Id, Lane]:
        return self.of(Lane)

    @property
    def stages(self) -> Mapping[Id, Stage]:
        return self.of(Stage)

    @property
    def steps(self) -> Mapping[Id, Step]:
        return self.of(Step)

    @property
    def links(self) -> Mapping[Id, Link]:
        return self.of(Link)

    @property
    def frictions(self) -> Mapping[Id, Friction]:
        return self.of(Friction)

    @property
    def walls(self) -> Mapping[Id, Wall]:
        return self.of(Wall)

    @property
    def promises(self) -> Mapping[Id, Promise]:
        return self.of(Promise)

    @property
    def items(self) -> Mapping[Id, Item]:
        return self.of(Item)

    @property
    def evidence(self) -> Mapping[Id, Evidence]:
        return self.of(Evidence)

    @property
    def measures(self) -> Mapping[Id, Measure]:
        return self.of(Measure)

    @property
    def actions(self) -> Mapping[Id, Action]:
        return self.of(Action)

    @property
    def walks(self) -> Mapping[Id, Walk]:
        return self.of(Walk)

    @property
    def dismissals(self) -> Mapping[Id, Dismissal]:
        return self.of(Dismissal)

    @property
    def notes(self) -> Mapping[Id, Note]:
        return self.of(Note)

    @property
    def log(self) -> Mapping[Id, LogEntry]:
        return self.of(LogEntry)

    @property
    def attachments(self) -> Mapping[Id, Attachment]:
        return self.of(Attachment)

    def get(self, id: Id) -> Record | None:
        """The record with this id, of whatever kind; the head under HEAD."""
        if id == HEAD:
            return self.head
        for kind in RECORDS:
            record = self.of(kind).get(id)
            if record is not None:
                return record
        return None

    def __iter__(self) -> Iterator[Record]:
        """Every record in the order of the tables; the head is not among them."""
        for kind in RECORDS:
            yield from self.of(kind).values()

    @property
    def kept(self) -> Kept:
        """What stands beside the records."""
        return Kept(self.quarantine, self.foreign)

    def empty_tables(self) -> frozenset[type[Record]]:
        """Kinds whose table is there without a record: a file may write an empty table out."""
        return frozenset(kind for kind, table in self.tables.items() if not table)

    def change_to(self, after: Journey) -> Change:
        """What leads from this journey to another one."""
        pairs = {HEAD: (self.head, after.head)} if self.head != after.head else {}
        entries: dict[Id, tuple[Record | None, Record | None]] = dict(pairs)
        for id in {record.id for journey in (self, after) for record in journey}:
            before, now = self.get(id), after.get(id)
            if before != now:
                entries[id] = (before, now)
        return Change(entries, None if self.kept == after.kept else (self.kept, after.kept))

    def apply(self, change: Change, *, keep_empty: Collection[type[Record]] = ()) -> Journey:
        """The journey after the change; ChangeMismatchError if it was not made on this one.

        A table that the change empties goes, so that a change and its inverse leave nothing behind;
        those in `keep_empty` stay, as the file wrote them out empty.
        """
        if change.kept is not None and change.kept[0] != self.kept:
            raise ChangeMismatchError("what is kept beside the records: not as it was")
        head, kept = self.head, change.kept[1] if change.kept is not None else self.kept
        touched: dict[type[Record], dict[Id, Record]] = {}

        def table_of(record: Record) -> dict[Id, Record]:
            kind = type(record)
            if kind not in touched:
                touched[kind] = dict(self.of(kind))
            return touched[kind]

        for id, (before, after) in change.entries.items():
            if self.get(id) != before:
                raise ChangeMismatchError(f"{id}: not as it was when the change was made")
            if isinstance(after, Head):
                head = after
                continue
            if before is not None and type(after) is not type(before):
                del table_of(before)[id]
            if after is not None:
                table_of(after)[id] = after
        tables = {**self.tables, **touched}
        gone = {kind for kind, table in touched.items() if not table and kind not in keep_empty}
        left = {kind: table for kind, table in tables.items() if kind not in gone}
        return Journey(head, left, kept.quarantine, kept.foreign)


def journey_of(*records: Record, head: Head | None = None) -> Journey:
    """A journey made of these records, for building maps in code and in tests."""
    tables: dict[type[Record], dict[Id, Record]] = {}
    for record in records:
        tables.setdefault(type(record), {})[record.id] = record
    return Journey(head=head or Head(), tables=tables)
