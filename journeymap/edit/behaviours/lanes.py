"""Consequences of what happens to lanes."""

from __future__ import annotations

from journeymap.edit.draft import Draft
from journeymap.edit.lanes import default_unit, renumber_lanes
from journeymap.model.reading import is_customer_lane, lanes_in_order
from journeymap.model.records import Lane, Step


def remove_steps_of_removed_lanes(draft: Draft) -> None:
    """A lane takes its steps with it; who wants to keep them moves them first."""
    if draft.removed(Lane):
        for step in list(draft.of(Step).values()):
            if step.lane not in draft.of(Lane):
                draft.remove(step.id)


def let_default_units_follow(draft: Draft) -> None:
    """A unit that nobody ever typed follows the name it was made of (METHOD 6)."""
    new_head = draft.head.organisation != draft.before.head.organisation
    for lane in list(draft.of(Lane).values()):
        before = draft.before.lanes.get(lane.id)
        if before is None or lane.unit != before.unit or not (new_head or lane != before):
            continue
        if before.unit and before.unit == default_unit(draft.before.head, before.name, before.kind):
            draft.set(lane.id, unit=default_unit(draft.head, lane.name, lane.kind))


def keep_customers_on_top(draft: Draft) -> None:
    """Customer lanes stand first in the written order too, as everyone reads the map."""
    if any(True for _ in draft.changed(Lane)):
        lanes = lanes_in_order(draft.journey)
        orders = [lane.order or 0 for lane in lanes]
        customers = sum(is_customer_lane(lane) for lane in lanes)
        if customers and orders[customers:] and max(orders[:customers]) >= min(orders[customers:]):
            renumber_lanes(draft, lanes)
