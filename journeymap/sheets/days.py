"""Dates as people write them, kept as year-month-day (FORMAT 4); words that are no date stay."""

from __future__ import annotations

import re
from datetime import date

from journeymap.i18n import Catalogue

_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})")
_TIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})")


def day_as_kept(text: str) -> str:
    """ISO for 2026-10-14, 20261014, 14.10.2026, 14/10/2026 and 14.10.26; other words unchanged.

    >>> day_as_kept("14.10.2026"), day_as_kept("before Christmas")
    ('2026-10-14', 'before Christmas')
    """
    found = _YEAR_FIRST.fullmatch(text) or _TIGHT.fullmatch(text)
    if found is not None:
        return _iso(text, *map(int, found.groups()))
    found = _DAY_FIRST.fullmatch(text)
    if found is None:
        return text
    day, month, year = map(int, found.groups())
    return _iso(text, year + 2000 if year < 100 else year, month, day)


def day_as_shown(stored: str, t: Catalogue) -> str:
    """The date in the reader's language; words that are no date as they are."""
    try:
        return t.date(date.fromisoformat(stored))
    except ValueError:
        return stored


def _iso(text: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text
