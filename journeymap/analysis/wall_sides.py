"""Whose part a wall is: its sides, its owner, and how it is divided between them (FEATURES 35)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymap.analysis.findings import WallFinding
from journeymap.analysis.graph import unit_path
from journeymap.model.ids import Id
from journeymap.model.journey import Journey


def wall_parts(journey: Journey, wall: WallFinding) -> Mapping[Id, float]:
    """Lane → its part of the wall: whole for a side that owns it, else equal parts; they sum to 1."""
    lanes = lanes_of_wall(journey, wall)
    owner = owner_of_wall(journey, wall).casefold()
    owning = [lane for lane in lanes if owner and owner in _called(journey, lane)]
    sharing = owning[:1] or lanes
    return {lane: 1 / len(sharing) for lane in sharing}


def owner_of_wall(journey: Journey, wall: WallFinding) -> str:
    """The owner on the wall's card; empty where none is named."""
    record = journey.walls.get(wall.record) if wall.record else None
    return ((record.owner if record else None) or "").strip()


def lanes_of_wall(journey: Journey, wall: WallFinding) -> list[Id]:
    """The lanes on the sides of the wall, each once: giver and receiver, or those of a round.

    A step that has gone since the wall was found has no lane any more.
    """
    ends: Iterable[Id | None] = wall.sides or (wall.source, wall.target)
    steps = [journey.steps[step] for step in ends if step is not None and step in journey.steps]
    return list(dict.fromkeys(step.lane for step in steps))


def _called(journey: Journey, lane: Id) -> set[str]:
    """The names by which an owner may point at a lane, case-blind."""
    record = journey.lanes[lane]
    path = unit_path(record.unit)
    names = [record.name, record.owner, "/".join(path), path[-1] if path else None]
    return {name.strip().casefold() for name in names if name and name.strip()}
