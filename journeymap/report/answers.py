"""What an answer that is still missing would do: the place that each likely answer would give."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import UnrankedFriction
from journeymap.model.quantity import HITS, MINUTES, VALUE_LOST, read_quantity
from journeymap.model.reading import majority
from journeymap.model.records import Friction
from journeymap.report.matter import Matter

MINUTES_ASKED = (10.0, 30.0, 120.0, 480.0)
HITS_ASKED = (0.01, 0.05, 0.2, 0.5)


def consequences(matter: Matter, one: UnrankedFriction) -> Iterator[str]:
    """ "10 minutes: place 9", or "50 of 1000: place 4"; nothing where both are missing."""
    t, friction = matter.t, matter.friction(one.id)
    hits, minutes = _hits(matter, friction), _minutes(matter, friction)
    if hits is not None:
        asked = [(t("{n} minutes", n=t.number(each)), hits * each) for each in MINUTES_ASKED]
    elif minutes is not None:
        asked = [(t("{n} of {thousand}", n=t.number(each * 1000), thousand=t.number(1000)), each * minutes)
                 for each in HITS_ASKED]  # fmt: skip
    else:
        return
    for words, amount in asked:
        place = _place(matter, friction, amount * 1000)
        yield t("{answer}: place\u00a0{n}", answer=words, n=t.number(place))


def decides(friction: Friction) -> bool:
    """Whether it would go before the hours (METHOD 2: the votes where there are any, else the tick)."""
    voted = majority(friction.votes)
    return bool(friction.critical) if voted is None else voted


def _hits(matter: Matter, friction: Friction) -> float | None:
    """How many journeys it hits, as a share; None where nobody knows."""
    hits = read_quantity(friction.hits, HITS)
    if hits is None or friction.per != "visit":
        return None if hits is None else hits.point
    place = matter.place_of(friction)
    visits = (matter.findings.visits or {}).get(place.id) if place is not None else None
    return hits.point * visits if visits else None


def _minutes(matter: Matter, friction: Friction) -> float | None:
    """What it costs the one it hits; None where a part is not known."""
    wait, work = (read_quantity(one, MINUTES) for one in (friction.wait_minutes, friction.work_minutes))
    lost, goal = read_quantity(friction.value_lost, VALUE_LOST), matter.findings.figures.goal_minutes
    if wait is None or work is None or lost is None or (goal is None and not lost.is_zero):
        return None
    return wait.point + work.point + lost.point * (goal or 0.0)


def _place(matter: Matter, friction: Friction, per1000: float) -> int:
    """One more than those that would stand above it."""
    tier = "A" if decides(friction) else "B"
    above = [
        one
        for one in matter.findings.ranked
        if one.tier < tier or (one.tier == tier and one.per1000 > per1000)
    ]
    return len(above) + 1
