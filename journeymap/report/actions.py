"""What actions would give back: hours removed, and hours for each day of effort (METHOD 6)."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.model.ids import Id
from journeymap.model.quantity import PLAIN, SHARE, Range, read_quantity
from journeymap.model.records import Action
from journeymap.report.matter import Matter


def removed(matter: Matter, action: Action) -> Range | None:
    """The amount an action takes away, lowest to highest; None where its effect or friction is unknown."""
    effect = read_quantity(action.effect, SHARE)
    ranked = matter.ranked_by_id
    amount = sum(matter.amount(ranked[id]) for id in dict.fromkeys(action.frictions or ()) if id in ranked)
    if effect is None or not amount:
        return None
    return Range(effect.low * amount, effect.point * amount, effect.high * amount)


def removed_together(matter: Matter, actions: Iterable[Action]) -> float:
    """What all of them together take away: of each friction, what the ones before have left."""
    left: dict[Id, float] = {one.id: 1.0 for one in matter.findings.ranked}
    for action in actions:
        effect = read_quantity(action.effect, SHARE)
        for id in dict.fromkeys(action.frictions or ()):
            if effect is not None and id in left:
                left[id] *= 1 - effect.point
    return sum(matter.amount(one) * (1 - left[one.id]) for one in matter.findings.ranked)


def removed_per_day(matter: Matter, action: Action) -> float | None:
    """The amount taken away for each day of effort; None where either is unknown."""
    gain = removed(matter, action)
    days = read_quantity(action.effort_days, PLAIN)
    if gain is None or days is None or days.point <= 0:
        return None
    return gain.point / days.point
