"""Stages and columns tell the same story: the stage never falls back as time goes on (FORMAT 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.edit.draft import Draft
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of, stage_of_steps, stages_in_order, steps_in_order
from journeymap.model.records import Lane, Stage, Step


def keep_inherited_stages(draft: Draft) -> None:
    """A step that has its stage from the step before keeps it when that one moves, comes or goes."""
    open_steps = [step for step in draft.of(Step).values() if step.stage is None and _stayed(draft, step)]
    if not open_steps or not _places_changed(draft):
        return
    before, given = stage_of_steps(draft.before), _givers(draft.journey)
    written = {step.id for _, step in draft.changed(Step)}
    for step in open_steps:
        stage, giver = before.get(step.id), given.get(step.id)
        same = giver is not None and giver not in written and draft.of(Step)[giver].stage == stage
        if stage in draft.of(Stage) and not same:
            draft.set(step.id, stage=stage)


def fit_stages_to_columns(draft: Draft) -> None:
    """A step that came or moved takes the stage of the moment it stands at, where its own does not fit."""
    moved = {now.id for before, now in draft.changed(Step) if before is None or before.column != now.column}
    steps, stages = draft.of(Step), [stage.id for stage in stages_in_order(draft.journey)]
    staged = [steps[id] for id in moved if steps[id].stage in draft.of(Stage)]
    if not staged:
        return
    place = {stage: number for number, stage in enumerate(stages)}
    settled = [
        (column_of(step), place[step.stage])
        for step in steps.values()
        if step.id not in moved and step.stage in place
    ]
    for step in sorted(staged, key=lambda step: (column_of(step), step.id)):
        fit = _fitting(column_of(step), place[step.stage or Id("")], settled)
        settled.append((column_of(step), fit))
        if stages[fit] != step.stage:
            draft.set(step.id, stage=stages[fit])


def _fitting(column: float, own: int, settled: Sequence[tuple[float, int]]) -> int:
    """The place of the nearest stage that fits between what stands left and right.

    Its own where nothing fits: the file itself tells two stories there, and nobody asked us which.
    """
    least = max((stage for at, stage in settled if at <= column), default=0)
    most = min((stage for at, stage in settled if at >= column), default=max(own, least))
    return own if least > most else min(max(own, least), most)


def _givers(journey: Journey) -> Mapping[Id, Id]:
    """Step → the staged step, itself or one before it, from which it has its stage."""
    found: dict[Id, Id] = {}
    giver: Id | None = None
    for step in steps_in_order(journey):
        giver = step.id if step.stage in journey.stages else giver
        if giver is not None:
            found[step.id] = giver
    return found


def _stayed(draft: Draft, step: Step) -> bool:
    before = draft.before.steps.get(step.id)
    return before is not None and before.stage is None and before.column == step.column


def _places_changed(draft: Draft) -> bool:
    kinds = (Step, Lane, Stage)
    return any(draft.removed(kind) or any(True for _ in draft.changed(kind)) for kind in kinds)
