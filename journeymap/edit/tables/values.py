"""Cells read as what a step can hold: yes or no, numbers, minutes, the fixed words of three languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache

from journeymap.edit.answers import QUESTIONS, numbers_in
from journeymap.edit.columns import tidy
from journeymap.edit.tables.cells import Cell, line_of
from journeymap.edit.tables.headings import plain
from journeymap.edit.tables.meanings import CHOICES
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.quantity import MINUTES, Number, Quantity, Scale, read_quantity

YES = frozenset({"ja", "yes", "true", "sant", "sann", "x", "1", "y", "j", "✓", "✔", "☑", "✅", "oui"})
NO = frozenset({"nej", "nei", "no", "false", "falskt", "usann", "usant", "0", "n", "-", "–", "☐", "❌", "✗"})


class UnreadError(ValueError):
    """The cell says something, but nothing that its column can hold."""


def read_flag(cell: Cell) -> bool | None:
    """Yes, no, or nothing said."""
    if isinstance(cell, bool):
        return cell
    said = line_of(cell).casefold()
    if not said:
        return None
    if said in YES or said in NO:
        return said in YES
    raise UnreadError(said)


_GROUPED = re.compile(
    r"[-+−]?\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?:[.,]\d+)?|[-+−]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?"
)


def read_number(cell: Cell) -> Number | None:
    """A number as a cell or as text in any of the three languages: 3,5 and 3.5 and 1 200."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    said = line_of(cell).replace("\u2212", "-")
    if not said:
        return None
    percent = said.endswith("%")
    bare = said.rstrip("% \u00a0")
    if not _GROUPED.fullmatch(bare):
        raise UnreadError(said)
    digits = re.sub(r"[ \u00a0\u202f’']", "", bare).replace(",", ".")
    if percent:
        return _even(float(digits) / 100)
    return int(digits) if digits.lstrip("+-").isdecimal() else float(digits)


def _even(number: float) -> Number:
    """Without the dust that a division leaves: 5.4 % is 0.054."""
    return tidy(round(number, 12)) if abs(number) < 1e12 else number


_UNIT = re.compile(r"\s*(?:ca\.?|c:a|about|~|≈)?\s*", re.IGNORECASE)
_UNITS: tuple[tuple[float, str], ...] = (
    (1 / 60, r"s|sek|sekunder?|sec|seconds?"),
    (1, r"m|min|mins|minut|minuter|minutt|minutter|minutes?|['’]"),
    (60, r"h|t|tim|timme|timmar|time|timer|hours?|hrs?"),
    (1440, r"d|dag|dagar|dager|dygn|døgn|days?"),
    (10080, r"vecka|veckor|v|uke|uker|weeks?|w"),
)
_SPAN = re.compile(r"(.+?)\s*(" + "|".join(f"(?:{unit})" for _, unit in _UNITS) + r")\.?", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?")
_BOTH = re.compile(
    r"(\d+)\s*(?:h|t|tim|timmar|timer|hours?)\.?\s*(?:och|og|and)?\s*(\d+)\s*m\w*\.?", re.IGNORECASE
)


def read_minutes(cell: Cell, each: float = 1) -> Quantity | None:
    """Minutes: a number, "5–9", "7 (5–9)", "1,5 h", "0:45", a class's word, or a cell that is a time.

    `each` is how many minutes a bare figure counts, where the column's heading says so.
    """
    if isinstance(cell, timedelta):
        return _even(cell.total_seconds() / 60)
    if isinstance(cell, time):
        return _even(cell.hour * 60 + cell.minute + cell.second / 60)
    if isinstance(cell, date | datetime):
        raise UnreadError(line_of(cell))
    return _fit(_minutes(cell, each), MINUTES, line_of(cell))


def _minutes(cell: Cell, each: float) -> Quantity | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _even(cell * each)
    said = _UNIT.sub("", line_of(cell), count=1).casefold()
    if not said:
        return None
    word = class_of(said, MINUTES)
    return word or _clock(said) or _with_unit(said, each)


def _clock(said: str) -> Number | None:
    clock, both = _CLOCK.fullmatch(said), _BOTH.fullmatch(said)
    if clock:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return _even(hours * 60 + minutes + seconds / 60)
    return int(both[1]) * 60 + int(both[2]) if both else None


def _with_unit(said: str, each: float) -> Quantity:
    said = _THOUSANDS.sub("", said)
    span = _SPAN.fullmatch(said)
    numbers = numbers_in(span[1] if span else said)
    if numbers is None:
        raise UnreadError(said)
    times = _times(span[2]) if span else each
    scaled = tuple(tidy(number) if times == 1 else _even(number * times) for number in numbers)
    return scaled[0] if len(scaled) == 1 else scaled


def _times(unit: str) -> float:
    return next(times for times, names in _UNITS if re.fullmatch(names, unit, re.IGNORECASE))


_COUNTED_IN = re.compile(
    r"(?:[(\[,/]\s*(?:(?:i|in)\s+)?|\s(?:i|in)\s+|\s|^)(?:(?P<h>h|hrs?|hours?|tim|timmar|timer)"
    r"|(?P<d>d|days?|dag|dagar|dager|dygn|døgn)|(?P<w>weeks?|veckor|uker))\s*[)\].:]?\s*$",
    re.IGNORECASE,
)


def minutes_each(heading: str) -> float:
    """How many minutes a bare figure counts below a heading: "Väntetid (dagar)" 1440, "Wait hours" 60.

    >>> minutes_each("Waiting time (h)"), minutes_each("Ventetid i dager"), minutes_each("Duration")
    (60, 1440, 1)
    """
    found = _COUNTED_IN.search(heading)
    return {"h": 60, "d": 1440, "w": 10080}.get((found and found.lastgroup) or "", 1)


def _fit(value: Quantity | None, scale: Scale, said: str) -> Quantity | None:
    if value is not None and read_quantity(value, scale) is None:
        raise UnreadError(said)
    return value


def class_of(said: str, scale: Scale) -> str | None:
    """The class a word names, in the file's own words or in people's."""
    return next((name for name in scale.classes if said in _class_words()[name]), None)


@cache
def _class_words() -> Mapping[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for question in QUESTIONS:
        for name, (context, word) in question.classes:
            said = {catalogue(language).context(context, word).casefold() for language in LANGUAGES}
            words.setdefault(name, {name}).update(said)
    return {name: frozenset(said) for name, said in words.items()}


def read_choice(name: str, cell: Cell) -> str | None:
    """The fixed word a cell says, whichever of the three languages it is written in."""
    said = plain(line_of(cell)) if line_of(cell) else ""
    if not said:
        return None
    found = _choice_words()[name].get(said)
    if found is None:
        raise UnreadError(line_of(cell))
    return found


UNSURE = ("okänt", "okänd", "oklart", "ukjent", "uklart", "unclear", "don't know")
"""What people write besides our own words for what nobody knows."""


@cache
def _choice_words() -> Mapping[str, Mapping[str, str]]:
    made: dict[str, dict[str, str]] = {}
    for name, choices in CHOICES.items():
        known = made.setdefault(name, {})
        for value, words in choices.items():
            for said in (value, words, *(catalogue(language)(words) for language in LANGUAGES)):
                known.setdefault(plain(said), value)
        if "unknown" in choices:
            for said in UNSURE:
                known.setdefault(plain(said), "unknown")
    return made
