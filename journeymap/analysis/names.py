"""How units are called: by the last part of their path, so long as no other unit is called so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from journeymap.analysis.graph import Owner, owner_of
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Lane

_last: tuple[Mapping[Id, Lane], Mapping[Owner, str]] | None = None
"""The lanes last asked about and their names: every sentence about a map asks for the same ones."""


def owner_names(journey: Journey) -> Mapping[Owner, str]:
    """Every owner on the map and its name: "Reception", or the whole path where names repeat.

    A lane whose unit is unknown is called by its own name.
    """
    global _last  # noqa: PLW0603 - one place to remember; a tuple is set as a whole, from any thread
    last = _last
    if last is None or last[0] is not journey.lanes:
        last = _last = (journey.lanes, _names(journey.lanes))
    return last[1]


def _names(lanes: Mapping[Id, Lane]) -> Mapping[Owner, str]:
    owners = {owner_of(lane): lane for lane in lanes.values()}
    short = {owner: owner.unit[-1] if owner.unit else lane.name for owner, lane in owners.items()}
    often = Counter(short.values())
    return {
        owner: "/".join(owner.unit) if owner.unit and often[name] > 1 else name
        for owner, name in short.items()
    }


def unit_name(journey: Journey, lane: Id) -> str:
    """The name of the unit that answers for a lane; empty for a lane that is not on the map."""
    record = journey.lanes.get(lane)
    return "" if record is None else owner_names(journey)[owner_of(record)]


def unit_of_step(journey: Journey, step: Id | None) -> str:
    """The name of the unit that answers for a step; empty where there is no such step."""
    record = None if step is None else journey.steps.get(step)
    return "" if record is None else unit_name(journey, record.lane)


def accountable_of(journey: Journey, step: Id | None) -> str:
    """The own unit that answers for a supplier's step; empty where none is named."""
    record = None if step is None else journey.steps.get(step)
    lane = None if record is None else journey.lanes.get(record.lane)
    if lane is None or lane.kind != "supplier" or not lane.accountable:
        return ""
    parts = [part.strip() for part in lane.accountable.split("/") if part.strip()]
    return parts[-1] if parts else ""
