"""How steps come into a stage so that the stages still follow one another in time."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.edit import columns
from journeymap.edit.draft import Draft
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of, stage_of_steps, stages_in_order
from journeymap.model.records import Step


def put_in_stage(draft: Draft, steps: Sequence[Id], stage: Id) -> None:
    """These steps belong to the stage; where their moment does not fit they go to its nearer edge."""
    place = {each.id: number for number, each in enumerate(stages_in_order(draft.journey))}
    held = stage_of_steps(draft.journey)
    others = [step for step in draft.of(Step).values() if step.id not in steps and step.id in held]
    earlier = [column_of(step) for step in others if place[held[step.id]] < place[stage]]
    later = [column_of(step) for step in others if place[held[step.id]] > place[stage]]
    for id in steps:
        column = column_of(draft.of(Step)[id])
        if earlier and column <= max(earlier):
            column = columns.beside(columns.in_use(draft.journey), max(earlier))
        elif later and column >= min(later):
            column = columns.before(columns.in_use(draft.journey), min(later))
        draft.set(id, stage=stage)
        if column != column_of(draft.of(Step)[id]):
            draft.set(id, column=column)


def begin_stage(draft: Draft, stage: Id, step: Id) -> None:
    """The stage begins with this step: what stood in an earlier stage from here on follows it."""
    place = {each.id: number for number, each in enumerate(stages_in_order(draft.journey))}
    held = stage_of_steps(draft.journey)
    start = column_of(draft.of(Step)[step])
    draft.set(step, stage=stage)
    for id, other in list(draft.of(Step).items()):
        if column_of(other) >= start and place.get(held.get(id, Id("")), -1) < place[stage]:
            draft.set(id, stage=stage)


def opening_column(journey: Journey, stage: Id, column: Number) -> Number:
    """Where a step at the end of its road opens a stage: after what belongs to earlier stages.

    A branch that runs beside the road is not drawn into the stage for sharing its moment.
    """
    place = {each.id: number for number, each in enumerate(stages_in_order(journey))}
    held = stage_of_steps(journey)
    staged = [(column_of(step), held[id]) for id, step in journey.steps.items() if id in held]
    last = max((at for at, own in staged if place[own] < place[stage]), default=column - 1)
    return column if last < column else columns.beside(columns.in_use(journey), last)
