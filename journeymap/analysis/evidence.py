"""The evidence ladder: how much of what the frictions cost rests on what (FEATURES 40).

The levels are assumed, heard, observed and measured; of a friction the strongest counts. Where
nothing is said at all it rests on assumption too, told apart as "unsaid". The shares sum to 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from journeymap.analysis.findings import RankedFriction
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

Level = Literal["unsaid", "assumed", "heard", "observed", "measured"]
LADDER: tuple[Level, ...] = ("unsaid", "assumed", "heard", "observed", "measured")
"""From the weakest to the strongest."""


@dataclass(frozen=True, slots=True)
class Rung:
    """What rests on one level: frictions, minutes per 1000 journeys, hours a year, and the share."""

    level: Level
    frictions: tuple[Id, ...]
    per1000: float
    hours: float | None
    share: float | None
    """Of the minutes of all ranked frictions; None where these cost nothing."""


def evidence_ladder(journey: Journey, ranked: Iterable[RankedFriction]) -> tuple[Rung, ...]:
    """All five rungs, the strongest first; the frictions of each in their order."""
    lines = tuple(ranked)
    levels = evidence_levels(journey)
    total = sum(line.per1000 for line in lines)
    return tuple(
        _rung(level, [line for line in lines if levels.get(line.id, "unsaid") == level], total)
        for level in reversed(LADDER)
    )


def _rung(level: Level, lines: list[RankedFriction], total: float) -> Rung:
    per1000 = sum(line.per1000 for line in lines)
    hours = [line.hours for line in lines]
    return Rung(
        level=level,
        frictions=tuple(line.id for line in lines),
        per1000=per1000,
        hours=None if None in hours else sum(value for value in hours if value is not None),
        share=per1000 / total if total else None,
    )


def evidence_levels(journey: Journey) -> Mapping[Id, Level]:
    """Record → the strongest level of what is known about it; nothing for a record without evidence."""
    found: dict[Id, Level] = {}
    for item in journey.evidence.values():
        level: Level = item.level or "unsaid"
        if LADDER.index(level) >= LADDER.index(found.get(item.about, "unsaid")):
            found[item.about] = level
    return found


def assumed_share(ladder: Iterable[Rung]) -> float | None:
    """The share that rests on assumption: nobody has heard, observed or measured it."""
    weak = [rung.share for rung in ladder if rung.level in ("unsaid", "assumed")]
    return None if None in weak else sum(share for share in weak if share is not None)
