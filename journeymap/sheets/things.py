"""The sheets of promises, information and evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.texts import folded
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.model.records import (
    Evidence,
    EvidenceLevel,
    Friction,
    Item,
    Lane,
    Link,
    Promise,
    Record,
    Stage,
    Step,
)
from journeymap.sheets import terms
from journeymap.sheets.fields import field, titled
from journeymap.sheets.figures import DUE
from journeymap.sheets.kinds import Choice, Day, Words
from journeymap.sheets.known import Known
from journeymap.sheets.names import place_of, plain_name
from journeymap.sheets.numbers import Number
from journeymap.sheets.references import Many, One
from journeymap.sheets.sheet import Column, Sheet

ABOUT = (Step, Friction, Link, Lane, Stage, Promise, Item)


def by_name(kind: type[Record]) -> Callable[[Known], Sequence[str]]:
    """Rows in the order of their names."""

    def rows(known: Known) -> Sequence[str]:
        records = known.journey.of(kind).values()
        return [one.id for one in sorted(records, key=lambda one: (folded(name_of(one)), one.id))]

    return rows


def record_of(kind: type[Record]) -> Callable[[Known, str], Any]:
    """The record of a row."""
    return lambda known, id: known.journey.of(kind).get(Id(id))


def added(make: Callable[[Mapping[str, Any]], Record], label: str) -> Any:
    """Makes a row's record by putting it on the map as it is."""

    def add(document: Document, given: Mapping[str, Any], after: str | None, between: bool) -> str:
        with document.edit(label) as draft:
            return draft.add(make(given))

    return add


def _steps_naming(name: str, words: str, width: int) -> Column:
    """The steps that name this promise or information; written, they do so and no others."""

    def put(document: Document, id: str, value: Any) -> None:
        wanted = set(value or ())
        with document.edit(N_("Change facts")):
            for step in list(document.present.steps.values()):
                named = getattr(step, name) or ()
                if (id in named) != (step.id in wanted):
                    ids = tuple(one for one in named if one != id) if id in named else (*named, Id(id))
                    verbs.set_field(document, step.id, **{name: ids or None})

    return Column(name, words, Many(of=(Step,)), lambda known, one: known.using(name).get(one.id), put, width)


def _make_evidence(document: Document, given: Mapping[str, Any], after: str | None, between: bool) -> str:
    level: EvidenceLevel = given.get("level") or ("heard" if given.get("quote") else "assumed")
    return verbs.add_evidence(document, given["about"], level)


def _rows_of_evidence(known: Known) -> Sequence[str]:
    """In the order of the places that it is about, then as it was written down."""

    def place(one: Evidence) -> tuple[int, str]:
        friction = known.journey.frictions.get(one.about)
        return (place_of(known, friction.at if friction else one.about) or 10**9, one.id)

    return [one.id for one in sorted(known.journey.evidence.values(), key=place)]


def _put_about(document: Document, id: str, value: Any) -> None:
    verbs.set_field(document, Id(id), about=value)


PROMISES = Sheet(
    "promises",
    N_("Promises"),
    (
        titled("text", N_("Promise"), Words(), 260, ask=N_("What is promised?")),
        field("to", N_("To whom"), Words(), 140),
        field("due_minutes", N_("Within minutes"), Number(unit=DUE), 118),
        _steps_naming("makes", N_("Made at"), 220),
        _steps_naming("honours", N_("To be kept at"), 220),
    ),
    by_name(Promise),
    record_of(Promise),
    added(lambda given: Promise(text=given["text"]), N_("Write promise")),
    row_words=plain_name,
    new_words=N_("New row: what is promised"),
)  # fmt: skip
ITEMS = Sheet(
    "items",
    N_("Pieces of information"),
    (
        titled("name", N_("Piece of information"), Words(), 260, ask=N_("What is asked for?")),
        _steps_naming("asks", N_("Asked for at"), 320),
    ),
    by_name(Item),
    record_of(Item),
    added(lambda given: Item(name=given["name"]), N_("Write information")),
    row_words=plain_name,
    new_words=N_("New row: what is asked for"),
)  # fmt: skip
EVIDENCE = Sheet(
    "evidence",
    N_("Evidence"),
    (
        Column("about", N_("About"), One(of=ABOUT), lambda known, one: one.about, _put_about, 240,
               needed=True, ask=N_("What is it about?")),
        field("level", N_("How it is known"), Choice(terms=terms.EVIDENCE), 126, shapes=True),
        field("quote", N_("Quote"), Words(long=True), 300, shapes=True),
        field("who", N_("Who says so"), Choice(terms=terms.WHO), 110),
        field("source", N_("Source"), Words(), 200),
        field("date", N_("Date"), Day(), 110),
    ),
    _rows_of_evidence,
    record_of(Evidence),
    _make_evidence,
    row_words=lambda known, one: plain_name(known, known.journey.get(one.about)),
    new_words=N_("New row: what is it about, and who says so"),
)  # fmt: skip
