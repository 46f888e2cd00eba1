"""Changes as plain data, field by field: what the journal writes and what recovery plays again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from journeymap.model.change import Change, Kept
from journeymap.model.ids import HEAD, Id
from journeymap.model.records import Record
from journeymap.storage.shapes import TABLES
from journeymap.storage.writing import UNREAD, raw_part

RawEntry = list[Any]
"""[table, id, fields before, fields after]; None = no record; table "" = the journey's own facts.

["!", [names], before, after]: a raw value at a path of the file, for what no record can be made of.
"""
RAW = "!"


def raw_change(change: Change) -> list[RawEntry]:
    """Every record the change touched, with only those fields that differ."""
    told = [entry for id, (before, after) in change.entries.items() for entry in _entries(id, before, after)]
    return told if change.kept is None else _kept_entries(*change.kept) + told


def _kept_entries(before: Kept, after: Kept) -> list[RawEntry]:
    """What differs of the quarantine, record by record, and of the names of other programs."""
    was, becomes = (_paths(kept) for kept in (before, after))
    return [
        [RAW, list(path), was.get(path), becomes.get(path)]
        for path in sorted(was.keys() | becomes.keys())
        if was.get(path) != becomes.get(path)
    ]


def _paths(kept: Kept) -> dict[tuple[str, ...], Any]:
    found: dict[tuple[str, ...], Any] = {(name,): value for name, value in kept.foreign.items()}
    for table, raw in kept.quarantine.items():
        if isinstance(raw, dict):
            found.update(((table, id), value) for id, value in raw.items())
        else:
            found[(table,)] = raw
    return found


def _entries(id: Id, before: Record | None, after: Record | None) -> Iterable[RawEntry]:
    if before is not None and after is not None and type(before) is not type(after):
        yield from _entries(id, before, None)
        yield from _entries(id, None, after)
        return
    record = after if before is None else before
    if record is None:
        return
    was, becomes = (None if one is None else raw_part(one) for one in (before, after))
    if was is not None and becomes is not None:
        was, becomes = _differing(was, becomes), _differing(becomes, was)
    yield ["" if id == HEAD else type(record).TABLE, id, was, becomes]


def _differing(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if name not in other or other[name] != value}


def replay(tree: dict[str, Any], entries: Iterable[RawEntry]) -> None:
    """Plays one change on a file's tree. It sets values and asks nothing, so it always goes through."""
    for table, id, was, becomes in entries:
        if table == RAW:
            _set_raw(tree, id, becomes)
            continue
        records = tree if table == "" else _table(tree, table)
        if table == "":
            _set_fields(tree, was, becomes)
        elif becomes is None:
            records.pop(id, None)
        else:
            record = records.setdefault(id, {})
            if isinstance(record, dict):
                _set_fields(record, was, becomes)


def _set_raw(tree: dict[str, Any], path: list[str], value: Any) -> None:
    holder: Any = tree
    for name in path[:-1]:
        holder = _table(holder, name)
    if value is None:
        holder.pop(path[-1], None)
    else:
        holder[path[-1]] = value


def drop_emptied(tree: dict[str, Any], keep_empty: Collection[type[Record]]) -> None:
    """Takes out the tables that changes emptied, as the journey does; what was written empty stays."""
    for table, kind in TABLES.items():
        if tree.get(table) == {} and kind not in keep_empty:
            del tree[table]


def _table(tree: dict[str, Any], name: str) -> dict[str, Any]:
    """The table to write into; what stands there without being one moves aside, as on saving."""
    if not isinstance(tree.setdefault(name, {}), dict):
        tree[f"{UNREAD}{name}"] = tree[name]
        tree[name] = {}
    table: dict[str, Any] = tree[name]
    return table


def _set_fields(record: dict[str, Any], was: dict[str, Any] | None, becomes: dict[str, Any]) -> None:
    for name in (was or {}).keys() - becomes.keys():
        record.pop(name, None)
    record.update(becomes)
