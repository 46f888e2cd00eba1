"""Verbs for stages and moments: the order of time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from journeymap.edit import columns
from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.rules import may_close_column, may_name, may_open_column
from journeymap.edit.texts import folded, one_line
from journeymap.edit.verbs.staging import begin_stage
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of, stage_of_steps, stages_in_order
from journeymap.model.records import Note, Stage, Step


def add_stage(
    document: Document,
    name: str,
    *,
    after: Id | None = None,
    first: bool = False,
    first_step: Id | None = None,
) -> Id:
    """Add a stage after another one, as the first, or last; it begins with `first_step` if that is given.

    With a first step alone it follows the stage in which that step stood.
    """
    may_name(name).demand()
    with document.edit(N_("Add stage")) as draft:
        if after is None and first_step is not None:
            after = stage_of_steps(draft.journey).get(first_step)
            first = after is None
        order = [stage.id for stage in stages_in_order(draft.journey)]
        id = draft.add(Stage(name=name))
        order.insert(order.index(after) + 1 if after is not None else 0 if first else len(order), id)
        _renumber(draft, order)
        if first_step is not None:
            begin_stage(draft, id, first_step)
    return id


def begin_stage_with(document: Document, stage: Id, step: Id) -> None:
    """A stage that is there begins with this step; what stood in an earlier one from here on follows."""
    with document.edit(N_("Begin stage")) as draft:
        begin_stage(draft, draft.need(stage, Stage).id, draft.need(step, Step).id)


def move_stage(document: Document, stage: Id, place: int) -> None:
    """Let the stage become the place-th from the left (0 first); its steps go with it in time."""
    with document.edit(N_("Move stage")) as draft:
        order = [each.id for each in stages_in_order(draft.journey) if each.id != draft.need(stage, Stage).id]
        order.insert(max(0, place), stage)
        if order == [each.id for each in stages_in_order(draft.journey)]:
            return
        held = stage_of_steps(draft.journey)
        new = _block_columns(draft.journey, order, held)
        _move_notes(draft, new)
        for id, column in new.items():
            draft.set(id, column=column, stage=held.get(id))
        _renumber(draft, order)


def delete_stage(document: Document, stage: Id) -> None:
    """Delete the stage; its steps stay and belong to the stage before."""
    with document.edit(N_("Delete stage")) as draft:
        draft.remove(stage)


def open_column(document: Document, ids: Sequence[Id]) -> None:
    """Give these steps a moment of their own, right after those they share it with."""
    may_open_column(document.present, ids).demand()
    with document.edit(N_("Open column")) as draft:
        used = columns.in_use(draft.journey)
        chosen = {column_of(draft.of(Step)[id]) for id in ids}
        new = {column: columns.beside(used, column) for column in chosen}
        for id in ids:
            draft.set(id, column=new[column_of(draft.of(Step)[id])], order=None)


def close_column(document: Document, column: float) -> None:
    """Let the steps of a column happen at the moment before."""
    may_close_column(document.present, column).demand()
    with document.edit(N_("Close column")) as draft:
        earlier = columns.preceding(columns.in_use(draft.journey), column)
        for step in list(draft.of(Step).values()):
            if column_of(step) == column:
                draft.set(step.id, column=earlier)


def _renumber(draft: Draft, order: Sequence[Id]) -> None:
    for place, id in enumerate(order, start=1):
        draft.set(id, order=place)


def _block_columns(journey: Journey, order: Sequence[Id], held: Mapping[Id, Id]) -> dict[Id, Number]:
    """Whole columns from 1: first what has no stage, then the steps of each stage in the new order."""
    new: dict[Id, Number] = {}
    last = 0
    for stage in (None, *order):
        steps = [step for step in journey.steps.values() if held.get(step.id) == stage]
        own = sorted({column_of(step) for step in steps})
        new |= {step.id: last + 1 + own.index(column_of(step)) for step in steps}
        last += len(own)
    return new


def _move_notes(draft: Draft, new: Mapping[Id, Number]) -> None:
    """Notes stay beside the steps they stood beside."""
    old = sorted((column_of(step), id) for id, step in draft.of(Step).items())
    for note in list(draft.of(Note).values()):
        if note.column is None or not old:
            continue
        place = bisect_right([column for column, _ in old], note.column)
        column, step = old[max(0, place - 1)]
        shift = 0 if note.column == column else 0.5 if place else -0.5
        draft.set(note.id, column=columns.tidy(new[step] + shift))


def stage_named(document: Document, name: str, step: Id | None) -> Id:
    """The stage of this name, made if there is none: right after the stage the step stands in."""
    said = folded(one_line(name))
    journey = document.present
    found = next((each.id for each in stages_in_order(journey) if folded(each.name) == said), None)
    if found is not None:
        return found
    held = stage_of_steps(journey).get(step) if step is not None else None
    first = step is not None and held is None
    return add_stage(document, name, after=held, first=first)
