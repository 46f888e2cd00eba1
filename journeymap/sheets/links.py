"""The sheet of links: from which step to which, how many go there, who carries it and who knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.roads import kind_of
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import Link, Step
from journeymap.sheets import terms
from journeymap.sheets.fields import field
from journeymap.sheets.figures import DAYS, MINUTE, PERCENT
from journeymap.sheets.kinds import Choice, Tick, Words, YesNo
from journeymap.sheets.known import Known
from journeymap.sheets.names import ordered_links, plain_name
from journeymap.sheets.numbers import Amount, Number
from journeymap.sheets.references import One
from journeymap.sheets.sheet import Column, Sheet


def _end(name: str, words: str, ask: str) -> Column:
    def put(document: Document, id: str, value: Any) -> None:
        link = document.present.links[Id(id)]
        if value != getattr(link, name):
            verbs.reattach(document, link.id, **{name: value})

    get = _get_end(name)
    return Column(name, words, One(of=(Step,)), get, put, 190, needed=True, ask=ask)


def _get_end(name: str) -> Any:
    return lambda known, link: getattr(link, name)


def _rows(known: Known) -> Sequence[str]:
    return [link.id for link in ordered_links(known)]


def _make(document: Document, given: Mapping[str, Any], after: str | None, between: bool) -> str:
    return verbs.link(document, given["source"], given["target"], given.get("kind") or "flow")


def _kind(known: Known, link: Link) -> str:
    return kind_of(link)


def _put_kind(document: Document, id: str, value: Any) -> None:
    if (value or "flow") != kind_of(document.present.links[Id(id)]):
        verbs.set_field(document, Id(id), kind=value or "flow")


LINKS = Sheet(
    "links",
    N_("Links"),
    (
        _end("source", N_("From"), N_("From which step?")),
        _end("target", N_("To"), N_("To which step?")),
        Column("kind", N_("Kind"), Choice(terms=terms.LINK_KIND), _kind, _put_kind, 112, shapes=True),
        field("share", N_("Share"), Number(unit=PERCENT), 76),
        field("carrier", N_("Carried by"), Choice(terms=terms.CARRIER), 126),
        field("info", N_("Does the receiver know"), Choice(terms=terms.INFORMED), 160),
        field("wait_minutes", N_("Waiting"), Amount(unit=MINUTE), 112),
        field("lead_days", N_("Lead time"), Amount(unit=DAYS), 100),
        field("label", N_("Words on the link"), Words(), 160),
        field("requirement.text", N_("Requirement"), Words(long=True), 220),
        field("requirement.measure", N_("How it is measured"), Words(), 150, shown=False),
        field("requirement.level", N_("Agreed level"), Words(), 120, shown=False),
        field("forced", N_("Forced change of channel"), YesNo(), 172, shown=False),
        field("by_design", N_("Meant to be so"), Tick(), 110, shown=False),
        field("order.asked_why", N_("Was why asked?"), YesNo(), 116, shown=False),
        field("order.delivered", N_("Was it delivered?"), YesNo(), 126, shown=False),
        field("order.refused", N_("Was it refused?"), YesNo(), 116, shown=False),
        field("order.advised_otherwise", N_("Was something else advised?"), YesNo(), 190, shown=False),
        field("order.next_order", N_("Did it shape the next order?"), YesNo(), 190, shown=False),
        field("order.reason", N_("Reason"), Words(long=True), 200, shown=False),
    ),
    _rows,
    lambda known, id: known.journey.links.get(Id(id)),
    _make,
    row_words=plain_name,
    new_words=N_("New row: from which step, to which"),
)  # fmt: skip
