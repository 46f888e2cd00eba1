"""Copied records find their places in a map: fresh ids, lanes by name, distances in time kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

import msgspec

from journeymap.edit import columns
from journeymap.edit.draft import Draft
from journeymap.edit.moving import spread
from journeymap.edit.placing import order_in
from journeymap.edit.texts import folded
from journeymap.model.ids import Id
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of, name_of
from journeymap.model.records import (
    Evidence,
    Friction,
    Item,
    Lane,
    Link,
    Note,
    Promise,
    Record,
    Stage,
    Step,
)

R = TypeVar("R", bound=Record)

AROUND: tuple[type[Record], ...] = (Lane, Stage, Promise, Item)
"""What copied records lean on: found again by id or name where they are pasted, else made."""
HANGING: tuple[type[Record], ...] = (Link, Friction, Evidence, Note)
"""What stands at copied records and comes along only with them."""


class Pasting:
    """One paste: which record became which."""

    def __init__(
        self, draft: Draft, tables: Mapping[type[Record], Mapping[Id, Record]], lane: Id | None
    ) -> None:
        self._draft = draft
        self._tables = tables
        self._new: dict[Id, Id] = {}
        self._lane = lane
        self._used = columns.in_use(draft.journey)

    def run(self, column: Number | None) -> tuple[Id, ...]:
        """Put everything in; the ids of what came. KeyError where a step's lane did not come along."""
        for kind in AROUND:
            for record in self._table(kind).values():
                self._new[record.id] = self._found(record) or self._draft.add(self._placed_last(record))
        self._take_lane()
        moments = self._moments(column)
        came = [self._step(step, moments) for step in self._table(Step).values()]
        for kind in HANGING:
            came += filter(None, [self._hanging(record, moments) for record in self._table(kind).values()])
        return tuple(came)

    def _table(self, kind: type[R]) -> Mapping[Id, R]:
        return cast(Mapping[Id, R], self._tables.get(kind, {}))

    def _found(self, record: Record) -> Id | None:
        """The record itself if this is its map, else the one of the same name."""
        kind = type(record)
        if record.id in self._draft.of(kind):
            return record.id
        name = folded(name_of(record))
        same = (each.id for each in self._draft.of(kind).values() if folded(name_of(each)) == name)
        return min(same, default=None)

    def _placed_last(self, record: Record) -> Record:
        if not isinstance(record, Lane | Stage):
            return record
        orders = [each.order or 0 for each in self._draft.of(type(record)).values()]
        return msgspec.structs.replace(record, order=columns.tidy(max(orders, default=0) + 1))

    def _take_lane(self) -> None:
        lanes = {step.lane for step in self._table(Step).values()}
        if self._lane is not None and len(lanes) == 1:
            self._new[lanes.pop()] = self._draft.need(self._lane, Lane).id

    def _moments(self, column: Number | None) -> Mapping[float, Number]:
        """Every copied column → its place here."""
        chosen = sorted({column_of(step) for step in self._table(Step).values()})
        if column is None:
            column = columns.next_whole(self._used[-1]) if self._used else 1
        return spread(chosen, self._used, column) if chosen else {}

    def _step(self, step: Step, moments: Mapping[float, Number]) -> Id:
        lane, column = self._new[step.lane], moments[column_of(step)]
        order = order_in(self._draft.journey, lane, column)
        stage = self._new.get(step.stage) if step.stage is not None else None
        lists = {name: self._list(getattr(step, name)) for name in ("asks", "makes", "honours")}
        copied = msgspec.structs.replace(step, lane=lane, column=column, order=order, stage=stage, **lists)
        self._new[step.id] = self._draft.add(copied)
        return self._new[step.id]

    def _list(self, ids: tuple[Id, ...] | None) -> tuple[Id, ...] | None:
        return tuple(self._new[id] for id in ids or () if id in self._new) or None

    def _hanging(self, record: Record, moments: Mapping[float, Number]) -> Id | None:
        """A record that hangs on pasted ones; None where what it hung on did not come along."""
        fields: dict[str, Any] = {}
        for name in ("source", "target", "at", "about"):
            old = getattr(record, name, None)
            if old is None or (name == "source" and isinstance(record, Evidence)):
                continue
            if old not in self._new:
                return None
            fields[name] = self._new[old]
        if isinstance(record, Friction):
            fields["walls"] = None
        if isinstance(record, Evidence):
            fields["attachment"] = None
        if isinstance(record, Note):
            fields["lane"] = self._new.get(record.lane) if record.lane is not None else None
            fields["column"] = moments.get(record.column or 0)
        self._new[record.id] = self._draft.add(msgspec.structs.replace(record, **fields))
        return self._new[record.id]
