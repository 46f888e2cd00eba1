"""The strip of four answers as keys drive it: a digit answers and goes on, Enter is "don't know"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from journeymap.edit.answers import QUESTIONS, Answer, Question, by_digit, read_exact
from journeymap.edit.message import Message
from journeymap.model.quantity import Quantity

ENTER, BACK, ESCAPE = "\n", "\b", "\x1b"
"""The keys that are no character, by the characters they have always sent."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Which question is asked; `typing` holds what stands after an equals sign, None without one.

    `over` tells that the line is back; `left` is the letter that began it, if one did.
    """

    at: int = 0
    typing: str | None = None
    problem: Message | None = None
    over: bool = False
    left: str = ""

    @property
    def question(self) -> Question | None:
        """What is asked; None when all is."""
        return None if self.over else QUESTIONS[self.at]


class Given(NamedTuple):
    """An answer to write down: the friction's field and its quantity, None for "don't know"."""

    field: str
    value: Quantity | None


def press(strip: Strip, key: str) -> tuple[Strip, Given | None]:
    """What one key does: the strip after it, and the answer it gave."""
    question = strip.question
    if question is None:
        return strip, None
    if key == ESCAPE:
        return replace(strip, over=True, typing=None, problem=None), None
    if strip.typing is not None:
        return _while_typing(strip, question, key)
    if key == ENTER:
        return _next(strip, Given(question.field, None))
    if key.isdecimal():
        return _answered(strip, question, by_digit(question, int(key)))
    return _moved(strip, key), None


def _moved(strip: Strip, key: str) -> Strip:
    """What a key does that answers nothing: begin a figure, go one back, leave for the line."""
    if key == "=":
        return replace(strip, typing="", problem=None)
    if key == BACK:
        return replace(strip, at=max(0, strip.at - 1), problem=None)
    return replace(strip, over=True, problem=None, left=key)


def _while_typing(strip: Strip, question: Question, key: str) -> tuple[Strip, Given | None]:
    typing = strip.typing or ""
    if key == ENTER:
        return _answered(strip, question, read_exact(question, typing))
    if key == BACK:
        return replace(strip, typing=typing[:-1] if typing else None, problem=None), None
    return replace(strip, typing=typing + key, problem=None), None


def _answered(strip: Strip, question: Question, answer: Answer) -> tuple[Strip, Given | None]:
    if answer.problem is not None:
        return replace(strip, problem=answer.problem), None
    return _next(strip, Given(question.field, answer.value))


def _next(strip: Strip, given: Given) -> tuple[Strip, Given]:
    last = strip.at + 1 == len(QUESTIONS)
    return Strip(at=strip.at if last else strip.at + 1, over=last), given
