"""How a journey is read: lanes from the top, columns from the left, every step in its stage."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Lane, Record, Stage, Step, Votes

CUSTOMER_KINDS = frozenset({"customer", "customers_customer"})


def is_customer_lane(lane: Lane) -> bool:
    """Whether the lane is the customer's own road (or the customer's customer's)."""
    return lane.kind in CUSTOMER_KINDS


def lanes_in_order(journey: Journey) -> tuple[Lane, ...]:
    """Lanes from the top: customers first, whatever their order says, then by order and id."""

    def place(lane: Lane) -> tuple[bool, float, Id]:
        return (not is_customer_lane(lane), *_placed(lane))

    return tuple(sorted(journey.lanes.values(), key=place))


def stages_in_order(journey: Journey) -> tuple[Stage, ...]:
    """Stages from the left."""
    return tuple(sorted(journey.stages.values(), key=_placed))


def _placed(record: Lane | Stage | Step) -> tuple[float, Id]:
    return (record.order or 0, record.id)


def column_of(step: Step) -> float:
    """The step's moment as written; absent reads as 0."""
    return step.column or 0


def column_ranks(journey: Journey) -> Mapping[float, int]:
    """Every column in use → its place from the left, 0 first: layout uses only the ranks."""
    columns = sorted({column_of(step) for step in journey.steps.values()})
    return {column: rank for rank, column in enumerate(columns)}


def steps_in_order(journey: Journey) -> tuple[Step, ...]:
    """Steps as people read the map: column by column, in a column from the top lane down."""
    row = {lane.id: place for place, lane in enumerate(lanes_in_order(journey))}

    def place(step: Step) -> tuple[float, int, float, Id]:
        return (column_of(step), row.get(step.lane, len(row)), *_placed(step))

    return tuple(sorted(journey.steps.values(), key=place))


def stage_of_steps(journey: Journey) -> Mapping[Id, Id]:
    """Step → stage; an unstaged step belongs to the stage of the step before, if there is one."""
    found: dict[Id, Id] = {}
    current: Id | None = None
    for step in steps_in_order(journey):
        current = step.stage if step.stage in journey.stages else current
        if current is not None:
            found[step.id] = current
    return found


def majority(votes: Votes | None) -> bool | None:
    """More than half said yes; None when nobody voted or the votes cannot be (METHOD 2)."""
    if votes is None or votes.yes is None or not votes.of:
        return None
    return 2 * votes.yes > votes.of if 0 <= votes.yes <= votes.of else None


def is_critical(step: Step) -> bool:
    """Critical by the tick or by the votes (METHOD 4)."""
    return bool(step.critical) or bool(majority(step.critical_votes))


def name_of(record: Record | None) -> str:
    """The words people know a record by; empty when it has none."""
    for attribute in ("title", "name", "text", "question", "quote"):
        words = getattr(record, attribute, None)
        if words:
            return str(words)
    return ""
