"""What a workbook's cell can hold, and what comes back when it is read."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from journeymap.exchange.tables.workbook import unescaped

Look = Literal["text", "number", "whole", "percent", "date", "id"]
Value = str | int | float | date

MOST = 32_767
"""Characters of a cell as Excel counts them: UTF-16 units."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CUT = " […]"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
DIGITS = 15
FIRST_DAY = date(1900, 3, 1)
"""Excel takes 1900 for a leap year: days before this one are not where it thinks."""


class Shown(NamedTuple):
    """A cell's value and how it looks."""

    value: Value
    look: Look = "text"


def printable(text: str) -> str:
    """The text as a cell can hold it: characters no sheet can hold become �, and what is too long is cut."""
    text = _UNPRINTABLE.sub("\ufffd", text)
    if text.startswith("<r>") and text.endswith("</r>"):
        text = f" {text}"  # the writer would take it for markup of its own
    if len(text) <= MOST // 2 or _units(text) <= MOST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (MOST - len(_CUT))].decode("utf-16-le", "ignore")
    return kept + _CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def day(text: str) -> date | None:
    """The day a text names, where Excel can hold it as one."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        named = date(*map(int, found.groups()))
    except ValueError:
        return None
    return named if named >= FIRST_DAY else None


def as_read(value: Value) -> Value | None:
    """What the reader gives for a value that the writer wrote; None for an empty text.

    Of a number only the digits that every spreadsheet keeps when it saves the workbook again.
    """
    if isinstance(value, str):
        return unescaped(value.replace("x005F_", "")) or None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    digits = f"{value:.{DIGITS}G}"
    return float(digits) if "." in digits or "E" in digits else int(digits)


def is_number(value: object) -> bool:
    """A number that a cell can hold at all."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < 1e300
