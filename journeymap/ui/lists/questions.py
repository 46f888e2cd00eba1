"""The four diagnostic questions in the list of findings: question, answer, and the walls it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from journeymap.analysis.findings import Diagnosis, RuleFinding, WallMark
from journeymap.analysis.words import diagnostic_answer, diagnostic_question, diagnostic_verdict
from journeymap.ui.desk import Desk
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Shown
from journeymap.ui.lists.settling import QUESTION
from journeymap.ui.lists.unfolded import settling_row
from journeymap.ui.lists.walls import mark_row
from journeymap.ui.pieces import column, row, top

MOST_WALLS = 6
"""Walls shown under one question; all of them stand in the list of walls."""


def question(desk: Desk, number: int, diagnosis: Diagnosis, own: RuleFinding | None) -> Shown:
    """One question with its answer in a line; it is settled where a finding of its own says the same."""
    journey, t = desk.journey, desk.t
    asked = diagnostic_question(diagnosis, journey, t)
    verdict = diagnostic_verdict(diagnosis, t)
    shows = diagnostic_answer(diagnosis, journey, t)
    state = own.state if own is not None else None

    def make() -> QWidget:
        answer = label(f"{verdict}. {shows}", "caption", wrap=True)
        body = column(Lines(asked, "rowbold", most=3), answer, gap=1)
        return row(top(label(t.number(number), "rowbold")), (body, 1), gap=10, margins=(3, 6, 0, 0))

    key = own.key if own is not None else QUESTION + diagnosis.rule
    about = (key, *diagnosis.about)
    facts = (number, asked, verdict, shows, state, desk.look, t.language)
    more = (lambda: settling_row(desk, key)) if own is not None else None
    return Shown(f"{QUESTION}{diagnosis.rule}", facts, make, about, f"{asked} {verdict}. {shows}", more)


def walls_of(desk: Desk, diagnosis: Diagnosis, marks: Sequence[WallMark]) -> Iterator[Shown]:
    """The walls the answer rests on, and how many more there are."""
    for mark in marks[:MOST_WALLS]:
        yield mark_row(desk, mark, prefix=f"{diagnosis.rule}:")
    rest = len(marks) - MOST_WALLS
    if rest > 0:
        words = desk.t.plural("and {n} more wall", "and {n} more walls", rest)
        yield Shown(
            f"{QUESTION}{diagnosis.rule}:rest",
            (words, desk.look),
            lambda: row(label(words, "caption"), None, margins=(33, 2, 8, 2)),
        )
