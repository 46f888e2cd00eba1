"""Two sheets to read and not to bring back: the ranking with its reasons, and the walls that were found."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.analysis.findings import Findings, RankedFriction, UnrankedFriction
from journeymap.analysis.words import (
    certainty_word,
    explanation,
    missing_answers,
    wall_number,
    wall_sentence,
    wall_type,
)
from journeymap.exchange.workbook.cells import Shown, printable
from journeymap.exchange.workbook.pages import Cells, Heading
from journeymap.i18n import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Friction, Link, Step
from journeymap.sheets.terms import WALL_STATE, YES_NO, term

_YES, _NO = YES_NO["yes"], YES_NO["no"]
Page = tuple[Sequence[Heading], Sequence[Cells]]
_SOFT_HYPHEN = "\u00ad"

_RANKING = (
    N_("Place"), N_("Friction"), N_("Decides the relation"), N_("Hours a year"), N_("At least"),
    N_("At most"), N_("Owner"), N_("Where"), N_("Lane"), N_("How sure"), N_("Why"), N_("At the walls"),
    N_("Minutes per 1000 journeys"), N_("Hours: waiting"), N_("Hours: own work"), N_("Hours: value lost"),
    N_("Place by hours alone"), N_("Best possible place"), N_("Worst possible place"),
)  # fmt: skip
_WALLS = (
    N_("Number"), N_("Kind of wall"), N_("Certainty"), N_("From"), N_("To"), N_("Reason"), N_("Hours a year"),
    N_("Settled as"),
)  # fmt: skip


def ranking_page(journey: Journey, findings: Findings, t: Catalogue) -> Page:
    """Every friction in its place, then those that cannot be ranked yet with what is missing."""
    rows = [_ranked(one, journey, findings, t) for one in findings.ranked]
    rows += [_unranked(one, journey, t) for one in findings.unranked]
    return [Heading(t(words)) for words in _RANKING], rows


def _ranked(r: RankedFriction, journey: Journey, findings: Findings, t: Catalogue) -> Cells:
    friction = journey.frictions[r.id]
    decides = _YES if r.tier == "A" else _NO
    parts = (r.part(r.wait_minutes), r.part(r.work_minutes), r.part(r.value_minutes))
    return [
        Shown(r.rank, "number"),
        _text(friction.title),
        _text(t(decides)),
        *map(_whole, (r.hours, r.low, r.high)),
        _text(friction.owner),
        *_where(friction, journey),
        _text(certainty_word(r.word, t)),
        _text(explanation(r, journey, findings, t)),
        _text("\n".join(wall_type(kind, t) for kind in r.walls)),
        *map(_whole, (r.per1000, *parts)),
        *(Shown(place, "number") for place in (r.rank_by_hours, r.rank_best, r.rank_worst)),
    ]


def _unranked(one: UnrankedFriction, journey: Journey, t: Catalogue) -> Cells:
    """Without a place: what has to be found out first."""
    friction = journey.frictions[one.id]
    before: Cells = [None, _text(friction.title), None, None, None, None, _text(friction.owner)]
    return [*before, *_where(friction, journey), None, _text(missing_answers(one, t)), *[None] * 8]


def _where(friction: Friction, journey: Journey) -> Cells:
    """The step (of a link: both its ends), and the lane."""
    at = journey.get(friction.at)
    if isinstance(at, Link):
        ends = [journey.steps.get(at.source), journey.steps.get(at.target)]
        lane = journey.lanes.get(ends[1].lane) if ends[1] is not None else None
        return [_text(" → ".join(map(name_of, ends))), _text(name_of(lane))]
    lane = journey.lanes.get(at.lane) if isinstance(at, Step) else None
    return [_text(name_of(at)), _text(name_of(lane))]


def walls_page(journey: Journey, findings: Findings, t: Catalogue) -> Page:
    """One row a finding, numbered as on the map."""
    rows: list[Cells] = []
    for mark in findings.marks:
        for wall in mark.findings:
            sure = t.context("wall", "certain") if wall.stands else t.context("wall", "suspected")
            rows.append(
                [
                    _text(wall_number(mark.number, t)),
                    _text(wall_type(wall.type, t)),
                    _text(sure),
                    *(_text(name_of(journey.steps.get(end or Id("")))) for end in (wall.source, wall.target)),
                    _text(wall_sentence(wall, journey, t)),
                    _whole(wall.hours_per_year),
                    _text(term(WALL_STATE, wall.state, t)),
                ]
            )
    return [Heading(t(words)) for words in _WALLS], rows


def _text(words: str | None) -> Shown | None:
    return Shown(printable(words.replace(_SOFT_HYPHEN, ""))) if words else None


def _whole(number: float | None) -> Shown | None:
    """An estimate, shown without decimals: they would promise what nobody knows."""
    return None if number is None else Shown(round(number, 2), "whole")
