"""One page of details for each kind of thing that can be selected, and for the map itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from journeymap.analysis.findings import WallMark
from journeymap.edit import verbs
from journeymap.i18n import N_
from journeymap.model.ids import HEAD, Id
from journeymap.model.reading import name_of
from journeymap.model.records import Action, Friction, Head, Lane, Link, Note, Promise, Record, Stage, Step
from journeymap.ui.desk import Desk
from journeymap.ui.details import (
    action,
    facts,
    fields,
    four,
    ladder,
    lane_card,
    pictures,
    question,
    remedy,
    step,
    telling,
    wall,
)
from journeymap.ui.details.form import Opened, folds
from journeymap.ui.details.heads import head
from journeymap.ui.details.votes import votes_row
from journeymap.ui.label import label
from journeymap.ui.lists import settling
from journeymap.ui.lists.outline import SIGNS
from journeymap.ui.pieces import Segments, button, column, row
from journeymap.ui.tells import tell_with
from journeymap.ui.why.goal import by_examination, goal_card, value_was_lost
from journeymap.ui.why.plan import is_plan, left, plan
from journeymap.ui.workspace import SMALL

GOAL_SECTION = N_("When all goes well")
DECIDES = N_("Could this alone make {the_guest} leave?")


def page(desk: Desk, ids: Sequence[str], opened: Opened) -> list[QWidget]:
    """The page for what is selected; nothing selected: the map's own facts."""
    if len(ids) > 1:
        return _several(desk, ids)
    if not ids:
        return _head(desk, desk.journey.head, opened)
    found = _found(desk, ids[0], opened)
    if found is not None:
        return found
    return _record(desk, desk.journey.get(Id(ids[0])), opened) or _head(desk, desk.journey.head, opened)


def _found(desk: Desk, key: str, opened: Opened) -> list[QWidget] | None:
    """The page of something that was found: a wall, a question of the map, what it also tells."""
    mark = wall.mark_of(desk, key)
    if mark is not None:
        return wall.page(desk, mark, opened)
    finding, diagnosis = settling.finding_with(desk, key), settling.diagnosis_with(desk, key)
    if finding is not None:
        return question.page(desk, finding)
    if diagnosis is not None:
        return question.answer_page(desk, diagnosis)
    tell = tell_with(desk, key)
    return None if tell is None else telling.page(desk, tell)


def _record(desk: Desk, record: Record | None, opened: Opened) -> list[QWidget]:
    make = PAGES.get(type(record)) if record is not None else None
    return make(desk, record, opened) if make is not None else []


def _several(desk: Desk, ids: Sequence[str]) -> list[QWidget]:
    steps = [id for id in ids if id in desk.journey.steps]
    said = desk.t.plural("{n} step selected", "{n} steps selected", len(steps))
    return [
        label(said, "title", wrap=True),
        *(
            button(
                desk.look,
                name_of(desk.journey.get(Id(id))),
                partial(desk.selection.choose, id),
                role="link",
            )
            for id in ids[:20]
        ),
    ]


def _head(desk: Desk, record: Head, opened: Opened) -> list[QWidget]:
    title = record.title or desk.t("A map without a name")
    return [
        head(
            desk, "map", (desk.t("The map"),), title, lambda words: verbs.rename(desk.document, HEAD, words)
        ),
        *_measuring(desk, opened),
        *folds(desk, record, fields.HEAD, opened),
        pictures.logo(desk, opened),
    ]


def _measuring(desk: Desk, opened: Opened) -> list[QWidget]:
    """What to measure first, where something waits; G where it matters, else one closed line."""
    made: list[QWidget] = []
    if is_plan(desk, opened.asked):
        waiting = left(opened.asked, desk)
        note = desk.t.plural("{n} friction", "{n} frictions", waiting) if waiting else ""
        words = desk.t("What to measure first")
        made.append(opened.fold(desk, "plan", words, note, lambda: plan(desk, opened.asked), usual=False))
    matters = value_was_lost(desk.journey) or desk.journey.head.goal_minutes is not None
    goal = opened.fold(desk, "goal", desk.t(GOAL_SECTION), "", lambda: goal_card(desk), usual=matters)
    goal.holds = ("goal_minutes",)
    words, share = desk.t("What the hours rest on"), ladder.note(desk)
    if share:
        made.append(opened.fold(desk, "ladder", words, share, lambda: ladder.ladder(desk), usual=False))
    return [*made, goal]


def _friction(desk: Desk, record: Friction, opened: Opened) -> list[QWidget]:
    at = desk.journey.get(record.at)
    lane = desk.journey.lanes.get(at.lane) if isinstance(at, Step) else None
    where = (desk.t("Friction"), lane.name if lane else "", name_of(at))
    return [
        head(
            desk,
            "triangle-alert",
            where,
            record.title,
            lambda words: verbs.rename(desk.document, record.id, words),
        ),
        four.card(desk, record, titled=False, opened=opened),
        _decides(desk, record),
        *remedy.card(desk, record.id),
        action.against(desk, record, opened),
        *folds(desk, record, fields.FRICTION, opened),
        facts.evidence(desk, record.id, opened),
        button(desk.look, desk.t("Show the step"), lambda: desk.selection.choose(record.at), role="link"),
    ]


