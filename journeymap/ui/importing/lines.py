"""What the preview of an import says: the counts, and the first steps and unread rows as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from journeymap.edit.tables.hanging import unquoted
from journeymap.edit.tables.told import Told, ToldLane, ToldStep
from journeymap.edit.texts import one_line
from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of, stage_of_steps, steps_in_order
from journeymap.sheets.numbers import felt

SHOWN = 100
"""Rows of the table: enough to see whether it was understood."""
CELLS = 6
"""Step, lane, stage, what it goes on to, its experience, what comes with it."""


class Line(NamedTuple):
    """One row of the preview: its number (None in a whole map), its cells, and why it stays outside."""

    row: int | None
    cells: Sequence[str]
    why: str = ""


class Amounts(NamedTuple):
    """How much of each thing comes."""

    steps: int
    lanes: int
    stages: int
    links: int
    frictions: int
    quotes: int
    actions: int


def in_table(told: Told) -> Amounts:
    """What a table tells; steps that name none go on to the one below."""
    return Amounts(
        steps=len(told.steps),
        lanes=len({lane.key for lane in lanes_of(told)}),
        stages=len(told.stages),
        links=len(told.links) if told.linked else max(0, len(told.steps) - 1),
        frictions=told.count("friction"),
        quotes=told.count("quote") + told.count("thought"),
        actions=told.count("action"),
    )


def in_map(journey: Journey) -> Amounts:
    """What a whole map holds."""
    return Amounts(
        steps=len(journey.steps),
        lanes=len(journey.lanes),
        stages=len(journey.stages),
        links=len(journey.links),
        frictions=len(journey.frictions),
        quotes=sum(bool(one.quote) for one in journey.evidence.values()),
        actions=len(journey.actions),
    )


def counted(amounts: Amounts, t: Catalogue) -> str:
    """ "12 steps · 3 lanes · 2 stages · 11 links · 4 frictions"; what there is none of is left out."""
    steps, lanes, stages, links, frictions, quotes, actions = amounts
    parts = [t.plural("{n} step", "{n} steps", steps)]
    parts += [t.plural("{n} lane", "{n} lanes", lanes)] if lanes else []
    parts += [t.plural("{n} stage", "{n} stages", stages)] if stages else []
    parts += [t.plural("{n} link", "{n} links", links)] if links else []
    parts += [t.plural("{n} friction", "{n} frictions", frictions)] if frictions else []
    parts += [t.plural("{n} quote", "{n} quotes", quotes)] if quotes else []
    parts += [t.plural("{n} action", "{n} actions", actions)] if actions else []
    return " · ".join(parts)


def lines_of_table(told: Told, t: Catalogue, customer: str) -> Iterator[Line]:
    """Steps and unread rows in the order of the table; in a grid the steps' own order.

    `customer` is what the lane is called into which steps come that name none.
    """
    follows, lanes = _follows(told), lanes_of(told)
    lines = [
        Line(step.row, (
            step.title, lanes[at].name or customer,
            step.stage.name, follows[at], felt(step.fields.get("experience"), t), _with_it(step, t),
        ))
        for at, step in enumerate(told.steps[:SHOWN])
    ]  # fmt: skip
    bad = [
        Line(problem.row, (problem.why.said(t), *[""] * (CELLS - 1)), problem.why)
        for problem in told.problems[:SHOWN]
    ]
    by_row = all(one.row <= other.row for one, other in pairwise(told.steps[:SHOWN]))
    merged = sorted([*lines, *bad], key=lambda line: line.row or 0) if by_row else [*bad, *lines]
    yield from merged[:SHOWN]


def _follows(told: Told) -> list[str]:
    """What each shown step goes on to."""
    if not told.linked:
        return [step.title for step in told.steps[1 : SHOWN + 1]] + [""]
    found: list[list[str]] = [[] for _ in told.steps]
    for link in told.links:
        found[link.source].append(told.steps[link.target].title)
    return ["; ".join(titles) for titles in found]


def lanes_of(told: Told) -> Sequence[ToldLane]:
    """The lane of each step, that of the row before where it names none; no name is the customer's."""
    found: list[ToldLane] = []
    for step in told.steps:
        goes_on = found and not step.lane.name and step.lane.kind is None
        found.append(found[-1] if goes_on else step.lane)
    return found


def _with_it(step: ToldStep, t: Catalogue) -> str:
    quotes = (*step.more.get("quote", ()), *step.more.get("thought", ()))
    return _hanging(step.more.get("friction", ()), quotes, t)


def _hanging(frictions: Iterable[str], quotes: Iterable[str], t: Catalogue) -> str:
    """Frictions as they are called, quotes between marks."""
    return " · ".join((*frictions, *(t("“{words}”", words=one_line(unquoted(words))) for words in quotes)))


def lines_of_map(journey: Journey, t: Catalogue) -> Iterator[Line]:
    """The first steps of a whole map, in their order on the map."""
    stage_of = stage_of_steps(journey)
    rubs = _grouped((one.at, one.title) for one in journey.frictions.values())
    said = _grouped((one.about, one.quote) for one in journey.evidence.values() if one.quote)
    follows = _grouped((one.source, name_of(journey.get(one.target))) for one in journey.links.values())
    for step in steps_in_order(journey)[:SHOWN]:
        lane, stage = journey.get(step.lane), journey.get(stage_of.get(step.id, Id("")))
        yield Line(None, (
            step.title, name_of(lane), name_of(stage), "; ".join(follows.get(step.id, ())),
            felt(step.experience, t), _hanging(rubs.get(step.id, ()), said.get(step.id, ()), t),
        ))  # fmt: skip


def _grouped(pairs: Iterable[tuple[Id, str]]) -> Mapping[Id, Sequence[str]]:
    found: dict[Id, list[str]] = {}
    for id, words in pairs:
        found.setdefault(id, []).append(words)
    return found
