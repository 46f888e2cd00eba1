"""Where the step being written will land: asked of the same rules that will place it."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.edit.line import WITH_LANE, LineReading
from journeymap.edit.line_writer import WritingPosition
from journeymap.edit.placing import behind_column, column_for
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Number


@dataclass(frozen=True, slots=True)
class Ghost:
    """A step that is not there yet. `lane` None: in a lane called `new_lane`, below all others."""

    lane: Id | None
    column: Number
    title: str
    new_lane: str = ""


def ghost_of(
    journey: Journey,
    reading: LineReading,
    position: WritingPosition,
    lane: Id | None,
    *,
    branch: bool = False,
) -> Ghost | None:
    """The ghost of a line; `lane` is the one that holds where the line names none. None: no step comes."""
    if reading.new_lane:
        named = None
    elif reading.lane is not None:
        named = next((one.id for one in journey.lanes.values() if one.name == reading.lane), None)
    else:
        named = lane
    makes_lane = reading.new_lane and (reading.kind in WITH_LANE or reading.kind == "lane")
    if not makes_lane and (reading.kind not in WITH_LANE or not reading.text or named is None):
        return None
    column = _column(journey, reading, position, named, branch)
    return Ghost(named, column, reading.text, (reading.lane or "") if reading.new_lane else "")


def _column(
    journey: Journey, reading: LineReading, position: WritingPosition, lane: Id | None, branch: bool
) -> Number:
    front = journey.steps.get(position.road) if position.road is not None else None
    if reading.kind == "behind" and front is not None:
        return behind_column(journey, front, lane or Id(""))
    if reading.kind == "step" and position.column is not None:
        return position.column
    link = journey.links.get(Id(position.about or "")) if reading.kind == "step" and not branch else None
    if link is not None:
        return column_for(journey, lane, link.source, into=link)
    return column_for(journey, lane, position.road, branch=branch or reading.kind == "sent_on")
