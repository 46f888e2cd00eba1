"""A question of the map in the details: what is asked, where, how sure, and what to do with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.analysis.findings import Diagnosis, RuleFinding
from journeymap.analysis.words import (
    diagnostic_answer,
    diagnostic_question,
    diagnostic_verdict,
    rule_looks,
    rule_sentence,
    rule_title,
    wall_number,
    wall_sentence,
)
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.model.records import Link
from journeymap.ui.desk import Desk
from journeymap.ui.details.heads import head
from journeymap.ui.label import label
from journeymap.ui.lists.unfolded import settling_row
from journeymap.ui.lists.walls import mark_id, strongest
from journeymap.ui.pieces import column
from journeymap.ui.why.link import LinkLine
from journeymap.ui.why.wall_words import link_said


def page(desk: Desk, finding: RuleFinding) -> list[QWidget]:
    """The question, what the rule looks at, the things it is about, and its buttons."""
    t = desk.t
    title = rule_sentence(finding, desk.journey, t)
    buttons = settling_row(desk, finding.key)
    layout = buttons.layout()
    if layout is not None:
        layout.setContentsMargins(0, 0, 0, 0)
    return [
        head(desk, "circle-help", (t("Question"), rule_title(finding.rule, desk.journey, t)), title, None),
        label(_standing(desk, finding), wrap=True),
        *places(desk, finding.about),
        column(
            label(t("What is looked at"), "group"),
            label(rule_looks(finding.rule, desk.journey, t), "quiet", wrap=True),
            gap=2,
        ),
        buttons,
    ]


def answer_page(desk: Desk, diagnosis: Diagnosis) -> list[QWidget]:
    """One of the four questions: its answer, the walls it rests on, and the places it is about."""
    journey, t = desk.journey, desk.t
    marks = [
        mark
        for mark in desk.work.findings.marks
        if any(finding.key in diagnosis.walls for finding in mark.findings)
    ]
    walls = [
        LinkLine(
            f"{wall_number(mark.number, t)} · {wall_sentence(strongest(mark), journey, t)}",
            partial(desk.selection.choose, mark_id(mark)),
        )
        for mark in marks
    ]
    verdict = f"{diagnostic_verdict(diagnosis, t)}."
    return [
        head(desk, "circle-help", (t("Question"),), diagnostic_question(diagnosis, journey, t), None),
        column(label(verdict, "rowbold"), label(diagnostic_answer(diagnosis, journey, t), wrap=True), gap=2),
        *([column(label(t("It rests on"), "group"), *walls, gap=0)] if walls else []),
        *places(desk, diagnosis.about),
    ]


def _standing(desk: Desk, finding: RuleFinding) -> str:
    """What people said of it, else how sure it is."""
    t = desk.t
    if finding.dismissed:
        return t("Dismissed. It comes back when the facts change.")
    if finding.state == "agreed":
        return t("So it is, you have said. It is asked again when the facts change.")
    if finding.certainty == "certain":
        return t("The map says so by itself.")
    return t("It may be so: only you know.")


def places(desk: Desk, ids: Iterable[str], title: str = "") -> list[QWidget]:
    """Links to the things it is about, where they have a name."""
    named = [(id, _name(desk, id)) for id in ids]
    links = [LinkLine(name, partial(desk.selection.choose, id)) for id, name in named if name]
    return [column(label(title or desk.t("It is about"), "group"), *links, gap=0)] if links else []


def _name(desk: Desk, id: str) -> str:
    record = desk.journey.get(Id(id))
    return link_said(record, desk.journey, desk.t) if isinstance(record, Link) else name_of(record)
