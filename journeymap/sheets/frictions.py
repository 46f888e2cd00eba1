"""The sheet of frictions: where it rubs, the four answers, votes, and the place these give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from journeymap.analysis.words import missing_answers
from journeymap.analysis.words.walls import wall_type
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import Friction, Link, Step
from journeymap.sheets import terms
from journeymap.sheets.fields import field, titled
from journeymap.sheets.figures import COUNT, DAYS, LOST, MINUTE, OF_ALL
from journeymap.sheets.kinds import Choice, Computed, ComputedFigure, Tick, Voted, Words
from journeymap.sheets.known import Known
from journeymap.sheets.names import ordered_frictions
from journeymap.sheets.numbers import Amount, Number
from journeymap.sheets.references import One
from journeymap.sheets.sheet import Column, Sheet

PLACES = (Step, Link)


def _rows(known: Known) -> Sequence[str]:
    return [friction.id for friction in ordered_frictions(known)]


def _put_place(document: Document, id: str, value: Any) -> None:
    if value != document.present.frictions[Id(id)].at:
        verbs.move_friction(document, Id(id), value)


def _put_votes(document: Document, id: str, value: Any) -> None:
    yes, of = (value.yes, value.of) if value is not None else (None, None)
    verbs.set_votes(document, Id(id), yes, of)


def _rank(known: Known, friction: Friction) -> int | None:
    ranked = known.ranked.get(friction.id)
    return ranked.rank if ranked else None


def _hours(known: Known, friction: Friction) -> float | None:
    ranked = known.ranked.get(friction.id)
    return ranked.hours if ranked else None


def _walls(known: Known, friction: Friction) -> str:
    ranked = known.ranked.get(friction.id)
    return ", ".join(wall_type(type, known.t) for type in ranked.walls) if ranked else ""


def _missing(known: Known, friction: Friction) -> str:
    unranked = known.unranked.get(friction.id)
    return missing_answers(unranked, known.t) if unranked else ""


def _make(document: Document, given: Mapping[str, Any], after: str | None, between: bool) -> str:
    return verbs.add_friction(document, given["at"], given["title"])


def _answer(name: str, words: str, kind: Amount, width: int) -> Column:
    """One of the four answers."""

    def put(document: Document, id: str, value: Any) -> None:
        verbs.answer_friction(document, Id(id), **{name: value})

    return Column(name, words, kind, lambda known, friction: getattr(friction, name), put, width)


FRICTIONS = Sheet(
    "frictions",
    N_("Frictions"),
    (
        Column("rank", N_("Rank"), ComputedFigure(), _rank, width=64),
        titled("title", N_("Friction"), Words(), 250, ask=N_("What rubs?")),
        Column("at", N_("Where"), One(of=PLACES), lambda known, friction: friction.at, _put_place, 180,
               needed=True, ask=N_("At which step?")),
        _answer("hits", N_("How often"), Amount(unit=OF_ALL), 132),
        _answer("wait_minutes", N_("Waiting"), Amount(unit=MINUTE), 126),
        _answer("work_minutes", N_("Own work"), Amount(unit=MINUTE), 126),
        _answer("value_lost", N_("Value lost"), Amount(unit=LOST), 126),
        field("critical", N_("Decides"), Tick(), 74),
        Column("votes", N_("Votes"), Voted(), lambda known, friction: friction.votes, _put_votes, 68),
        Column("hours", N_("Hours a year"), ComputedFigure(), _hours, width=124),
        Column("missing", N_("What is missing"), Computed(), _missing, width=200, shown=False),
        field("kind", N_("Kind"), Choice(terms=terms.FRICTION_KIND), 110),
        field("cause", N_("Cause"), Choice(terms=terms.CAUSE), 130),
        field("owner", N_("Owner"), Words(), 160),
        field("decision_by", N_("Who decides"), Words(), 110),
        field("status", N_("State"), Choice(terms=terms.FRICTION_STATUS), 100),
        field("lead_days", N_("Lead time"), Amount(unit=DAYS), 100, shown=False),
        field("per", N_("How often counts per"), Choice(terms=terms.PER), 150, shown=False),
        field("dots", N_("Dots"), Number(unit=COUNT, whole=True), 64, shown=False),
        Column("walls", N_("Walls"), Computed(), _walls, width=170, shown=False),
        field("description", N_("Description"), Words(long=True), 260, shown=False),
    ),
    _rows,
    lambda known, id: known.journey.frictions.get(Id(id)),
    _make,
    row_words=lambda known, friction: friction.title,
    new_words=N_("New row: what rubs, and where"),
)  # fmt: skip
