"""Entries become ranked and unranked frictions: hours, places, how sure (METHOD 2)."""

from __future__ import annotations

from journeymap.analysis.findings import RankedFriction, UnrankedFriction, Word
from journeymap.analysis.ranking import MOST, Entry, Places, in_order, places
from journeymap.analysis.sureness import Sureness

FIRM, LIKELY = 0.9, 0.6


def ranked_frictions(
    entries: list[Entry], volume: float | None, sureness: Sureness
) -> tuple[RankedFriction, ...]:
    """Frictions whose answers are all known, in their places."""
    ordered = in_order(entry for entry in entries if not entry.missing)
    where = places(ordered)
    return tuple(_line(entry, where[entry.id], volume, sureness, len(ordered)) for entry in ordered)


def _line(
    entry: Entry, place: Places, volume: float | None, sureness: Sureness, among: int
) -> RankedFriction:
    wait, work, value = entry.minutes()
    per1000, low, high = (entry.per1000(bound) for bound in ("point", "low", "high"))
    top3 = sureness.top3.get(entry.id, 0.0)
    return RankedFriction(
        id=entry.id,
        rank=place.rank,
        tier=entry.tier,
        per1000=per1000,
        low_per1000=low,
        high_per1000=high,
        hours=_hours(per1000, volume),
        low=_hours(low, volume),
        high=_hours(high, volume),
        share_hit=entry.share_hit(),
        share_low=entry.share_hit("low"),
        share_high=entry.share_hit("high"),
        minutes_per_hit=wait + work + value,
        wait_minutes=wait,
        work_minutes=work,
        value_minutes=value,
        rank_by_hours=place.by_hours,
        rank_best=place.best,
        rank_worst=place.worst,
        top3_share=top3,
        critical_probability=entry.probability,
        word=_word(place.rank, top3, among) if sureness.top3 else None,
        walls=entry.walls,
        wall_keys=entry.wall_keys,
    )


def _hours(per1000: float, volume: float | None) -> float | None:
    """Customer hours a year: H = N·n·m/60."""
    return None if volume is None else min(volume * (per1000 / 60_000), MOST)


def _word(rank: int, top3: float, among: int) -> Word | None:
    """How sure the side of third place is on which it is printed; none among three or fewer."""
    if among <= 3:
        return None
    share = top3 if rank <= 3 else 1 - top3
    if share >= FIRM:
        return "firm"
    return "likely" if share >= LIKELY else "open"


def unranked_frictions(entries: list[Entry], sureness: Sureness) -> tuple[UnrankedFriction, ...]:
    """Frictions that lack answers, those most likely to matter first."""
    lacking = (
        UnrankedFriction(entry.id, entry.missing, sureness.possible_top3.get(entry.id, 0.0))
        for entry in entries
        if entry.missing
    )
    return tuple(sorted(lacking, key=lambda friction: (-friction.possible_top3_share, friction.id)))


def break_even(entries: list[Entry], ranked: tuple[RankedFriction, ...]) -> float | None:
    """The G at which the first two would change places; None in different tiers or without one.

    G itself tells which side of it the map stands on.
    """
    if len(ranked) < 2 or ranked[0].tier != ranked[1].tier:
        return None
    by_id = {entry.id: entry for entry in entries}
    first, second = (by_id[friction.id] for friction in ranked[:2])
    slopes, bases = [], []
    for entry in (first, second):
        wait, work, _ = entry.minutes()
        slopes.append(entry.share_hit() * (entry.value.point if entry.value else 0.0))
        bases.append(entry.share_hit() * (wait + work))
    if slopes[0] == slopes[1]:
        return None
    goal = (bases[1] - bases[0]) / (slopes[0] - slopes[1])
    return goal if goal > 0 else None
