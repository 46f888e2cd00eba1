"""Quantities as people write them: `12`, `5-20`, `12 (5-20)`, a class by its word; shares in per cent."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from journeymap.edit.answers import question_of
from journeymap.edit.message import NC_, Message
from journeymap.edit.texts import folded
from journeymap.i18n import LANGUAGES, N_, Catalogue, catalogue
from journeymap.model.quantity import (
    HITS,
    MINUTES,
    PLAIN,
    SHARE,
    VALUE_LOST,
    Number,
    Quantity,
    Scale,
    read_quantity,
)

NOT_A_QUANTITY = N_("Write a number, a span such as 5-20, or 12 (5-20).")
Class = tuple[str, tuple[str, str]]
"""A stored class and its NC_ word."""


@dataclass(frozen=True)
class Unit:
    """How a scale is shown: stored value × factor, the whole phrase around the figure, its classes' words.

    `words` are those that may stand behind a figure, with how many of the unit one of them is.
    """

    scale: Scale
    factor: float
    phrase: str
    words: Mapping[str, float] = field(default_factory=dict)
    classes: tuple[Class, ...] = ()
    none: bool = False
    """Whether exactly nothing has a word of its own."""


def _all(size: float, *words: str) -> dict[str, float]:
    return dict.fromkeys(words, size)


_MINUTES = {
    **_all(1, "min", "minut", "minuter", "minutt", "minutter", "minute", "minutes"),
    **_all(60, "h", "t", "tim", "timme", "timmar", "time", "timer", "hour", "hours"),
    **_all(1 / 60, "s", "sek", "sekund", "sekunder", "sec", "second", "seconds"),
}
_DAYS = {
    **_all(1, "d", "dag", "dagar", "dager", "day", "days"),
    **_all(7, "v", "vecka", "veckor", "uke", "uker", "week", "weeks"),
}
_PERCENT = _all(1, "%", "procent", "prosent", "percent")
_LOST: tuple[Class, ...] = (
    ("none", NC_("value lost", "none")),
    ("diminished", NC_("value lost", "some")),
    ("half", NC_("value lost", "half")),
    ("lost", NC_("value lost", "all")),
)

MINUTE = Unit(
    MINUTES, 1, N_("{figure} min"), _MINUTES, question_of("wait_minutes").classes, none=True
)  # fmt: skip
OF_ALL = Unit(HITS, 100, N_("{figure} %"), _PERCENT, question_of("hits").classes)
LOST = Unit(VALUE_LOST, 100, N_("{figure} %"), _PERCENT, _LOST, none=True)
DAYS = Unit(PLAIN, 1, N_("{figure} days"), _DAYS)
DUE = Unit(PLAIN, 1, "{figure}", {**_MINUTES, **{word: 1440 * days for word, days in _DAYS.items()}})
COUNT = Unit(PLAIN, 1, "{figure}", _all(1, "st", "stk", "pcs"))
PERCENT = Unit(SHARE, 100, N_("{figure} %"), _PERCENT)


def phrase(value: Quantity | None, unit: Unit, t: Catalogue) -> str:
    """ "12 min (5–20)"; empty for unknown and for what cannot be read."""
    span = read_quantity(value, unit.scale)
    if span is None:
        return ""
    low, high = _number(span.low, unit, t), _number(span.high, unit, t)
    if span.best is None:
        return t(unit.phrase, figure=f"{low}–{high}")
    best = t(unit.phrase, figure=_number(span.best, unit, t))
    return best if span.low == span.high else f"{best} ({low}–{high})"


def _number(stored: float, unit: Unit, t: Catalogue) -> str:
    shown = stored * unit.factor
    digits = 0 if shown >= 10 or shown == int(shown) else 2 if shown < 1 else 1
    return t.number(shown, digits)


def exact(value: Quantity | None, unit: Unit, t: Catalogue) -> str:
    """The quantity as one would type it, with every digit: "12 (5–20)"; a class by its word."""
    if value is None or read_quantity(value, unit.scale) is None:
        return ""
    if isinstance(value, str):
        return class_word(value, unit, t)
    parts = value if isinstance(value, tuple) else (value,)
    figures = [_digits(part * unit.factor, t) for part in parts]
    if len(figures) == 3:
        return f"{figures[1]} ({figures[0]}–{figures[2]})"
    return "–".join(figures)


def _digits(shown: float, t: Catalogue) -> str:
    """All its digits, ungrouped: other programs read it as a number."""
    text = f"{shown:.12f}".rstrip("0").rstrip(".")
    return text if t.language == "en" else text.replace(".", ",")


def class_word(stored: str, unit: Unit, t: Catalogue) -> str:
    """The word of a class in this language; a class nobody knows as it is stored."""
    words = dict(unit.classes)
    return Message.meant(words[stored]).said(t) if stored in words else stored


def class_words(unit: Unit, t: Catalogue) -> tuple[str, ...]:
    """The words of all classes of a unit, in order."""
    return tuple(class_word(stored, unit, t) for stored, _ in unit.classes)


_PART = r"(\d+(?:[.,]\d+)?)"
_THOUSANDS = re.compile(r"(?<![\d.,])([1-9]\d{0,2})((?:,\d{3})+)(?![\d.,])")
_FRACTION = re.compile(r"(\d+)\s*(?:/|\bav\b|\bof\b)\s*(\d+)")
_WORD = re.compile(r"[^\W\d_]+|%")


def parse(text: str, unit: Unit, language: str = "") -> Quantity | None:
    """The quantity somebody wrote, in stored units; None if it is none.

    Class words are understood in every language of the program, and unit words of another size
    ("2 h") are converted. `en` reads 20,000 as twenty thousand, the others as twenty.
    """
    said = text.strip().lstrip("=").casefold()
    stored = _class_called(said, unit.scale.classes, unit.classes, unit.none)
    if stored is not None:
        return stored
    times = _times(said, unit)
    said = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d)", "", said)
    if times is None:
        return _fraction(said, unit)
    if language == "en":
        said = _THOUSANDS.sub(lambda found: found[1] + found[2].replace(",", ""), said)
    bare = re.sub(r"[^\d.,()\-–−]", "", said)
    values = _three(bare) or _row(bare)
    if values is None:
        return None
    made = tuple(_stored(value * times, unit) for value in values)
    return _if_readable(made[0] if len(made) == 1 else made, unit)


def _if_readable(value: Quantity, unit: Unit) -> Quantity | None:
    return value if read_quantity(value, unit.scale) is not None else None


def _times(said: str, unit: Unit) -> float | None:
    """How many of the unit the words behind the figures mean; None for words that are no unit of it."""
    sizes = {unit.words.get(word) for word in _WORD.findall(said)}
    return 1 if not sizes else sizes.pop() if len(sizes) == 1 else None


def _fraction(said: str, unit: Unit) -> Quantity | None:
    """ "54 of 1000", where the unit is a share."""
    found = _FRACTION.fullmatch(said)
    if found is None or unit.factor != 100 or not int(found[2]):
        return None
    return _if_readable(_stored(100 * int(found[1]) / int(found[2]), unit), unit)


def _three(bare: str) -> tuple[float, ...] | None:
    found = re.fullmatch(rf"{_PART}\({_PART}[-–−]{_PART}\)", bare)
    return (_read(found[2]), _read(found[1]), _read(found[3])) if found else None


def _row(bare: str) -> tuple[float, ...] | None:
    """One figure, two of a span, or three: least, best, most."""
    found = re.fullmatch(rf"{_PART}(?:[-–−]{_PART})?(?:[-–−]{_PART})?", bare)
    return tuple(_read(part) for part in found.groups() if part) if found else None


def _read(digits: str) -> float:
    return float(digits.replace(",", "."))


def _stored(shown: float, unit: Unit) -> Number:
    """In stored units, without the noise of a division; a whole number stays whole."""
    value = shown / unit.factor
    value = round(value, 12 - max(0, math.ceil(math.log10(abs(value)))) if value else 0)
    return int(value) if value == int(value) else value


def _class_called(
    said: str, scale: Mapping[str, object], classes: tuple[Class, ...], none: bool
) -> Quantity | None:
    stored = _words_of(classes).get(said) or (said if said in scale else None)
    if stored is None and none and said in _nothing():
        return "none" if "none" in scale else 0
    return stored


@cache
def _words_of(classes: tuple[Class, ...]) -> Mapping[str, str]:
    """Every word of the classes in every language → the stored class."""
    return {
        folded(Message.meant(word).said(catalogue(language))): stored
        for stored, word in classes
        for language in LANGUAGES
    }


_NOTHING = frozenset({"ingen", "inget", "inga", "ingenting", "intet", "none", "nothing", "no", "nej", "nei"})


@cache
def _nothing() -> frozenset[str]:
    return _NOTHING | {folded(catalogue(language).context("time", "none")) for language in LANGUAGES}
