"""Quantities as people write them: `12`, `5-20`, `12 (5-20)`; shares in per cent."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from journeymap.i18n import N_, Catalogue
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


@dataclass(frozen=True)
class Unit:
    """How a scale is shown: stored value × factor, and the whole phrase around the figure."""

    scale: Scale
    factor: float
    phrase: str


MINUTE = Unit(MINUTES, 1, N_("{figure} min"))
OF_ALL = Unit(HITS, 100, N_("{figure} %"))
LOST = Unit(VALUE_LOST, 100, N_("{figure} %"))
DAYS = Unit(PLAIN, 1, N_("{figure} days"))
COUNT = Unit(PLAIN, 1, "{figure}")
PERCENT = Unit(SHARE, 100, N_("{figure} %"))


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


_PART = r"(\d+(?:[.,]\d+)?)"


def parse(text: str, unit: Unit) -> Quantity | None:
    """The quantity somebody wrote, in stored units; None if it is none. Unit words fall off."""
    bare = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d)", "", text.strip().lstrip("="))
    bare = re.sub(r"[^\d.,()\-–−]", "", bare)
    values = _three(bare) or _two(bare) or _one(bare)
    if values is None:
        return None
    stored = tuple(_stored(value, unit) for value in values)
    made: Quantity = stored[0] if len(stored) == 1 else stored
    return made if read_quantity(made, unit.scale) is not None else None


def _three(bare: str) -> tuple[float, ...] | None:
    found = re.fullmatch(rf"{_PART}\({_PART}[-–−]{_PART}\)", bare)
    return (_read(found[2]), _read(found[1]), _read(found[3])) if found else None


def _two(bare: str) -> tuple[float, ...] | None:
    found = re.fullmatch(rf"{_PART}[-–−]{_PART}", bare)
    return (_read(found[1]), _read(found[2])) if found else None


def _one(bare: str) -> tuple[float, ...] | None:
    found = re.fullmatch(_PART, bare)
    return (_read(found[1]),) if found else None


def _read(digits: str) -> float:
    return float(digits.replace(",", "."))


def _stored(shown: float, unit: Unit) -> Number:
    """In stored units, without the noise of a division; a whole number stays whole."""
    value = shown / unit.factor
    value = round(value, 12 - max(0, math.ceil(math.log10(abs(value)))) if value else 0)
    return int(value) if value == int(value) else value
