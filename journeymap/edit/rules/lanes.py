"""What may happen to lanes, and who may own a friction."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.edit.message import NP_, Message
from journeymap.edit.rules.verdict import YES, Verdict, no
from journeymap.edit.texts import folded
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane, lanes_in_order

_GONE = N_("This lane is no longer on the map.")


def may_move_lane(journey: Journey, lane: Id, place: int) -> Verdict:
    """Whether the lane may become the place-th from the top (0 first); its own place says nothing."""
    if lane not in journey.lanes:
        return no(_GONE)
    order = [each.id for each in lanes_in_order(journey)]
    customers = sum(is_customer_lane(each) for each in journey.lanes.values())
    place = max(0, min(place, len(order) - 1))
    if place == order.index(lane):
        return no()
    if is_customer_lane(journey.lanes[lane]) != (place < customers):
        return no(N_("The customer's lane always stays on top."))
    return YES


def may_delete_lane(journey: Journey, lane: Id) -> Verdict:
    """Yes without further question; a lane with steps asks where they shall go (LINE 3)."""
    if lane not in journey.lanes:
        return no(_GONE)
    steps = sum(step.lane == lane for step in journey.steps.values())
    if not steps:
        return YES
    forms = NP_(
        "{lane} has {n} step. Move it to another lane or delete all.",
        "{lane} has {n} steps. Move them to another lane or delete all.",
    )
    return Verdict(False, Message.counted(forms, steps, lane=journey.lanes[lane].name))


def may_merge_lanes(journey: Journey, into: Id, other: Id) -> Verdict:
    """Whether two lanes may become one."""
    if into not in journey.lanes or other not in journey.lanes:
        return no(_GONE)
    if into == other:
        return no()
    if is_customer_lane(journey.lanes[into]) != is_customer_lane(journey.lanes[other]):
        return no(N_("The customer and those the customer meets cannot share a lane."))
    return YES


def may_split_lane(journey: Journey, lane: Id, steps: Sequence[Id]) -> Verdict:
    """Whether these steps may leave the lane for a new one: some of its own, but not all."""
    if lane not in journey.lanes:
        return no(_GONE)
    own = {step.id for step in journey.steps.values() if step.lane == lane}
    if not steps or not own.issuperset(steps):
        return no(N_("Choose the steps of this lane that shall have a lane of their own."))
    if own == set(steps):
        return no(N_("At least one step stays in the lane."))
    return YES


def may_own(journey: Journey, owner: str | None) -> Verdict:
    """Whether this role may own a friction: never a supplier (CLAIMS S0.10)."""
    said = folded(owner or "")
    for lane in lanes_in_order(journey):
        if lane.kind == "supplier" and said and said in (folded(lane.name), folded(lane.unit or "")):
            sentence = N_("A supplier cannot own a friction. Who of yours answers for {supplier}?")
            return no(sentence, supplier=lane.name)
    return YES
