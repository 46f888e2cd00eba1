"""Verb for lanes from elsewhere: a kept set comes into the map, what is there already stays."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from journeymap.edit.document import Document
from journeymap.edit.lanes import renumber_lanes
from journeymap.edit.verbs.lanes import lane_called
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.reading import is_customer_lane, lanes_in_order
from journeymap.model.records import Lane


def insert_lanes(document: Document, lanes: Iterable[Lane]) -> tuple[Id, ...]:
    """Add lanes below those of the map, with all that is said of them; the ids of those that came.

    One whose name a lane of the map has is passed over, and so is a customer's lane where the map
    has one: the road on top is already there.
    """
    has_customer = any(map(is_customer_lane, document.present.lanes.values()))
    with document.edit(N_("Insert lanes")) as draft:
        came: list[Id] = []
        for lane in lanes:
            if lane_called(draft.journey, lane.name) is None and not (
                has_customer and is_customer_lane(lane)
            ):
                came.append(draft.add(msgspec.structs.replace(lane, id=Id(""), order=None)))
        there = [lane for lane in lanes_in_order(draft.journey) if lane.id not in came]
        renumber_lanes(draft, [*there, *(draft.need(id, Lane) for id in came)])
    return tuple(came)


def take_facts(document: Document, lanes: Iterable[Lane]) -> None:
    """Lanes of the map that a kept set names get the kind, unit and other facts they have there.

    A customer's lane stays what it is: which one that is, the map says.
    """
    with document.edit(N_("Insert lanes")) as draft:
        for lane in lanes:
            id = lane_called(draft.journey, lane.name)
            if id is not None and not (is_customer_lane(lane) or is_customer_lane(draft.need(id, Lane))):
                facts = {name: getattr(lane, name) for name in FACTS if getattr(lane, name) is not None}
                draft.set(id, **facts)


FACTS = ("kind", "unit", "accountable", "process", "shown_as", "owner", "hours", "measured_on")
"""What a kept set says of a lane besides its name."""
