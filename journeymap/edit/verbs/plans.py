"""Verbs for what stands beside the map: parked remarks, questions asked, actions, walks, surprises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.lanes import default_unit, renumber_lanes
from journeymap.edit.rules import may_name
from journeymap.edit.texts import one_line
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import HEAD, Id
from journeymap.model.quantity import Number
from journeymap.model.reading import is_customer_lane, lanes_in_order
from journeymap.model.records import Action, Lane, LaneKind, LogEntry, Measure, Note, Walk


def begin_map(document: Document, title: str, lanes: Iterable[str], organisation: str | None = None) -> None:
    """Name the journey and who is met on it: the first lane is the customer's, `*` ends a supplier's name."""
    names = [one_line(name) for name in lanes if one_line(name)]
    with document.edit(N_("Begin map")) as draft:
        draft.set(HEAD, title=title)
        if organisation is not None:
            draft.set(HEAD, organisation=organisation)
        present = list(lanes_in_order(draft.journey))
        if names and present and is_customer_lane(present[0]):
            draft.set(present[0].id, name=names.pop(0))
        for name in names:
            present.append(draft.need(draft.add(_met_lane(draft, name, first=not present)), Lane))
        renumber_lanes(draft, present)


def _met_lane(draft: Draft, name: str, first: bool) -> Lane:
    words = name.rstrip(" *")
    kind: LaneKind = "customer" if first else "supplier" if name.endswith("*") else "department"
    return Lane(name=words, kind=kind, unit=default_unit(draft.head, words, kind))


def park(document: Document, text: str, *, lane: Id | None = None, column: Number | None = None) -> Id:
    """Put a remark on the parking lot, free or beside a place on the map."""
    may_name(text).demand()
    with document.edit(N_("Park remark")) as draft:
        return draft.add(Note(text=text, lane=lane, column=column))


def add_measure(document: Document, question: str, step: Id | None = None, **facts: Any) -> Id:
    """Write down a question the organisation asks its customers."""
    may_name(question).demand()
    with document.edit(N_("Add question")) as draft:
        return draft.add(Measure(question=question, step=step, **facts))


def add_action(document: Document, title: str, frictions: Sequence[Id] = (), **facts: Any) -> Id:
    """Write down what shall be done, and against which frictions."""
    may_name(title).demand()
    with document.edit(N_("Add action")) as draft:
        return draft.add(Action(title=title, frictions=tuple(frictions) or None, **facts))


def add_walk(document: Document, **facts: Any) -> Id:
    """Write down that somebody walked the customer's road; facts are Walk's fields."""
    with document.edit(N_("Add walk")) as draft:
        return draft.add(Walk(**facts))


def note_surprise(document: Document, believed: str | None, saw: str | None, date: str | None = None) -> Id:
    """Write down what surprised us: believed before, saw then."""
    with document.edit(N_("Note surprise")) as draft:
        return draft.add(LogEntry(believed=believed, saw=saw, date=date))
