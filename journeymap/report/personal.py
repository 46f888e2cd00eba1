"""Texts that look like a person's data: mail addresses, telephone and personal numbers (HAZARDS 6).

A hint before something is sent out, never a change: whoever sends it knows what the figures are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Part

Sort = Literal["mail", "phone", "number"]
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SWEDISH = re.compile(r"(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)")
_NORWEGIAN = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})[ ]?(\d{3})[ ]?(\d{2})(?!\d)")
_PHONE = re.compile(r"(?<![\w+./-])(?:\+|00)?\(?\d[\d ()/-]{5,18}\d(?![\w/-])")
_DATE = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
_LEAST, _MOST = 8, 15
"""Digits of a telephone number (E.164 has at most fifteen)."""
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
"""Weights of the two control digits of a Norwegian personal number."""


class Hint(NamedTuple):
    """What was found, of which sort, and in which record (None: the journey's own facts)."""

    text: str
    sort: Sort
    record: Id | None


def hints(journey: Journey) -> list[Hint]:
    """Every text that looks like a person's data, in the order of the file's tables."""
    found = [Hint(text, sort, None) for text, sort in _in_part(journey.head)]
    for record in journey:
        found += [Hint(text, sort, record.id) for text, sort in _in_part(record)]
    return found


def _in_part(part: Part) -> Iterator[tuple[str, Sort]]:
    for text in _texts(part):
        yield from found_in(text)


def _texts(value: object) -> Iterator[str]:
    """All free text below a value; names of fields and ids are none of anybody's data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name not in ("id", "extra", "document", "sha256", "created", "date", "due", "last_decision"):
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        yield from _texts(tuple(value.values()))


def found_in(text: str) -> list[tuple[str, Sort]]:
    """What looks like a person's data in one text, each once, as it stands there."""
    if not any(char.isdigit() or char == "@" for char in text):
        return []
    found: dict[str, Sort] = {match.group(): "mail" for match in _MAIL.finditer(text)}
    for pattern, holds in ((_SWEDISH, _is_swedish), (_NORWEGIAN, _is_norwegian)):
        for match in pattern.finditer(text):
            if holds(match):
                found.setdefault(match.group().strip(), "number")
    for match in _PHONE.finditer(text):
        said = match.group().strip()
        if _is_phone(said) and not any(said in known or known in said for known in found):
            found.setdefault(said, "phone")
    return list(found.items())


def _is_phone(said: str) -> bool:
    """From abroad with + or 00, at home with 0, or a Norwegian number of eight digits in groups."""
    digits = "".join(char for char in said if char.isdigit())
    if not _LEAST <= len(digits) <= _MOST or _DATE.search(said):
        return False
    if said.startswith(("+", "00")) or digits[0] == "0":
        return True
    return bool(re.fullmatch(r"[2-9]\d( \d\d){3}|[49]\d\d \d\d \d\d\d", said))


def _is_swedish(match: re.Match[str]) -> bool:
    """A day (or one shifted by sixty: a co-ordination number) and the right last digit (Luhn)."""
    year, month, day, rest = match.groups()
    shifted = int(day) - 60 if int(day) > 60 else int(day)
    if not _is_day(int(year), int(month), shifted):
        return False
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(f"{year}{month}{day}{rest}"))
    return sum(product // 10 + product % 10 for product in products) % 10 == 0


def _is_norwegian(match: re.Match[str]) -> bool:
    """A day (or one shifted by forty: a D number) and two right control digits."""
    digits = [int(digit) for digit in "".join(match.groups())]
    day, month, year = (int(match.group(place)) for place in (1, 2, 3))
    if not _is_day(year, month, day - 40 if day > 40 else day):
        return False
    return all(sum(w * d for w, d in zip(weights, digits, strict=False)) % 11 == 0
               for weights in (_FIRST, _SECOND))  # fmt: skip


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(2000 + year, month, day))
    except ValueError:
        return False
