"""Verbs that say more about a step: promises, information, evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from journeymap.edit.document import Document
from journeymap.edit.rules import may_name
from journeymap.edit.texts import folded, one_line
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Evidence, EvidenceLevel, Item, Promise, Step


def make_or_keep_promise(document: Document, step: Id, text: str) -> Id:
    """A new promise is made at the step; one that was made before is to be kept here (LINE 2)."""
    may_name(text).demand()
    with document.edit(N_("Write promise")) as draft:
        promise = promise_called(draft.journey, text)
        record = draft.of(Step)[step]
        if promise is None:
            promise = draft.add(Promise(text=text))
            draft.set(step, makes=(*(record.makes or ()), promise))
        elif promise not in (*(record.makes or ()), *(record.honours or ())):
            draft.set(step, honours=(*(record.honours or ()), promise))
    return promise


def ask_item(document: Document, step: Id, name: str) -> Id:
    """A piece of information is asked for at the step; a known one is asked again."""
    may_name(name).demand()
    with document.edit(N_("Write information")) as draft:
        item = item_called(draft.journey, name)
        record = draft.of(Step)[step]
        if item is None:
            item = draft.add(Item(name=name))
        if item not in (record.asks or ()):
            draft.set(step, asks=(*(record.asks or ()), item))
    return item


def add_quote(document: Document, about: Id, quote: str, **facts: Any) -> Id:
    """Write down what somebody said about something: evidence that was heard."""
    may_name(quote).demand()
    with document.edit(N_("Write quote")) as draft:
        return draft.add(Evidence(about=about, level="heard", quote=quote, **facts))


def add_evidence(document: Document, about: Id, level: EvidenceLevel, **facts: Any) -> Id:
    """Say how we know something: assumed, heard, observed or measured; facts are Evidence's fields."""
    with document.edit(N_("Add evidence")) as draft:
        return draft.add(Evidence(about=about, level=level, **facts))


def promise_called(journey: Journey, text: str) -> Id | None:
    """The promise with these words, case-blind."""
    return _called(journey.promises.values(), text)


def item_called(journey: Journey, name: str) -> Id | None:
    """The piece of information with this name, case-blind."""
    return _called(journey.items.values(), name)


def _called(records: Iterable[Promise | Item], words: str) -> Id | None:
    said = folded(one_line(words))
    return min((record.id for record in records if folded(name_of(record)) == said), default=None)
