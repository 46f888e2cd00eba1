"""The card of a lane in the details: what goes over its border, what it costs, what nobody owns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.analysis.lane_cards import LaneCard
from journeymap.analysis.lane_sums import all_drawn, walls_drawn, without_owner
from journeymap.analysis.words import wall_number
from journeymap.analysis.words.nouns import customer_forms
from journeymap.analysis.words.tells import parts_of_walls
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.ui.desk import Desk
from journeymap.ui.label import label
from journeymap.ui.lists.walls import mark_id
from journeymap.ui.pieces import column, row
from journeymap.ui.why.link import LinkLine

MOST = 8
"""Names listed under a figure; the rest are counted."""


def card(desk: Desk, lane: Id) -> list[QWidget]:
    """The card; nothing on a map without steps or while nothing is known."""
    further = desk.telling.now()
    if further is None or not desk.journey.steps:
        return []
    found = next((one for one in further.lanes if one.lane == lane), None)
    if found is None:
        return []
    parts = [label(desk.t("The lane's card"), "group"), *_figures(desk, found), *_names(desk, found)]
    parts.append(label(_together(desk), "caption", wrap=True))
    return [column(*parts, gap=3, margins=(12, 10, 12, 12), name="card")]


def _figures(desk: Desk, found: LaneCard) -> Iterator[QWidget]:
    t = desk.t
    yield _figure(t("Steps"), t.number(found.steps))
    yield _figure(t("Hand-offs out, in"), f"{t.number(found.handoffs_out)}, {t.number(found.handoffs_in)}")
    carried = t("of them carried by {the_guest}", **customer_forms(desk.journey, t))
    if found.carried_out or found.carried_in:
        yield _figure(carried, f"{t.number(found.carried_out)}, {t.number(found.carried_in)}")
    walls = walls_drawn(desk.journey, desk.work.findings).get(found.lane, 0.0)
    yield _figure(t("Walls, its part"), parts_of_walls(walls, t))
    if found.hours is not None:
        yield _figure(t("Hours a year felt here"), t.number(found.hours))
        yield _figure(t("Hours a year at its walls"), t.number(found.wall_hours or 0.0))
    elif found.minutes_per_1000:
        yield _figure(t("Minutes per 1,000 felt here"), t.number(found.minutes_per_1000))
        yield _figure(t("Minutes per 1,000 at its walls"), t.number(found.wall_minutes_per_1000))
    if found.kind == "supplier":
        answers = label(found.accountable.replace("/", " / ") or t("nobody named"), "rowbold", wrap=True)
        yield column(label(t("Answers for it with us"), wrap=True), answers, gap=0)


def _names(desk: Desk, found: LaneCard) -> Iterator[QWidget]:
    """What the figures are about, each a link."""
    t = desk.t
    yield from _links(desk, t("Walls where it gives"), found.walls_out)
    yield from _links(desk, t("Walls where it receives"), found.walls_in)
    yield from _links(desk, t("Its frictions"), (*found.frictions, *found.unranked))
    yield from _links(desk, t("Its decisive moments"), found.critical)
    yield from _links(desk, t("Stands behind these decisive moments"), found.touched)
    yield from _links(desk, t("Without an owner"), without_owner(found, desk.work.findings))


def _links(desk: Desk, title: str, keys: Iterable[str]) -> Iterator[QWidget]:
    every = list(dict.fromkeys(_named(desk, key) for key in keys))
    named = [(id, name) for id, name in every if name]
    if not named:
        return
    links: list[QWidget] = [LinkLine(name, partial(desk.selection.choose, id)) for id, name in named[:MOST]]
    if len(named) > MOST:
        links.append(label(desk.t.plural("and {n} more", "and {n} more", len(named) - MOST), "caption"))
    yield column(label(title, "caption", wrap=True), *links, gap=0, margins=(0, 5, 0, 0))


def _named(desk: Desk, key: str) -> tuple[str, str]:
    """What is selected by a key, and its name: a wall by its number, a record by its own name."""
    for mark in desk.work.findings.marks:
        if any(finding.key == key for finding in mark.findings):
            lanes = (name_of(desk.journey.lanes.get(lane)) for lane in (mark.giver, mark.receiver) if lane)
            return mark_id(mark), f"{wall_number(mark.number, desk.t)} · {' | '.join(dict.fromkeys(lanes))}"
    return key, name_of(desk.journey.get(Id(key)))


def _together(desk: Desk) -> str:
    """That the cards of all lanes make up the map."""
    t, figures = desk.t, desk.work.findings.figures
    walls = t.plural("{n} wall", "{n} walls", all_drawn(desk.work.findings))
    sums = [t.plural("{n} hand-off", "{n} hand-offs", figures.handoffs), walls]
    if figures.customer_hours_per_year is not None:
        sums.append(t("{n} h/year", n=t.number(figures.customer_hours_per_year)))
    said = t("The cards of all lanes make up the whole map: {sums}.", sums=t.listed(sums))
    return f"{said} {t('A wall counts in parts to its sides, unless one of them owns it.')}"


def _figure(name: str, value: str) -> QWidget:
    return row((label(name, wrap=True), 1), label(value, "rowbold"), gap=10)
