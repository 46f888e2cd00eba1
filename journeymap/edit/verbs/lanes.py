"""Verbs for lanes: who takes part, in which order."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.edit.document import Document
from journeymap.edit.lanes import default_unit, renumber_lanes
from journeymap.edit.rules import may_merge_lanes, may_move_lane, may_name, may_split_lane
from journeymap.edit.texts import folded, one_line
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane, lanes_in_order
from journeymap.model.records import Lane, LaneKind, Note, Step, Wall


def add_lane(document: Document, name: str, kind: LaneKind = "department", *, below: Id | None = None) -> Id:
    """Add a lane below another one, at the bottom by default; its unit is the default one (METHOD 6)."""
    may_name(name).demand()
    name = one_line(name)
    with document.edit(N_("Add lane")) as draft:
        lanes = list(lanes_in_order(draft.journey))
        lane = Lane(name=name, kind=kind, unit=default_unit(draft.head, name, kind))
        id = draft.add(lane)
        place = [each.id for each in lanes].index(below) + 1 if below is not None else len(lanes)
        lanes.insert(place, draft.of(Lane)[id])
        renumber_lanes(draft, sorted(lanes, key=lambda each: not is_customer_lane(each)))
    return id


def move_lane(document: Document, lane: Id, place: int) -> None:
    """Let the lane become the place-th from the top (0 first); its steps go with it."""
    may_move_lane(document.present, lane, place).demand()
    with document.edit(N_("Move lane")) as draft:
        lanes = [each for each in lanes_in_order(draft.journey) if each.id != lane]
        lanes.insert(max(0, place), draft.of(Lane)[lane])
        renumber_lanes(draft, lanes)


def set_lane_kind(document: Document, lane: Id, kind: LaneKind) -> None:
    """Say what the lane is: customer, department, supplier or system."""
    with document.edit(N_("Change kind of lane")) as draft:
        record = draft.of(Lane)[lane]
        draft.set(lane, kind=kind)
        if not record.unit:
            draft.set(lane, unit=default_unit(draft.head, record.name, kind))


def delete_lane(document: Document, lane: Id, move_steps_to: Id | None = None) -> None:
    """Delete the lane; its steps move to another lane if one is given, else they go with it."""
    with document.edit(N_("Delete lane")) as draft:
        if move_steps_to is not None:
            for step in list(draft.of(Step).values()):
                if step.lane == lane:
                    draft.set(step.id, lane=draft.need(move_steps_to, Lane).id)
        draft.remove(lane)


def merge_lanes(document: Document, into: Id, other: Id) -> None:
    """Make one lane of two: steps, notes and views of the other go over, what `into` says stands."""
    may_merge_lanes(document.present, into, other).demand()
    with document.edit(N_("Merge lanes")) as draft:
        records: list[Step | Note] = [*draft.of(Step).values(), *draft.of(Note).values()]
        for record in records:
            if record.lane == other:
                draft.set(record.id, lane=into)
        for wall in list(draft.of(Wall).values()):
            if wall.views and other in wall.views and into not in wall.views:
                draft.set(wall.id, views={**wall.views, into: wall.views[other]})
        draft.remove(other)


def split_lane(document: Document, lane: Id, steps: Sequence[Id], name: str) -> Id:
    """Give some steps of a lane a lane of their own below it, of the same kind."""
    may_split_lane(document.present, lane, steps).demand()
    with document.edit(N_("Split lane")) as draft:
        id = add_lane(document, name, draft.of(Lane)[lane].kind, below=lane)
        for step in steps:
            draft.set(step, lane=id)
    return id


def lane_named(document: Document, name: str, supplier: bool = False) -> Id:
    """The lane of this name, made if there is none; said to be a supplier's, a department becomes one."""
    found = lane_called(document.present, name)
    with document.edit(N_("Add lane")):
        if found is None:
            return add_lane(document, name, "supplier" if supplier else "department")
        if supplier and document.present.lanes[found].kind == "department":
            set_lane_kind(document, found, "supplier")
    return found


def lane_called(journey: Journey, name: str) -> Id | None:
    """The topmost lane of this name, case-blind."""
    said = folded(one_line(name))
    return next((lane.id for lane in lanes_in_order(journey) if folded(lane.name) == said), None)