def _decides(desk: Desk, record: Friction) -> QWidget:
    words = four.words_of(desk, four.Question("critical", DECIDES, four.QUESTIONS[0].unit))
    answers = (True, False, None)
    chosen = answers.index(record.critical)
    ticks = Segments(
        [desk.t("yes"), desk.t("no"), desk.t("don't know")],
        chosen,
        lambda place: verbs.set_field(desk.document, record.id, critical=answers[place]),
        tight=True,
    )
    ticks.setProperty("answers", "critical")
    return column(
        label(desk.t("Decides the relation?"), "rowbold"),
        label(words, "quiet", wrap=True),
        ticks,
        votes_row(desk, record.id, record.votes),
        gap=6,
        margins=(12, 10, 12, 12),
        name="card",
    )


def _link(desk: Desk, record: Link, opened: Opened) -> list[QWidget]:
    kind = dict(fields.LINK_KINDS)[record.kind or "flow"]
    source, target = desk.journey.steps.get(record.source), desk.journey.steps.get(record.target)
    title = f"{name_of(source)} → {name_of(target)}"
    sections = (fields.LINK[0], fields.ORDER, *fields.LINK[1:]) if record.kind == "order" else fields.LINK
    return [
        head(desk, "arrow-right", (desk.t("Link"), desk.t(kind)), title, None),
        *folds(desk, record, sections, opened),
        facts.evidence(desk, record.id, opened),
        row(
            button(
                desk.look, desk.t("Reverse"), lambda: verbs.reverse(desk.document, record.id), role="small"
            ),
            button(
                desk.look, desk.t("Delete link"), lambda: verbs.unlink(desk.document, record.id), role="small"
            ),
            None,
        ),
    ]


def _lane(desk: Desk, record: Lane, opened: Opened) -> list[QWidget]:
    kinds = dict(fields.LANE_KINDS)
    return [
        head(
            desk,
            SIGNS.get(record.kind, "milestone"),
            (desk.t("Lane"), desk.t(kinds[record.kind])),
            record.name,
            lambda words: verbs.rename(desk.document, record.id, words),
        ),
        *lane_card.card(desk, record.id),
        *folds(desk, record, fields.LANE, opened),
        facts.evidence(desk, record.id, opened),
    ]


PLAIN = {
    Stage: ("columns-3", N_("Stage"), fields.STAGE),
    Promise: ("handshake", N_("Promise"), fields.PROMISE),
    Note: ("square-parking", N_("Parked"), ()),
}


def _plain(desk: Desk, record: Stage | Promise | Note, opened: Opened) -> list[QWidget]:
    sign, words, sections = PLAIN[type(record)]
    return [
        head(
            desk,
            sign,
            (desk.t(words),),
            name_of(record),
            lambda said: verbs.rename(desk.document, record.id, said),
        ),
        *folds(desk, record, sections, opened),
    ]


PAGES: Mapping[type[Record], Callable[[Desk, Any, Opened], list[QWidget]]] = {
    Step: step.page,
    Friction: _friction,
    Link: _link,
    Action: action.page,
    Lane: _lane,
    Stage: _plain,
    Promise: _plain,
    Note: _plain,
}
"""Kinds of records that have a page."""


def facts_of(desk: Desk, ids: Sequence[str]) -> tuple[object, ...]:
    """What decides how the page looks: two equal answers mean the page may stay as it is."""
    if not ids:
        return ((), *_of_the_map(desk))
    found: WallMark | None = wall.mark_of(desk, ids[0]) if len(ids) == 1 else None
    return (tuple(ids), desk.journey, found, desk.work.findings, desk.telling.now())


def may_wait(desk: Desk, ids: Sequence[str], shown: Sequence[object]) -> bool:
    """Whether the map's own page of a large map can wait until an edit elsewhere has been examined."""
    if ids or desk.work.is_examined or len(desk.journey.steps) <= SMALL:
        return False
    return len(shown) > 1 and shown[1] is desk.journey.head


def _of_the_map(desk: Desk) -> tuple[object, ...]:
    """What the map's own page shows: most edits of a step leave all of it as it is."""
    journey, found, further = desk.journey, desk.work.findings, desk.telling.now()
    return (
        journey.head,
        journey.frictions,
        journey.attachments,
        by_examination(desk),
        (found.ranked, found.unranked, found.changes, found.trials),
        (found.figures.goal_minutes, found.break_even_goal),
        further.evidence if further is not None else None,
    )
