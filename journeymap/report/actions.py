"""What actions would give back: hours removed, and hours for each day of effort (METHOD 6)."""

from __future__ import annotations

from journeymap.model.quantity import PLAIN, SHARE, Range, read_quantity
from journeymap.model.records import Action
from journeymap.report.matter import Matter


def removed(matter: Matter, action: Action) -> Range | None:
    """The amount an action takes away, lowest to highest; None where its effect or friction is unknown."""
    effect = read_quantity(action.effect, SHARE)
    ranked = {one.id: one for one in matter.findings.ranked}
    amount = sum(matter.amount(ranked[id]) for id in dict.fromkeys(action.frictions or ()) if id in ranked)
    if effect is None or not amount:
        return None
    return Range(effect.low * amount, effect.point * amount, effect.high * amount)


def removed_per_day(matter: Matter, action: Action) -> float | None:
    """The amount taken away for each day of effort; None where either is unknown."""
    gain = removed(matter, action)
    days = read_quantity(action.effort_days, PLAIN)
    if gain is None or days is None or days.point <= 0:
        return None
    return gain.point / days.point
