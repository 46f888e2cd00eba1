"""The links between the two steps of a wall: how one gets from the one to the other."""

from __future__ import annotations

from collections import deque

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane

ROAD = (None, "flow", "refer")


def way(journey: Journey, source: Id | None, target: Id | None) -> tuple[Id, ...]:
    """The fewest links from one step to the other, through the customer's steps first, else through any."""
    if source is None or target is None or source == target:
        return ()
    direct = [link.id for link in journey.links.values() if (link.source, link.target) == (source, target)]
    return (
        tuple(direct)
        or _walk(journey, source, target, any_lane=False)
        or _walk(journey, source, target, any_lane=True)
    )


def last_links(journey: Journey, source: Id, target: Id) -> tuple[Id, ...]:
    """The links that end at the target on a way from the source through the customer's own steps."""
    reached = {source, *_reached(journey, source)}
    return tuple(
        link.id
        for link in journey.links.values()
        if link.target == target and link.source in reached and link.kind in ROAD
    )


def _reached(journey: Journey, source: Id) -> set[Id]:
    seen: set[Id] = {source}
    waiting = [source]
    while waiting:
        step = waiting.pop()
        for link in journey.links.values():
            leads_on = link.source == step and link.target not in seen and link.kind in ROAD
            if leads_on and _of_customer(journey, link.target):
                seen.add(link.target)
                waiting.append(link.target)
    return seen


def _walk(journey: Journey, source: Id, target: Id, *, any_lane: bool) -> tuple[Id, ...]:
    came: dict[Id, Id] = {}
    seen, waiting = {source}, deque([source])
    while waiting:
        step = waiting.popleft()
        for link in sorted(journey.links.values(), key=lambda one: one.id):
            if link.source != step or link.target in seen or link.kind not in ROAD:
                continue
            came[link.target] = link.id
            if link.target == target:
                return _back(journey, came, source, target)
            if any_lane or _of_customer(journey, link.target):
                seen.add(link.target)
                waiting.append(link.target)
    return ()


def _back(journey: Journey, came: dict[Id, Id], source: Id, target: Id) -> tuple[Id, ...]:
    links: list[Id] = []
    step = target
    while step != source:
        links.append(came[step])
        step = journey.links[came[step]].source
    return tuple(reversed(links))


def _of_customer(journey: Journey, step: Id) -> bool:
    record = journey.steps.get(step)
    lane = journey.lanes.get(record.lane) if record else None
    return lane is not None and is_customer_lane(lane)
