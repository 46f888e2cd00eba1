"""Numbers as people say them: whole from ten up, two significant digits below."""

from __future__ import annotations

import math

from journeymap.i18n.catalogue import Catalogue


def said(value: float, t: Catalogue) -> str:
    """17, 3.5, 0.55: whole from ten up, two significant digits below."""
    if value == 0 or abs(value) >= 9.95:
        return t.number(value)
    digits = min(6, 1 - math.floor(math.log10(abs(value))))
    return t.number(round(value, digits), digits)


def why_outside(amount: float, span: tuple[float, float] | None, t: Catalogue) -> str:
    """Why a sum of the likeliest answers lies outside nine of ten trials; empty where it lies inside.

    Lopsided estimates move the middle of the trials away from it, the more of them the further (METHOD 2).
    """
    if span is None or span[0] <= amount <= span[1]:
        return ""
    if amount < span[0]:
        return t(
            "The sum of the likeliest answers lies below its range, because most of them may rather be "
            "higher than lower."
        )
    return t(
        "The sum of the likeliest answers lies above its range, because most of them may rather be "
        "lower than higher."
    )
