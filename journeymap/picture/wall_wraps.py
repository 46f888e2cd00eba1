"""The ways a wall's words can be broken into lines and set: on which side, in how many, how wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeymap.picture.kinds.wall import Side, WallLook
from journeymap.picture.measures import Measures
from journeymap.picture.text import break_lines, width
from journeymap.picture.wall_bars import Bar

Way = tuple[Side, WallLook]
BETWEEN = " · "
FIRST_WIDTH = 210.0
FACT_WIDTH, NAME_WIDTH = 165.0, 130.0
"""No kind of wall in words is wider than the first; a lane's name that is, is cut to the second."""
NARROW = 112.0
UNDER = 150.0
ASIDE = 11.0
"""Px between a line across the bar and a column of words beside it."""
NEAR_BY = 48.0
"""Px a column may begin beyond its bar: further off nobody could tell whose words it holds."""
SIDES: tuple[Side, Side] = ("right", "left")


def beside(look: WallLook, m: Measures, language: str) -> list[Way]:
    """Words beyond the plate, facts in one line or in two where that is narrower; or no words."""
    look = _with_short_facts(look, m, language)
    wide = _wide(look, m, language)
    first = break_lines(_first(look), m.wall_words, NARROW, language, 2)
    narrow = replace(look, first=first, second=_folded(look.second, m))
    ways = [(side, wide) for side in SIDES]
    if not (first and first[-1].endswith("…")):
        narrower = dict.fromkeys((narrow, replace(narrow, second=look.second)))
        ways += [(side, look) for look in narrower if look != wide for side in SIDES]
    return ways + [(side, replace(look, first=(), second=())) for side in SIDES]


def in_column(bar: Bar, m: Measures, language: str) -> Iterator[WallLook]:
    """Words under or over the bar: from its ends, or from a line that crosses it."""
    look, wide = _with_short_facts(bar.look, m, language), bar.right - bar.left
    wraps = dict.fromkeys((_wide(look, m, language), _wrapped(look, m, language, UNDER),
                           _wrapped(look, m, language, NARROW)))  # fmt: skip
    starts = (
        (0.0, False),
        (bar.last + ASIDE - bar.left, False),
        (bar.at - ASIDE - bar.left, True),
        (wide, True),
    )
    for below in (True, False):
        for wrap in wraps:
            for start, ended in starts:
                if -NEAR_BY <= start <= wide + NEAR_BY:
                    yield replace(wrap, below=below, above=not below, start=start, ended=ended)


def _with_short_facts(look: WallLook, m: Measures, language: str) -> WallLook:
    """Facts stay on one line each; a lane's long name ends in "…" here and is whole in the lists."""

    def cut(fact: str) -> str:
        if width(fact, m.wall_second) <= FACT_WIDTH:
            return fact
        return break_lines(fact, m.wall_second, NAME_WIDTH, language, 1)[0]

    return replace(look, second=tuple(map(cut, look.second)))


def _first(look: WallLook) -> str:
    return look.first[0] if look.first else ""


def _wide(look: WallLook, m: Measures, language: str) -> WallLook:
    first = break_lines(_first(look), m.wall_words, FIRST_WIDTH, language, 2)
    return replace(look, first=first, second=(BETWEEN.join(look.second),) if look.second else ())


def _wrapped(look: WallLook, m: Measures, language: str, most: float) -> WallLook:
    """In lines no wider than `most`, every fact in its own."""
    return replace(look, first=break_lines(_first(look), m.wall_words, most, language, 3))


def _folded(facts: tuple[str, ...], m: Measures) -> tuple[str, ...]:
    """Two lines of about equal width; one where there is but one fact."""
    if len(facts) < 2:
        return facts
    splits = [(BETWEEN.join(facts[:at]), BETWEEN.join(facts[at:])) for at in range(1, len(facts))]
    return min(splits, key=lambda lines: max(width(line, m.wall_second) for line in lines))
