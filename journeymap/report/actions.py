"""What actions would give back, in the unit the report counts in: hours a year, else minutes per 1000."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.analysis.gains import gain, together
from journeymap.model.quantity import Range
from journeymap.model.records import Action
from journeymap.report.matter import Matter


def removed(matter: Matter, action: Action) -> Range | None:
    """The amount an action takes away, lowest to highest; None where its effect or friction is unknown."""
    found = gain(action, matter.ranked_by_id)
    return found.hours if matter.has_volume else found.minutes


def removed_together(matter: Matter, actions: Iterable[Action]) -> float:
    """What all of them together take away: of each friction, what the ones before have left."""
    return together(actions, matter.findings.ranked, in_hours=matter.has_volume)


def removed_per_day(matter: Matter, action: Action) -> float | None:
    """The amount taken away for each day of effort; None where either is unknown."""
    found = gain(action, matter.ranked_by_id)
    return found.hours_per_day if matter.has_volume else found.minutes_per_day
