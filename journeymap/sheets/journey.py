"""The sheet of the map's own facts: one a row, with its name and its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journeymap.edit.document import Document
from journeymap.i18n import N_
from journeymap.model.ids import HEAD
from journeymap.sheets import terms
from journeymap.sheets.fields import say, value_of
from journeymap.sheets.figures import COUNT, MINUTE
from journeymap.sheets.kinds import Choice, Computed, Day, Kind, Lines, Tick, Words
from journeymap.sheets.known import Known
from journeymap.sheets.numbers import Amount, Number
from journeymap.sheets.sheet import Column, Sheet


@dataclass(frozen=True)
class Fact:
    """A field of the head."""

    name: str
    words: str
    kind: Kind


FACTS: tuple[Fact, ...] = (
    Fact("title", N_("Name of the journey"), Words()),
    Fact("purpose", N_("What does the customer want to achieve?"), Words(long=True)),
    Fact("organisation", N_("Organisation"), Words()),
    Fact("customer_word", N_("Word for the customer"), Choice(terms=terms.CUSTOMER)),
    Fact("journeys_per_year", N_("Journeys per year"), Amount(unit=COUNT)),
    Fact("goal_minutes", N_("Minutes when all goes well"), Number(unit=MINUTE)),
    Fact("wall_level", N_("Walls count from unit level"), Number(unit=COUNT, whole=True)),
    Fact("state", N_("Shows"), Choice(terms=terms.STATE)),
    Fact("status", N_("Status"), Choice(terms=terms.STATUS)),
    Fact("complete", N_("The map is finished"), Tick()),
    Fact("language", N_("Language of the report"), Choice(terms=terms.LANGUAGE)),
    Fact("participants", N_("Took part"), Lines()),
    Fact("absent", N_("Was missing"), Lines()),
    Fact("client", N_("Made for"), Words()),
    Fact("decision.text", N_("What was decided"), Words(long=True)),
    Fact("decision.by", N_("By whom"), Words()),
    Fact("decision.date", N_("Date of the decision"), Day()),
)
_BY_NAME = {fact.name: fact for fact in FACTS}


def _put(document: Document, name: str, value: Any) -> None:
    say(document, HEAD, name, value)


def _value(known: Known, fact: Fact) -> Any:
    return value_of(known.journey.head, fact.name)


def _words(known: Known, fact: Fact) -> str:
    return known.t(fact.words)


def _kind_of(fact: Fact) -> Kind:
    return fact.kind


JOURNEY = Sheet(
    "journey",
    N_("The map"),
    (
        Column("fact", N_("About the map"), Computed(), _words, width=280),
        Column("value", N_("Value"), Words(), _value, _put, 420, own_kind=_kind_of),
    ),
    lambda known: [fact.name for fact in FACTS],
    lambda known, name: _BY_NAME.get(name),
    None,
    None,
    row_words=_words,
)
