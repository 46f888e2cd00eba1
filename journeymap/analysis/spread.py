"""The range printed beside a sum: 5th to 95th percentile of the trials, never all lows added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from journeymap.analysis.findings import PairHours, WallFinding
from journeymap.analysis.ranking import Entry
from journeymap.model.ids import Id

FEW = 200
"""So many frictions are spread in the live list too; more wait for the report's trials."""
REPORT_TRIALS = 10_000
LIVE_TRIALS = 1_000
_ALL, _AT_WALLS = "all", "walls"


def spreads(
    entries: list[Entry],
    named: Mapping[Id, tuple[WallFinding, ...]],
    pairs: tuple[PairHours, ...],
    trials: int,
) -> Mapping[str, tuple[float, float]]:
    """Minutes per 1000 journeys, from and to, of all ranked frictions, those at walls, each pair."""
    ranked = [entry for entry in entries if not entry.missing]
    if trials <= 0 or (len(ranked) > FEW and trials < REPORT_TRIALS):
        return {}
    from journeymap.analysis.trials import ranges  # noqa: PLC0415 - numpy, not needed to draw a map

    groups = {
        _ALL: ranked,
        _AT_WALLS: [entry for entry in ranked if any(wall.stands for wall in named[entry.id])],
    }
    for number, pair in enumerate(pairs):
        groups[str(number)] = [entry for entry in ranked if entry.id in pair.frictions]
    return ranges(groups, ranked, trials)


def in_hours(spread: tuple[float, float] | None, volume: float | None) -> tuple[float, float] | None:
    """Minutes per 1000 journeys as hours a year; None without a volume or without trials."""
    if spread is None or volume is None:
        return None
    return (volume * (spread[0] / 60_000), volume * (spread[1] / 60_000))


def total(spread: Mapping[str, tuple[float, float]]) -> tuple[float, float] | None:
    """The range of all ranked frictions together."""
    return spread.get(_ALL)


def at_walls(spread: Mapping[str, tuple[float, float]]) -> tuple[float, float] | None:
    """The range of the frictions at any standing wall."""
    return spread.get(_AT_WALLS)


def with_ranges(
    pairs: tuple[PairHours, ...], spread: Mapping[str, tuple[float, float]], volume: float | None
) -> tuple[PairHours, ...]:
    """The ledger's lines, each with its range in hours a year."""
    return tuple(
        replace(pair, range=in_hours(spread.get(str(number)), volume)) for number, pair in enumerate(pairs)
    )
