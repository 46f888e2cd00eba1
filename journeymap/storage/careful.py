"""The careful way in: every record on its own, what cannot be used is kept, listed and left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.model.records import RECORDS, Head, Link, Record
from journeymap.storage import repairs
from journeymap.storage.fields import UnfitError, read_part
from journeymap.storage.parse import Oddity, Tree, depth
from journeymap.storage.references import Drafts, Values, loosen, quarantined
from journeymap.storage.repairs import Repair, shown
from journeymap.storage.shapes import TABLES, names_of
from journeymap.storage.stages import stage_falls

DUPLICATES = "duplicates"
"""Top-level list of what a doubled key hid: {"at": path, "value": raw}. Ours; older readers keep it."""


class CarefulReading:
    """One reading of one tree. The parts below fill it in the order of `read`."""

    def __init__(self, tree: Tree) -> None:
        self.top = {name: raw for name, raw in tree.top.items() if name != "content_sha256"}
        self.oddities = tree.oddities
        self.repairs: list[Repair] = []
        self.quarantine: dict[str, Any] = {}
        self.drafts: Drafts = {kind: {} for kind in RECORDS}
        self.no_numbers: set[tuple[str, str]] = set()
        """The fields, by record, that hold NaN, Infinity or an endless number."""

    def read(self) -> tuple[Journey, tuple[Repair, ...]]:
        """The journey and everything that had to be left aside."""
        self._list_oddities()
        head = self._head_values()
        self._read_tables()
        fallen = quarantined(self.drafts, self.report)
        for kind, id in fallen:
            self._set_aside(kind, id)
        self._leave_one_line({id for _, id in fallen})
        self._loosen(head)
        journey = Journey(
            head=Head(**head),
            tables=self._tables(),
            quarantine=self.quarantine,
            foreign=self._foreign(),
        )
        for step in stage_falls(journey):
            self.report(step, repairs.STAGE_FALLS)
        return journey, tuple(self.repairs)

    def report(self, about: str, message: str, field: str = "", value: Any = None) -> None:
        """Lists one thing, with the field and raw value its sentence speaks of."""
        if message in repairs.IN_USE and (about, field) in self.no_numbers:
            return  # listed already, and more exactly: the number itself is none
        values = {"field": field, "value": shown(value)}
        self.repairs.append(
            Repair(about, message, {k: v for k, v in values.items() if f"{{{k}}}" in message})
        )

    def _leave_one_line(self, fallen: set[Id]) -> None:
        """What is not used at all needs one line: why. Not one more for each of its fields."""
        self.repairs = [
            repair
            for repair in self.repairs
            if not (repair.about in fallen and repair.text in repairs.IN_USE)
        ]

    def _list_oddities(self) -> None:
        hidden = [oddity for oddity in self.oddities if oddity.kind == "doubled"]
        if hidden:
            self._keep_duplicates(hidden)
        messages = {"number": repairs.NOT_FINITE, "surrogate": repairs.SURROGATE}
        for oddity in self.oddities:
            if oddity.kind in messages:
                self._report_at(oddity.path, messages[oddity.kind], oddity.value)
        kept = self.top.get(DUPLICATES)
        for entry in kept if isinstance(kept, list) else ():
            path = entry.get("at") if isinstance(entry, dict) else None
            self._report_at(tuple(path) if isinstance(path, list) else (DUPLICATES,), repairs.DOUBLED, None)

    def _keep_duplicates(self, hidden: list[Oddity]) -> None:
        kept = self.top.get(DUPLICATES, [])
        entries = [{"at": list(oddity.path), "value": _shallow(oddity.value)} for oddity in hidden]
        self.top[DUPLICATES] = (kept if isinstance(kept, list) else [kept]) + entries

    def _report_at(self, path: tuple[Any, ...], message: str, value: Any) -> None:
        in_record = len(path) > 1 and path[0] in TABLES
        about, rest = (str(path[1]), path[2:] or path) if in_record else ("", path)
        if message == repairs.NOT_FINITE:
            self.no_numbers.add((about, str(rest[0])))
        self.report(about, message, ".".join(str(part) for part in rest), value)

    def _head_values(self) -> Values:
        ours = {name: raw for name, raw in self.top.items() if name in names_of(Head)}
        return read_part(Head, ours, partial(self.report, ""))

    def _foreign(self) -> dict[str, Any]:
        return {
            name: raw for name, raw in self.top.items() if name not in TABLES and name not in names_of(Head)
        }

    def _read_tables(self) -> None:
        seen: dict[str, str] = {}
        for name, kind in TABLES.items():
            table = self.top.get(name, {})
            if not isinstance(table, dict):
                self.quarantine[name] = table
                self.report("", repairs.NO_TABLE, name, table)
                continue
            for id, raw in table.items():
                self._read_record(kind, Id(id), raw, seen.get(id))
            seen |= {id: name for id in table if id not in seen}

    def _read_record(self, kind: type[Record], id: Id, raw: Any, earlier: str | None) -> None:
        if id == HEAD:
            self.report(id, repairs.RESERVED_ID)
        elif earlier is not None:
            self.report(id, repairs.REPEATED_ID, value=earlier)
        elif not isinstance(raw, dict):
            self.report(id, repairs.NO_RECORD, value=raw)
        else:
            self._draft(kind, id, raw)
            return
        self._set_aside(kind, id)

    def _draft(self, kind: type[Record], id: Id, raw: dict[str, Any]) -> None:
        listed = len(self.repairs)
        try:
            values = read_part(kind, raw, partial(self.report, id))
        except UnfitError as unfit:
            del self.repairs[listed:]  # what is not used at all needs one line, not one a field
            self.report(id, unfit.message, unfit.field, unfit.value)
            self._set_aside(kind, id)
            return
        if kind is Link and values["source"] == values["target"]:
            del self.repairs[listed:]
            self.report(id, repairs.SELF_LINK)
            self._set_aside(kind, id)
            return
        self.drafts[kind][id] = values

    def _set_aside(self, kind: type[Record], id: Id) -> None:
        self.quarantine.setdefault(kind.TABLE, {})[id] = self.top[kind.TABLE][id]

    def _tables(self) -> dict[type[Record], Mapping[Id, Record]]:
        """The records; a table the file writes out stays there even when it is empty."""
        written = (kind for kind in RECORDS if isinstance(self.top.get(kind.TABLE), dict))
        return {kind: _records(kind, self.drafts[kind]) for kind in written}

    def _loosen(self, head: Values) -> None:
        loosen(Head, Id(""), head, self.drafts, self.report)
        for kind, drafts in self.drafts.items():
            for id, values in drafts.items():
                loosen(kind, id, values, self.drafts, self.report)


def read_carefully(tree: Tree) -> tuple[Journey, tuple[Repair, ...]]:
    """The journey of a parsed file and the list of what was found, in the file's own order."""
    return CarefulReading(tree).read()


def _records(kind: type[Record], drafts: Mapping[Id, Values]) -> dict[Id, Record]:
    return {id: kind(id=id, **values) for id, values in drafts.items()}


def _shallow(value: Any) -> Any:
    """A hidden value moves deeper into the file, so a deep one is kept as text."""
    return value if depth(value) < 56 else json.dumps(value, ensure_ascii=False, sort_keys=True)
