"""Copy and paste of records: as text of our own that any window understands, and as plain words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from journeymap.edit import columns
from journeymap.edit.document import Document
from journeymap.edit.invariants import InvariantError
from journeymap.edit.message import Message
from journeymap.edit.pasting import AROUND, HANGING, Pasting
from journeymap.edit.rules.verdict import RefusedError, no
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of, name_of, steps_in_order
from journeymap.model.records import (
    RECORDS,
    Lane,
    Note,
    Odd,
    Record,
    Step,
)

MARK = "journeymap_records"
"""The first key of copied text, and the version of its shape."""

_ID = "\ue000id"


def copy(journey: Journey, ids: Iterable[Id], *, frictions: bool = True) -> str:
    """The records as JSON text: steps with what joins them, lanes with their steps, and notes.

    With `frictions`, what rubs at them and what is known about them comes along.
    """
    chosen = _chosen(journey, set(ids), frictions)
    around = {id: record for record in chosen.values() for id, record in _leant_on(journey, record)}
    tables: dict[str, dict[str, Any]] = {}
    for record in (*around.values(), *chosen.values()):
        tables.setdefault(type(record).TABLE, {})[record.id] = _raw(record)
    return json.dumps({MARK: 1, "tables": tables}, ensure_ascii=False, sort_keys=True)


def is_ours(text: str) -> bool:
    """Whether the text was made by `copy`."""
    return text.startswith("{") and MARK in text[:40]


def paste(
    document: Document, text: str, *, lane: Id | None = None, column: Number | None = None
) -> tuple[Id, ...]:
    """Put copied records into the map under fresh ids; the ids of what came, steps first.

    The steps keep their distances in time and begin at `column`, by default after everything else;
    steps of one single lane go to `lane` if it is given. RefusedError if the text is none of ours.
    """
    tables = _read(text)
    steps = len(tables.get(Step, {}))
    label = Message(N_("Paste {n} steps"), n=steps) if steps > 1 else Message(N_("Paste"))
    try:
        with document.edit(label) as draft:
            return Pasting(draft, tables, lane).run(column)
    except (KeyError, InvariantError) as failure:
        raise _unreadable() from failure


def duplicate(document: Document, ids: Iterable[Id]) -> tuple[Id, ...]:
    """Copies of the steps right after them, joined as they are; frictions are not doubled."""
    chosen = [document.present.steps[id] for id in ids if id in document.present.steps]
    if not chosen:
        return ()
    text = copy(document.present, [step.id for step in chosen], frictions=False)
    used = columns.in_use(document.present)
    with document.edit(N_("Duplicate")):
        return paste(document, text, column=columns.beside(used, max(map(column_of, chosen))))


def as_text(journey: Journey, ids: Iterable[Id]) -> str:
    """The steps as plain lines "Lane: title" in reading order; other records by their words."""
    chosen = set(ids)
    lines = [
        f"{name_of(journey.lanes.get(step.lane))}: {step.title}"
        for step in steps_in_order(journey)
        if step.id in chosen or step.lane in chosen
    ]
    others = (record for record in journey if record.id in chosen and not isinstance(record, Step | Lane))
    return "\n".join([*lines, *filter(None, map(name_of, others))])


def _chosen(journey: Journey, ids: set[Id], frictions: bool) -> dict[Id, Record]:
    found: dict[Id, Record] = {id: journey.lanes[id] for id in ids if id in journey.lanes}
    steps = {step.id for step in journey.steps.values() if step.id in ids or step.lane in ids}
    found |= {step.id: step for step in steps_in_order(journey) if step.id in steps}
    found |= {link.id: link for link in journey.links.values() if {link.source, link.target} <= steps}
    found |= {note.id: note for note in journey.notes.values() if note.id in ids or note.lane in ids}
    if frictions:
        found |= {each.id: each for each in journey.frictions.values() if each.at in found}
        found |= {each.id: each for each in journey.evidence.values() if each.about in found}
    return found


def _leant_on(journey: Journey, record: Record) -> Iterable[tuple[Id, Record]]:
    ids: list[Id | None] = []
    if isinstance(record, Step):
        ids = [
            record.lane,
            record.stage,
            *(record.asks or ()),
            *(record.makes or ()),
            *(record.honours or ()),
        ]
    elif isinstance(record, Note):
        ids = [record.lane]
    for id in ids:
        leant = journey.get(id) if id is not None else None
        if leant is not None:
            yield leant.id, leant


def _raw(record: Record) -> dict[str, Any]:
    """The record as plain data; values that could not be used stay behind."""
    extra = {name: value for name, value in (record.extra or {}).items() if not isinstance(value, Odd)}
    raw: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(record, extra=extra or None))
    raw.pop(_ID, None)
    return raw


def _read(text: str) -> dict[type[Record], dict[Id, Record]]:
    kinds = {kind.TABLE: kind for kind in RECORDS if kind in (*AROUND, Step, *HANGING)}
    try:
        tables = json.loads(text)["tables"]
        return {
            kinds[table]: {
                Id(id): msgspec.convert({**raw, _ID: id}, type=kinds[table]) for id, raw in records.items()
            }
            for table, records in tables.items()
            if table in kinds
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as failure:
        raise _unreadable() from failure


def _unreadable() -> RefusedError:
    return RefusedError(no(N_("What was copied cannot be pasted here.")))
