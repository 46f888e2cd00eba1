"""What actions would give back: amounts removed, and for each day of effort (METHOD 6).

It never feeds back: the order of the frictions is the same whatever is planned against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from journeymap.analysis.findings import RankedFriction
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import PLAIN, SHARE, Range, read_quantity
from journeymap.model.records import Action

DONE = frozenset({
    *("done", "solved", "finished", "completed", "klar", "klart", "färdig", "genomförd", "avslutad"),
    *("ferdig", "gjennomført", "utført", "avsluttet"),
})  # fmt: skip
"""Words of `status` (free text in the file) that say that nothing is left to do."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What one action would take away; None where its effect is unknown or it meets no ranked friction.

    `hours` are a year's, None without a volume; `minutes` are those of 1000 journeys. `against` are
    the ranked frictions that it meets, in rank order, `days` the effort, 0 and unknown None.
    """

    action: Id
    against: tuple[Id, ...]
    hours: Range | None
    minutes: Range | None
    days: float | None

    @property
    def hours_per_day(self) -> float | None:
        """Hours a year for each day of effort, by their points."""
        return self.hours.point / self.days if self.hours is not None and self.days else None

    @property
    def minutes_per_day(self) -> float | None:
        """Minutes of 1000 journeys for each day of effort, by their points."""
        return self.minutes.point / self.days if self.minutes is not None and self.days else None


def gains(journey: Journey, ranked: Iterable[RankedFriction]) -> tuple[Gain, ...]:
    """Every action, most gained for a day of effort first; then by what is gained, then by id."""
    places = {one.id: one for one in ranked}
    found = [gain(action, places) for action in journey.actions.values()]
    return tuple(sorted(found, key=_order))


def gain(action: Action, ranked: Mapping[Id, RankedFriction]) -> Gain:
    """Σ H · effect: the effect's low, point and high of what its frictions take by their points."""
    met = sorted({id for id in action.frictions or () if id in ranked}, key=lambda id: ranked[id].rank)
    effect, days = read_quantity(action.effect, SHARE), read_quantity(action.effort_days, PLAIN)
    minutes = sum(ranked[id].per1000 for id in met)
    known = [ranked[id].hours for id in met]
    hours = None if None in known else sum(hours or 0.0 for hours in known)
    return Gain(
        action.id,
        tuple(met),
        _part(effect, hours),
        _part(effect, minutes),
        days.point if days is not None and days.point > 0 else None,
    )


def together(actions: Iterable[Action], ranked: Iterable[RankedFriction], *, in_hours: bool) -> float:
    """What all of them together take away: of each friction, what the ones before have left."""
    lines = list(ranked)
    left = dict.fromkeys((one.id for one in lines), 1.0)
    for action in actions:
        effect = read_quantity(action.effect, SHARE)
        for id in dict.fromkeys(action.frictions or ()):
            if effect is not None and id in left:
                left[id] *= 1 - effect.point
    return sum(((one.hours or 0.0) if in_hours else one.per1000) * (1 - left[one.id]) for one in lines)


def is_late(action: Action, today: date) -> bool:
    """Whether its day has passed and nobody has said that it is done."""
    try:
        due = date.fromisoformat((action.due or "").strip())
    except ValueError:
        return False
    return due < today and not is_done(action)


def is_done(action: Action) -> bool:
    """Whether its state says, in one of our languages, that nothing is left to do."""
    return (action.status or "").strip().rstrip(".!").casefold() in DONE


def _part(effect: Range | None, amount: float | None) -> Range | None:
    if effect is None or not amount:
        return None
    return Range(effect.low * amount, effect.point * amount, effect.high * amount)


def _order(gain: Gain) -> tuple[float, float, Id]:
    minutes = gain.minutes.point if gain.minutes is not None else 0.0
    return (-(gain.minutes_per_day or 0.0), -minutes, gain.action)
