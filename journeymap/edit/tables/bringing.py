"""Puts what a table tells into a draft: lanes and stages found or made, steps, links, what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from journeymap.edit import columns
from journeymap.edit.draft import Draft
from journeymap.edit.lanes import default_unit, renumber_lanes
from journeymap.edit.moving import spread
from journeymap.edit.naming import customer_lane_name
from journeymap.edit.tables.hanging import Hanging
from journeymap.edit.tables.moments import moments, stage_places
from journeymap.edit.tables.people import kind_by_name
from journeymap.edit.tables.told import Told, ToldLane, ToldStage, ToldStep
from journeymap.edit.texts import folded
from journeymap.model.ids import Id
from journeymap.model.quantity import Number
from journeymap.model.reading import (
    column_of,
    is_customer_lane,
    lanes_in_order,
    stage_of_steps,
    stages_in_order,
)
from journeymap.model.records import Lane, LaneKind, Link, Note, Stage, Step


class Bringing:
    """One table on its way into one map."""

    def __init__(self, draft: Draft, told: Told) -> None:
        self._draft, self._told = draft, told
        self._lanes: dict[str, Id] = {}
        self._stages: dict[str, Id] = {}
        self._steps: list[Id] = []
        self._hanging = Hanging(draft, as_written=told.keeps_ids)

    def run(self) -> tuple[Id, ...]:
        """Bring everything in; the steps' ids in the table's order."""
        lanes = self._lanes_of_steps()
        stages = self._stages_of_steps()
        places = self._columns(stages)
        orders = self._orders(lanes, places)
        for step, lane, stage, column, order in zip(
            self._told.steps, lanes, stages, places, orders, strict=True
        ):
            self._steps.append(self._step(step, lane, stage, column, order))
        self._link()
        for step, id in zip(self._told.steps, self._steps, strict=True):
            self._hanging.hang(id, step)
        for text in self._told.notes:
            self._draft.add(Note(text=text))
        return tuple(self._steps)

    # -- lanes ------------------------------------------------------------------------------------

    def _lanes_of_steps(self) -> list[Id]:
        """The lane of each step; a row that names none goes on in the lane of the row before."""
        named = {step.lane.key for step in self._told.steps}
        for lane in lanes_in_order(self._draft.journey):
            self._lanes.setdefault(folded(lane.name), lane.id)
        found: list[Id] = []
        for step in self._told.steps:
            if not step.lane.name:
                goes_on = found and step.lane.kind is None
                found.append(found[-1] if goes_on else self._customer_lane())
            else:
                found.append(self._lane(step.lane))
        if named and any(id not in self._draft.before.lanes for id in found) and not self._told.keeps_ids:
            self._put_in_order()
        return found

    def _put_in_order(self) -> None:
        lanes = [*lanes_in_order(self._draft.before), *self._new_lanes()]
        renumber_lanes(self._draft, sorted(lanes, key=lambda lane: not is_customer_lane(lane)))

    def _new_lanes(self) -> list[Lane]:
        before = self._draft.before.lanes
        return [lane for id, lane in self._draft.of(Lane).items() if id not in before]

    def _customer_lane(self) -> Id:
        for lane in lanes_in_order(self._draft.journey):
            if is_customer_lane(lane):
                return lane.id
        name = customer_lane_name(self._draft.head)
        return self._lane(ToldLane(name, "customer"))

    def _lane(self, told: ToldLane) -> Id:
        """The lane with this id or name, made where there is none."""
        known = self._lanes.get(told.key) or (Id(told.id) if Id(told.id) in self._draft.of(Lane) else None)
        if known is None:
            known = self._new_lane(told)
        elif told.kind == "supplier" and self._draft.of(Lane)[known].kind == "department":
            self._draft.set(known, kind="supplier")
        self._lanes[told.key] = known
        return known

    def _new_lane(self, told: ToldLane) -> Id:
        kind: LaneKind = told.kind or kind_by_name(told.name)
        unit = told.unit or (
            None if self._told.keeps_ids else default_unit(self._draft.head, told.name, kind)
        )
        lane = Lane(
            name=told.name, kind=kind, unit=unit, accountable=told.accountable or None, order=told.order
        )
        return self._add(lane, told.id)

    # -- stages and moments -----------------------------------------------------------------------

    def _stages_of_steps(self) -> list[Id | None]:
        for stage in stages_in_order(self._draft.journey):
            self._stages.setdefault(folded(stage.name), stage.id)
        return [self._stage(step.stage) if step.stage.name else None for step in self._told.steps]

    def _stage(self, told: ToldStage) -> Id:
        known = self._stages.get(told.key) or (Id(told.id) if Id(told.id) in self._draft.of(Stage) else None)
        if known is None:
            orders = [stage.order or 0 for stage in self._draft.of(Stage).values()]
            last = columns.tidy(max(orders, default=0) + 1)
            order = told.order if self._told.keeps_ids else last
            known = self._add(Stage(name=told.name, order=order), told.id)
        self._stages[told.key] = known
        return known

    def _columns(self, stages: Sequence[Id | None]) -> Sequence[Number | None]:
        """The moment of each step: as written by this program, else behind what the map has of its stage."""
        steps = self._told.steps
        if self._told.keeps_ids:
            return [step.column for step in steps]
        when, rank = moments(self._told), stage_places(steps)
        of_place = {place: stage for stage, place in zip(stages, rank, strict=True) if stage is not None}
        new: dict[int, Number] = {}
        for place, chosen in _blocks(rank, when).items():
            new |= self._block(chosen, of_place.get(place), new.values())
        return [new[moment] for moment in when]

    def _block(
        self, chosen: Sequence[int], stage: Id | None, taken: Iterable[Number]
    ) -> Mapping[int, Number]:
        """Moments for one stage's steps: in the gap behind that stage, else behind everything."""
        used = sorted({*columns.in_use(self._draft.before), *taken})
        held = stage_of_steps(self._draft.before) if stage in self._draft.before.stages else {}
        own = [column_of(self._draft.before.steps[id]) for id, stage_id in held.items() if stage_id == stage]
        after = max(own) if own else used[-1] if used else 1
        spread_out = spread([float(moment) for moment in chosen], used, after)
        return {int(moment): column for moment, column in spread_out.items()}

    def _orders(self, lanes: Sequence[Id], places: Sequence[Number | None]) -> list[Number | None]:
        """Steps that share lane and moment stand in the table's order; a lone one needs no number."""
        if self._told.keeps_ids:
            return [step.order for step in self._told.steps]
        cells: dict[tuple[Id, Number | None], int] = {}
        for cell in zip(lanes, places, strict=True):
            cells[cell] = cells.get(cell, 0) + 1
        seen: dict[tuple[Id, Number | None], int] = {}
        orders: list[Number | None] = []
        for cell in zip(lanes, places, strict=True):
            seen[cell] = seen.get(cell, 0) + 1
            orders.append(seen[cell] if cells[cell] > 1 else None)
        return orders

    # -- steps and links --------------------------------------------------------------------------

    def _step(self, told: ToldStep, lane: Id, stage: Id | None, column: Any, order: Any) -> Id:
        fields = {**told.fields, "lane": lane, "stage": stage, "column": column, "order": order}
        if self._told.keeps_ids and Id(told.id) in self._draft.of(Step):
            self._draft.set(Id(told.id), title=told.title, **fields)
            return Id(told.id)
        return self._add(Step(title=told.title, **fields), told.id)

    def _add(self, record: Lane | Stage | Step, id: str) -> Id:
        """Under the id the table gives, where it is one of ours and free; else under a fresh one."""
        if not id or not self._told.keeps_ids or self._draft.get(Id(id)) is not None:
            return self._draft.add(record)
        self._draft.put(type(record)(**{**_fields(record), "id": Id(id)}))
        return Id(id)

    def _link(self) -> None:
        """As the table says; without a word about it each step follows the one before."""
        links = self._draft.of(Link).values()
        there: set[tuple[Id, Id, str]] = {(link.source, link.target, link.kind or "flow") for link in links}
        for source, target, fields in self._wanted():
            key = (source, target, fields.get("kind") or "flow")
            if source != target and key not in there:
                there.add(key)
                self._draft.add(Link(source=source, target=target, **{"kind": "flow", **fields}))

    def _wanted(self) -> Iterable[tuple[Id, Id, Mapping[str, Any]]]:
        if self._told.linked or self._told.keeps_ids:
            return [
                (self._steps[link.source], self._steps[link.target], link.fields) for link in self._told.links
            ]
        return [(one, other, {}) for one, other in pairwise(self._steps)]


def _fields(record: Lane | Stage | Step) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _blocks(stages: Sequence[int], when: Sequence[int]) -> dict[int, list[int]]:
    """The moments of each stage in turn."""
    found: dict[int, set[int]] = {}
    for stage, moment in sorted(zip(stages, when, strict=True)):
        found.setdefault(stage, set()).add(moment)
    return {stage: sorted(own) for stage, own in found.items()}
