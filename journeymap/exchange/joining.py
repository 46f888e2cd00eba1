"""A whole map coming into an open one: brought up to date where it is the same, else copied in."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.edit.document import Document
from journeymap.edit.message import Message
from journeymap.edit.pasting import AROUND, HANGING, Pasting
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Record, Step

UPDATE = N_("Bring in the workbook")
COPY = N_("Bring in a map")


def is_same_map(one: Journey, other: Journey) -> bool:
    """Whether both are states of one map."""
    return one.head.document is not None and one.head.document == other.head.document


def join_map(document: Document, other: Journey) -> int:
    """Bring a map into the open one, as one edit; how many records are new or changed.

    A state of the same map brings its records up to date; what it no longer has stays here. Of another
    map the steps come in behind everything, under fresh ids, with what hangs on them.
    """
    if is_same_map(document.present, other):
        return _update(document, other)
    with document.edit(Message(COPY)) as draft:
        return len(Pasting(draft, _tables(other), None).run(None))


def _update(document: Document, other: Journey) -> int:
    changed = 0
    with document.edit(Message(UPDATE)) as draft:
        for record in (other.head, *other):
            before = draft.get(record.id)
            if before != record and (before is None or type(before) is type(record)):
                draft.put(record)
                changed += 1
    return changed


def _tables(journey: Journey) -> Mapping[type[Record], Mapping[Id, Record]]:
    """What a copy takes along: the steps, what they lean on, what hangs on them."""
    kinds: tuple[type[Record], ...] = (*AROUND, Step, *HANGING)
    return {kind: journey.of(kind) for kind in kinds}
