"""How page 1 is set, and the steps by which it gives way until everything fits (REPORT-DESIGN 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeymap.report.palette import MM
from journeymap.report.typefaces import HEADLINE, HEADLINE_SMALL, REASON, REASON_SMALL, Type


@dataclass(frozen=True, slots=True)
class Fit:
    """Strip height and bar width in points, and what is cut; 0 lines of a text means all.

    `ends`: the facts name the first and the last step.
    """

    strip: float = 90
    bar: float = 47 * MM
    reason: Type = REASON
    headline: Type = HEADLINE
    first_clause: bool = False
    purpose: bool = True
    ends: bool = True
    lines: int = 0
    rows: int = 5


def ladder() -> Iterator[Fit]:
    """The settings in the order they are tried.

    The last ones cut titles, owners and rows: only texts of hundreds of letters come so far, and
    the whole stands in the ranking, where nothing is cut.
    """
    fit = Fit()
    yield fit
    yield (fit := replace(fit, purpose=False))
    yield (fit := replace(fit, strip=62))
    yield (fit := replace(fit, ends=False))
    yield (fit := replace(fit, bar=36 * MM))
    yield (fit := replace(fit, reason=REASON_SMALL))
    yield (fit := replace(fit, headline=HEADLINE_SMALL))
    yield (fit := replace(fit, strip=46))
    yield (fit := replace(fit, strip=0))
    yield (fit := replace(fit, first_clause=True))
    for lines in (3, 2, 1):
        yield (fit := replace(fit, lines=lines))
    yield replace(fit, rows=3)
    yield replace(fit, rows=1)
