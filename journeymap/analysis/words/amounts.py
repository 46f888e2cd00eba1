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
