"""The journey while an edit is under way: records go in and out, nothing is published yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar, cast

import msgspec

from journeymap.edit.rules import GoneError
from journeymap.model.change import Change, Kept
from journeymap.model.ids import HEAD, Id, IdSource, new_id
from journeymap.model.journey import Journey
from journeymap.model.records import Head, Record

R = TypeVar("R", bound=Record)
Tables = dict[type[Record], dict[Id, Record]]


class Savepoint(NamedTuple):
    """What a draft holds at one moment, so that a failed inner edit can be taken back."""

    head: Head
    written: Tables
    touched: frozenset[Id]
    kept: Kept


class Draft:
    """A journey that may be written to until its edit ends.

    `Document.edit` makes one; so does bringing a table in as a map of its own, where nothing was before.
    """

    def __init__(self, before: Journey, ids: IdSource = new_id) -> None:
        self.before = before
        self._ids = ids
        self._head = before.head
        self._written: Tables = {}
        self._touched: set[Id] = set()
        self._kept = before.kept

    @property
    def journey(self) -> Journey:
        """The journey as it stands in the draft: for reading now, never for keeping."""
        return Journey(self._head, {**self.before.tables, **self._written}, *self._kept)

    @property
    def head(self) -> Head:
        """The journey's own facts as they stand in the draft."""
        return self._head

    def get(self, id: Id) -> Record | None:
        """The record with this id as it stands in the draft; the head under HEAD."""
        if id == HEAD:
            return self._head
        for table in self._written.values():
            if (record := table.get(id)) is not None:
                return record
        for kind, known in self.before.tables.items():
            if kind not in self._written and (record := known.get(id)) is not None:
                return record
        return None

    def need(self, id: Id, kind: type[R]) -> R:
        """The record of this kind; KeyError where there is none."""
        return self.of(kind)[id]

    def of(self, kind: type[R]) -> dict[Id, R]:
        """All records of one kind as they stand in the draft; write with `put` and `remove` only."""
        table = self._written.get(kind)
        return cast(dict[Id, R], self.before.of(kind) if table is None else table)

    def put(self, record: Record) -> None:
        """Add the record, or let it take the place of the one with its id."""
        self._touched.add(record.id)
        if isinstance(record, Head):
            self._head = record
            return
        if not record.id:
            raise ValueError("A record needs an id; use add() to give it one.")
        self._table(type(record))[record.id] = record

    def add(self, record: Record) -> Id:
        """Add the record under a fresh id, which is returned."""
        id = self.fresh_id()
        self.put(msgspec.structs.replace(record, id=id))
        return id

    def set(self, id: Id, **fields: Any) -> None:
        """Give fields of a record new values; GoneError where there is no such record."""
        record = self.get(id)
        if record is None:
            raise GoneError(id)
        if any(getattr(record, name) != value for name, value in fields.items()):
            self.put(msgspec.structs.replace(record, **fields))

    def remove(self, id: Id) -> None:
        """Take the record out; nothing happens where there is none."""
        record = self.get(id)
        if record is None or isinstance(record, Head):
            return
        self._touched.add(id)
        del self._table(type(record))[id]

    def keep(self, kept: Kept) -> None:
        """What shall stand beside the records from now on."""
        self._kept = kept

    def fresh_id(self) -> Id:
        """An id that stands nowhere in the journey, before or now."""
        while True:
            id = self._ids()
            if self.get(id) is None and self.before.get(id) is None:
                return id

    def removed(self, kind: type[R]) -> tuple[R, ...]:
        """Records of one kind that were there before the edit and are not now, as they were."""
        found = (self.before.of(kind).get(id) for id in self._touched if id not in self.of(kind))
        return tuple(sorted((r for r in found if r is not None), key=lambda record: record.id))

    def changed(self, kind: type[R]) -> Iterator[tuple[R | None, R]]:
        """(before, now) of every record of one kind that the edit added or altered."""
        table, old = self.of(kind), self.before.of(kind)
        for id in sorted(self._touched):
            now = table.get(id)
            if now is not None and now != old.get(id):
                yield old.get(id), now

    def removes_anything(self) -> bool:
        """Whether a record is gone that was there before the edit."""
        return any(self.get(id) is None and self.before.get(id) is not None for id in self._touched)

    def touched(self) -> tuple[Record, ...]:
        """Every record the edit added or altered, the head included."""
        pairs = ((self.before.get(id), self.get(id)) for id in sorted(self._touched))
        return tuple(now for old, now in pairs if now is not None and now != old)

    def change(self) -> Change:
        """What the edit did so far, record by record."""
        pairs = {id: (self.before.get(id), self.get(id)) for id in sorted(self._touched)}
        kept = None if self._kept == self.before.kept else (self.before.kept, self._kept)
        return Change({id: pair for id, pair in pairs.items() if pair[0] != pair[1]}, kept)

    def savepoint(self) -> Savepoint:
        """The present state, to come back to."""
        written = {kind: dict(table) for kind, table in self._written.items()}
        return Savepoint(self._head, written, frozenset(self._touched), self._kept)

    def go_back(self, to: Savepoint) -> None:
        """Forget everything since the savepoint."""
        self._head, self._written, self._touched = to.head, dict(to.written), set(to.touched)
        self._kept = to.kept

    def _table(self, kind: type[Record]) -> dict[Id, Record]:
        if kind not in self._written:
            self._written[kind] = dict(self.before.of(kind))
        return self._written[kind]
