"""How a journey is read: lanes from the top, columns from the left, every step in its stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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
    return tuple(sorted(journey.steps.values(), key=_reading_place(journey)))


def _reading_place(journey: Journey) -> Callable[[Step], tuple[float, int, float, Id]]:
    row = {lane.id: place for place, lane in enumerate(lanes_in_order(journey))}
    last = len(row)

    def place(step: Step) -> tuple[float, int, float, Id]:
        return (step.column or 0, row.get(step.lane, last), step.order or 0, step.id)

    return place


def stage_of_steps(journey: Journey, ordered: Sequence[Step] | None = None) -> Mapping[Id, Id]:
    """Step → stage; an unstaged step belongs to the stage of the step before, if there is one.

    `ordered` are the steps in reading order, where somebody has them already.
    """
    found: dict[Id, Id] = {}
    current: Id | None = None
    stages = journey.stages
    for step in steps_in_order(journey) if ordered is None else ordered:
        current = step.stage if step.stage in stages else current
        if current is not None:
            found[step.id] = current
    return found


def stage_of_step(journey: Journey, step: Step) -> Id | None:
    """The stage of one step, as `stage_of_steps` has it: without putting all steps in order."""
    if step.stage in journey.stages:
        return step.stage
    place = _reading_place(journey)
    here = place(step)
    return last_stage(journey, lambda one: place(one) < here)


def last_stage(journey: Journey, before: Callable[[Step], bool]) -> Id | None:
    """The stage that goes on behind these steps: that of the last of them which has one."""
    stages, place = journey.stages, _reading_place(journey)
    staged = (step for step in journey.steps.values() if step.stage in stages and before(step))
    last = max(staged, key=place, default=None)
    return last.stage if last is not None else None


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
