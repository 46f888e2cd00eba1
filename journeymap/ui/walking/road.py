"""The road that is walked: from a step onwards where most people go, or where somebody turned off."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.canvas.walk import ROAD_KINDS
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane, steps_in_order

Turns = Mapping[Id, Id]
"""Step → the step that was chosen after it, where it was not the commonest."""


def beginning(journey: Journey) -> Id | None:
    """Where the journey starts: marked so, else the first step that nothing leads to; None on an empty map.

    Of several the customer's own come first, then as people read the map.
    """
    steps = steps_in_order(journey)
    led_to = {link.target for link in journey.links.values() if link.kind in ROAD_KINDS}
    customers = {lane.id for lane in journey.lanes.values() if is_customer_lane(lane)}
    for fits in (lambda step: step.start, lambda step: step.id not in led_to, lambda step: True):
        found = sorted((step for step in steps if fits(step)), key=lambda step: step.lane not in customers)
        if found:
            return found[0].id
    return None


def ways_on(journey: Journey, step: Id) -> tuple[Id, ...]:
    """The steps one can come to next, the commonest first, each once."""
    links = [one for one in journey.links.values() if one.source == step and one.kind in ROAD_KINDS]
    links.sort(key=lambda one: (one.kind == "refer", -(one.share if one.share is not None else 0.5), one.id))
    return tuple(dict.fromkeys(one.target for one in links if one.target in journey.steps))


def road_from(journey: Journey, first: Id, turns: Turns | None = None) -> tuple[Id, ...]:
    """All steps in the order in which they are walked: none twice, so that a round ends where it closes."""
    road, chosen = [first], turns or {}
    while True:
        ways = [step for step in ways_on(journey, road[-1]) if step not in road]
        if not ways:
            return tuple(road)
        turned = chosen.get(road[-1])
        road.append(turned if turned in ways else ways[0])
