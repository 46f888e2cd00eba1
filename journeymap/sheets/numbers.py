"""Kinds of values that are figures: quantities of a unit, and plain numbers within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from journeymap.edit.texts import one_line
from journeymap.i18n import N_, Catalogue
from journeymap.model.quantity import read_quantity
from journeymap.sheets.figures import (
    COUNT,
    NOT_A_QUANTITY,
    Unit,
    class_word,
    class_words,
    exact,
    parse,
    phrase,
)
from journeymap.sheets.kinds import Kind, refuse
from journeymap.sheets.known import Known


@dataclass(frozen=True)
class Amount(Kind):
    """A quantity people know only roughly: exact, a span, three points, or a class by its word."""

    right: bool = True
    unit: Unit = COUNT

    def text(self, value: Any, known: Known) -> str:
        if isinstance(value, str):
            return class_word(value, self.unit, known.t)
        return phrase(value, self.unit, known.t)

    def exact(self, value: Any, known: Known) -> str:
        return exact(value, self.unit, known.t)

    def read(self, text: str, known: Known) -> Any:
        said = one_line(text)
        if not said:
            return None
        value = parse(said, self.unit, known.t.language)
        if value is None:
            raise refuse(NOT_A_QUANTITY)
        return value

    def offers(self, known: Known) -> Sequence[str]:
        return class_words(self.unit, known.t)

    def key(self, value: Any, known: Known) -> Any:
        span = read_quantity(value, self.unit.scale)
        return None if span is None else span.point


@dataclass(frozen=True)
class Number(Amount):
    """One exact number; of a unit with a factor as people say it, such as a share in per cent."""

    whole: bool = False

    def read(self, text: str, known: Known) -> Any:
        value = super().read(text, known)
        if isinstance(value, tuple | str):
            raise refuse(N_("Write one number."))
        if self.whole and value is not None and not isinstance(value, int):
            raise refuse(N_("Write a whole number."))
        return value


def felt(value: float | None, t: Catalogue) -> str:
    """A point on the curve with its sign; empty where nothing is said."""
    return "" if value is None else ("+" if value > 0 else "") + t.number(value, 1)


@dataclass(frozen=True)
class Feeling(Kind):
    """A point on the curve from −3 to 3."""

    right: bool = True

    def text(self, value: Any, known: Known) -> str:
        return felt(value, known.t)

    def exact(self, value: Any, known: Known) -> str:
        return "" if value is None else f"{value:g}"

    def read(self, text: str, known: Known) -> Any:
        said = one_line(text).replace("−", "-").replace("–", "-").replace(",", ".").removeprefix("+")
        if not said:
            return None
        try:
            value = float(said)
        except ValueError:
            raise refuse(N_("Write a number from −3 to 3.")) from None
        if not -3 <= value <= 3:
            raise refuse(N_("The curve runs from −3 to 3."))
        return int(value) if value == int(value) else value

    def key(self, value: Any, known: Known) -> Any:
        return value
