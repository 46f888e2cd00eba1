"""Going about the map by keyboard: the nearest step, along the road, along a lane (LINE 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from journeymap.canvas.extent import union
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import steps_in_order
from journeymap.model.records import Link
from journeymap.picture.prims import Box

Direction = Literal["left", "right", "up", "down"]
_AXES: Mapping[Direction, tuple[float, float]] = {
    "left": (-1.0, 0.0),
    "right": (1.0, 0.0),
    "up": (0.0, -1.0),
    "down": (0.0, 1.0),
}
ROAD_KINDS = frozenset({None, "flow", "refer"})
"""Links that somebody travels: a link without a kind is flow (FORMAT 4)."""


def centre(box: Box) -> tuple[float, float]:
    """The middle of a box."""
    return box.x + box.w / 2, box.y + box.h / 2


def nearest(boxes: Mapping[Id, Box], start: Box, towards: Direction) -> Id | None:
    """The step that lies next in a direction: what is straight ahead beats what is near but aside."""
    ahead_x, ahead_y = _AXES[towards]
    x, y = centre(start)
    best: tuple[float, Id] | None = None
    for id, box in boxes.items():
        dx, dy = centre(box)[0] - x, centre(box)[1] - y
        ahead, aside = dx * ahead_x + dy * ahead_y, abs(dx * ahead_y) + abs(dy * ahead_x)
        if ahead <= 1.0 or aside > 2.5 * ahead:
            continue
        effort = ahead + 2.0 * aside
        if best is None or (effort, id) < best:
            best = (effort, id)
    return None if best is None else best[1]


def between(boxes: Mapping[Id, Box], one: Id, other: Id) -> list[Id]:
    """Steps inside the rectangle that two of them span, as a spreadsheet selects."""
    if one not in boxes or other not in boxes:
        return []
    field = union([boxes[one], boxes[other]])
    return [id for id, box in boxes.items() if field.meets(Box(*centre(box), 0.0, 0.0))]


def along_road(journey: Journey, step: Id, onward: bool) -> Id | None:
    """The step before or after on the road; of several the one most people take, then the first said."""
    ways = [link for link in journey.links.values() if _travelled(link, step, onward)]
    ways.sort(key=lambda link: (link.kind == "refer", -(link.share if link.share is not None else 0.5)))
    for link in ways:
        end = link.target if onward else link.source
        if end in journey.steps:
            return end
    return None


def _travelled(link: Link, step: Id, onward: bool) -> bool:
    return link.kind in ROAD_KINDS and (link.source if onward else link.target) == step


def end_of_lane(journey: Journey, step: Id | None, last: bool) -> Id | None:
    """The first or last step in the lane of a step; without one, of the journey."""
    record = journey.steps.get(step) if step is not None else None
    lane = None if record is None else record.lane
    return end_of_journey(journey, last, lane)


def end_of_journey(journey: Journey, last: bool, lane: Id | None = None) -> Id | None:
    """The first or last step, of one lane or of the whole journey."""
    steps = [step.id for step in steps_in_order(journey) if lane is None or step.lane == lane]
    return None if not steps else steps[-1 if last else 0]


def parts_of_step(journey: Journey, step: Id, shown: Iterable[str]) -> list[Id]:
    """What Tab visits of a step: its frictions, then walls, then links, as far as they are shown."""
    there = list(shown)
    frictions = [id for id in there if (f := journey.frictions.get(Id(id))) and f.at == step]
    links = [id for id in there if (k := journey.links.get(Id(id))) and step in (k.source, k.target)]
    walls = [id for id in there if step in steps_of_wall(journey, id)]
    return [Id(id) for id in (*frictions, *walls, *links)]


def steps_of_wall(journey: Journey, about: str) -> Sequence[Id]:
    """The steps a wall stands between, read from its key (FORMAT 5) or its record."""
    if about in journey.steps or about in journey.links or about in journey.frictions:
        return ()
    record = journey.walls.get(Id(about))
    key = about if record is None else record.key
    return [Id(part) for part in re.split(r"[:+]", key) if part in journey.steps]
