"""The four answers of a friction as one card: question, exact figure, five equal segments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journeymap.analysis import words
from journeymap.analysis.findings import RankedFriction
from journeymap.edit import answers, verbs
from journeymap.i18n import N_
from journeymap.model.quantity import read_quantity
from journeymap.model.records import Friction
from journeymap.sheets.figures import (
    LOST,
    MINUTE,
    NOT_A_QUANTITY,
    OF_ALL,
    Unit,
    parse,
    phrase,
)
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import Again
from journeymap.ui.details.form import Opened
from journeymap.ui.details.written import Words
from journeymap.ui.drawn import disc
from journeymap.ui.label import label, tip
from journeymap.ui.lists.frictions import measure
from journeymap.ui.pieces import Segments, column, row, rule, top
from journeymap.ui.why.place import fold


@dataclass(frozen=True)
class Question:
    """One of the four: the friction's field, what is asked, in which unit."""

    field: str
    words: str
    unit: Unit


QUESTIONS = (
    Question("hits", N_("How often?"), OF_ALL),
    Question("wait_minutes", N_("Waiting"), MINUTE),
    Question("work_minutes", N_("Own work"), MINUTE),
    Question("value_lost", N_("Did {the_guest} get it?"), LOST),
)


def card(desk: Desk, friction: Friction, *, titled: bool, opened: Opened | None = None) -> QWidget:
    """The card of one friction; `titled` where several stand under one another."""
    parts: list[QWidget] = [_title(desk, friction)] if titled else []
    parts += [_question(desk, friction, question) for question in QUESTIONS]
    parts += [rule(), _result(desk, friction)]
    why = fold(desk, friction, opened or Opened(), f"why:{friction.id}" if titled else "why:friction")
    parts += [] if why is None else [why]
    return column(*parts, gap=9, margins=(12, 10, 12, 12), name="card")


def ranked(desk: Desk, friction: Friction) -> RankedFriction | None:
    """The friction's place, if it has one now."""
    return next((line for line in desk.work.findings.ranked if line.id == friction.id), None)


def _title(desk: Desk, friction: Friction) -> QWidget:
    place = ranked(desk, friction)
    mark = disc(desk.look, str(place.rank) if place else "?", place.tier if place else "?")
    return row(top(mark), (label(friction.title, "rowbold", wrap=True), 1), gap=8)


def words_of(desk: Desk, question: Question) -> str:
    """The question with the map's word for its customer."""
    return desk.t(question.words, **words.customer_forms(desk.journey, desk.t))


def _question(desk: Desk, friction: Friction, question: Question) -> QWidget:
    value = getattr(friction, question.field)

    def say(answer: Any) -> None:
        verbs.answer_friction(desk.document, friction.id, **{question.field: answer})

    exact = Words(phrase(value, question.unit, desk.t))
    exact.setProperty("role", "exact")
    exact.setAlignment(Qt.AlignmentFlag.AlignRight)
    exact.setPlaceholderText(desk.t("don't know"))
    exact.setAccessibleName(words_of(desk, question))
    exact.setProperty("answers", question.field)
    exact.setFixedWidth(desk.look.px(max(70, 18 + 7 * len(exact.text()))))
    exact.said.connect(lambda text: _typed(desk, exact, text, question.unit, say))
    above = row((label(words_of(desk, question), "caption", wrap=True), 1), exact, gap=4)
    return column(above, _segments(desk, question, value, say), gap=2)


def _typed(desk: Desk, exact: Words, text: str, unit: Unit, say: Callable[[Any], object]) -> None:
    read = parse(text, unit) if text else None
    refused = bool(text) and read is None
    tip(exact, desk.t(NOT_A_QUANTITY) if refused else "")
    if not refused:
        say(read)


def _segments(desk: Desk, question: Question, value: Any, say: Callable[[Any], object]) -> Segments:
    stored = list(question.unit.scale.classes)
    said = [word.said(desk.t) for word in answers.words(answers.question_of(question.field))]
    made = Again(said, _class_of(value, question), stored, say)
    for place, name in enumerate(stored):
        tip(made.group.button(place), f"{said[place]}: {phrase(name, question.unit, desk.t)}")
    return made


def _class_of(value: Any, question: Question) -> int | None:
    """The class said, or the one an exact figure falls into."""
    classes = question.unit.scale.classes
    stored = list(classes)
    if isinstance(value, str):
        return stored.index(value) if value in stored else None
    span = read_quantity(value, question.unit.scale)
    if span is None:
        return None
    fits = [place for place, name in enumerate(stored) if classes[name][0] <= span.point <= classes[name][1]]
    return fits[0] if fits else None


def _result(desk: Desk, friction: Friction) -> QWidget:
    place = ranked(desk, friction)
    t = desk.t
    if place is None:
        waiting = next((line for line in desk.work.findings.unranked if line.id == friction.id), None)
        said = words.missing_answers(waiting, t) if waiting else t("It gets a place in a moment.")
        return label(said, "quiet", wrap=True)
    low, best, high = (t.number(round(value)) for value in measure(place))
    unit = t("{n} min per 1,000 journeys", n=best) if place.hours is None else t("{n} hours a year", n=best)
    made = row((label(unit, "rowbold", wrap=True), 1), label(f"{low}–{high}", "quiet", right=True))
    tip(made, words.explanation(place, desk.journey, desk.work.findings, t))
    return made


__all__ = ["QUESTIONS", "Question", "card", "ranked", "words_of"]
