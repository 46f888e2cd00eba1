"""Where a new step goes: its lane, its moment, and the link it comes in between."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.edit import columns
from journeymap.edit.roads import onward
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of, lanes_in_order, last_stage, stage_of_step
from journeymap.model.records import Link, Step


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a new step; `link` is the one it comes in between, if any."""

    lane: Id | None
    column: Number
    order: Number | None
    stage: Id | None
    link: Link | None = None


def place_for(
    journey: Journey,
    *,
    lane: Id | None = None,
    after: Id | None = None,
    branch: bool = False,
    column: Number | None = None,
    into: Link | None = None,
) -> Place:
    """Where a new step goes.

    After a step with a road onwards it comes in between, unless it is a branch; otherwise it stands
    in the next moment, which it shares with what already happens then. Without `after` it comes last.
    `into` names the link it shall come in between, by default the main road.
    """
    before = journey.steps.get(after) if after is not None else None
    road = into or _road(journey, before, branch)
    lane = lane or (before.lane if before is not None else _first_lane(journey))
    if column is None:
        column = _column(journey, lane, before, road)
    stage = stage_at(journey, column, before)
    return Place(lane, column, order_in(journey, lane, column), stage, road)


def column_for(
    journey: Journey,
    lane: Id | None,
    after: Id | None = None,
    *,
    branch: bool = False,
    into: Link | None = None,
) -> Number:
    """The moment of `place_for` alone: what a ghost needs at every letter."""
    before = journey.steps.get(after) if after is not None else None
    return _column(journey, lane, before, into or _road(journey, before, branch))


def _road(journey: Journey, before: Step | None, branch: bool) -> Link | None:
    """The main road onwards, which a new step comes in between; a branch leaves it alone."""
    roads = onward(journey, before.id) if before is not None and not branch else ()
    return roads[0] if roads else None


def stage_at(journey: Journey, column: Number, before: Step | None = None) -> Id | None:
    """The stage of the step before; without one that of the last staged step up to the column."""
    if before is not None:
        return stage_of_step(journey, before)
    return last_stage(journey, lambda step: column_of(step) <= column)


def order_in(journey: Journey, lane: Id | None, column: float) -> Number | None:
    """The order number that puts a step last in its cell; None in an empty cell."""
    in_lane = [step for step in journey.steps.values() if step.lane == lane]
    cell = [step.order or 0 for step in in_lane if column_of(step) == column]
    return columns.tidy(max(cell) + 1) if cell else None


def behind_column(journey: Journey, step: Step, lane: Id) -> Number:
    """The moment of somebody who delivers to the step: the same, in the same lane the one before."""
    used = columns.in_use(journey)
    return columns.before(used, column_of(step)) if lane == step.lane else columns.tidy(column_of(step))


def _column(journey: Journey, lane: Id | None, before: Step | None, road: Link | None) -> Number:
    used = columns.in_use(journey)
    if before is None:
        return columns.next_whole(used[-1]) if used else 1
    here = column_of(before)
    if road is None:
        return columns.following(used, here)
    following = columns.following(used, here)
    free = order_in(journey, lane, following) is None
    target = journey.steps[road.target]
    return following if free and following < column_of(target) else columns.beside(used, here)


def _first_lane(journey: Journey) -> Id | None:
    lanes = lanes_in_order(journey)
    return lanes[0].id if lanes else None
