"""The four answers to a friction: digits, exact figures, and "don't know" (METHOD 6, LINE 2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from journeymap.edit.columns import tidy
from journeymap.edit.message import NC_, Message
from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.model.quantity import Number, Quantity
from journeymap.model.records import CustomerWord

Unit = Literal["percent", "minutes"]


@dataclass(frozen=True, slots=True)
class Question:
    """One of the four: the friction's field, and its classes in the order of their digits from 1."""

    field: Literal["hits", "wait_minutes", "work_minutes", "value_lost"]
    classes: tuple[tuple[str, tuple[str, str]], ...]
    unit: Unit
    none: bool = False


_TIMES = (
    ("moment", NC_("time", "moment")),
    ("minutes", NC_("time", "minutes")),
    ("long", NC_("time", "long")),
    ("hours", NC_("time", "hours")),
)

QUESTIONS: tuple[Question, ...] = (
    Question(
        "hits",
        (
            ("rare", NC_("how often", "few")),
            ("seldom", NC_("how often", "seldom")),
            ("sometimes", NC_("how often", "sometimes")),
            ("often", NC_("how often", "often")),
            ("nearly_everyone", NC_("how often", "all")),
        ),
        "percent",
    ),
    Question("wait_minutes", _TIMES, "minutes", none=True),
    Question("work_minutes", _TIMES, "minutes", none=True),
    Question(
        "value_lost",
        (
            ("none", NC_("outcome", "yes")),
            ("diminished", NC_("outcome", "less")),
            ("half", NC_("outcome", "half")),
            ("lost", NC_("outcome", "no")),
        ),
        "percent",
    ),
)
"""In the order in which they are asked; `none`: the digit 0 answers "nothing at all"."""

_ASKED: Mapping[str, str] = {
    "hits": N_("How often?"),
    "wait_minutes": N_("Waiting?"),
    "work_minutes": N_("Own work?"),
}
_OUTCOME: Mapping[CustomerWord, str] = {
    "customer": N_("Did the customer get it?"),
    "user": N_("Did the user get it?"),
    "citizen": N_("Did the citizen get it?"),
    "patient": N_("Did the patient get it?"),
    "guest": N_("Did the guest get it?"),
    "resident": N_("Did the resident get it?"),
    "student": N_("Did the student get it?"),
    "member": N_("Did the member get it?"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a typed answer means: a quantity (None: don't know), or why it cannot be one."""

    value: Quantity | None = None
    problem: Message | None = None


def question_of(field: str) -> Question:
    """The question behind a friction's field; KeyError for another field."""
    return {question.field: question for question in QUESTIONS}[field]  # type: ignore[index]


def asked(question: Question, word: CustomerWord | None = None) -> Message:
    """The question's words; the last one names the customer as the map does."""
    return Message(_ASKED.get(question.field) or _OUTCOME[word or "customer"])


def words(question: Question) -> tuple[Message, ...]:
    """The words of the classes in the order of their digits."""
    return tuple(Message.meant(word) for _, word in question.classes)


def word_for(question: Question, value: Quantity | None, t: Catalogue) -> str:
    """An answer as people say it: the class's word, "none", or the figures with their unit."""
    names = {name: Message.meant(word) for name, word in question.classes}
    if value is None:
        return t("don't know")
    if isinstance(value, str):
        return names[value].said(t) if value in names else value
    if value == 0 and question.none:
        return t.context("time", "none")
    return _with_unit(question, value, t)


def by_digit(question: Question, digit: int) -> Answer:
    """The answer of one digit: 1 to the last class, 0 for nothing at all."""
    if digit == 0 and question.none:
        return Answer(0)
    if 1 <= digit <= len(question.classes):
        return Answer(question.classes[digit - 1][0])
    return Answer(problem=Message(N_("Press 1 to {last}."), last=len(question.classes)))


def read_exact(question: Question, typed: str) -> Answer:
    """An exact answer: `25`, `10-40`, `12 (5-20)`, `5-12-20`; hits and outcome in per cent, or `3/12`.

    A leading `=` and a unit behind fall off; a comma is a decimal point; nothing is "don't know".
    """
    text = _bare(typed)
    if not text:
        return Answer()
    numbers = numbers_in(text)
    if numbers is None:
        return Answer(problem=Message(N_("Write a figure such as 12, 5–20 or 12 (5–20).")))
    percent = question.unit == "percent" and "/" not in text
    scaled = tuple(tidy(round(number / 100, 12)) if percent else tidy(number) for number in numbers)
    if question.field == "value_lost" and max(scaled) > 1:
        return Answer(problem=Message(N_("No more than all of it can be lost.")))
    return Answer(scaled[0] if len(set(scaled)) == 1 else scaled)


def typed(question: Question, value: Quantity | None) -> str:
    """A quantity as one would type it: "12 (5–20)"; a class or nothing has no figures."""
    if value is None or isinstance(value, str):
        return ""
    factor = 100 if question.unit == "percent" else 1
    parts = value if isinstance(value, tuple) else (value,)
    figures = [f"{round(part * factor, 10):.10g}" for part in parts]
    if len(figures) == 3:
        return f"{figures[1]} ({figures[0]}–{figures[2]})"
    return "–".join(figures)


_UNITS = re.compile(r"\s*(%|procent|prosent|percent|minuter|minutter|minutes|min)\.?$")
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_DASH = r"\s*[-–—]\s*"
_SHAPES = (
    re.compile(rf"{_NUMBER}\s*\(\s*{_NUMBER}{_DASH}{_NUMBER}\s*\)"),
    re.compile(rf"{_NUMBER}{_DASH}{_NUMBER}{_DASH}{_NUMBER}"),
    re.compile(rf"{_NUMBER}{_DASH}{_NUMBER}"),
    re.compile(_NUMBER),
)
_FRACTION = re.compile(r"(\d+)\s*/\s*(\d+)")


def _bare(typed: str) -> str:
    return _UNITS.sub("", typed.strip().removeprefix("=").strip().casefold())


def numbers_in(text: str) -> tuple[float, ...] | None:
    """One to three rising numbers as people write them: "12", "5–20", "12 (5–20)"; None for anything else."""
    fraction = _FRACTION.fullmatch(text)
    if fraction:
        part, whole = map(int, fraction.groups())
        return (part / whole,) if whole else None
    for place, shape in enumerate(_SHAPES):
        found = shape.fullmatch(text)
        if found:
            numbers = tuple(float(number.replace(",", ".")) for number in found.groups())
            ordered = (numbers[1], numbers[0], numbers[2]) if place == 0 else numbers
            return ordered if list(ordered) == sorted(ordered) and ordered[-1] < 1e12 else None
    return None


def _with_unit(question: Question, value: Number | tuple[Number, ...], t: Catalogue) -> str:
    factor = 100 if question.unit == "percent" else 1
    parts = value if isinstance(value, tuple) else (value,)
    figures = "–".join(t.number(part * factor, 1) for part in (parts[0], *parts[-1:])[: len(parts)])
    if question.unit == "percent":
        return t("{figures} %", figures=figures)
    return t("{figures} min", figures=figures)
