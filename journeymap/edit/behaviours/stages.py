"""Stages and columns tell the same story: the stage never falls back as time goes on (FORMAT 4)."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.edit.draft import Draft
from journeymap.model.reading import column_of, stage_of_steps, stages_in_order
from journeymap.model.records import Lane, Stage, Step


def keep_inherited_stages(draft: Draft) -> None:
    """A step that has its stage from the step before keeps it when that one moves or goes."""
    open_steps = [step for step in draft.of(Step).values() if step.stage is None and _stayed(draft, step)]
    if not open_steps or not _places_changed(draft):
        return
    before, now = stage_of_steps(draft.before), stage_of_steps(draft.journey)
    for step in open_steps:
        stage = before.get(step.id)
        if stage in draft.of(Stage) and now.get(step.id) != stage:
            draft.set(step.id, stage=stage)


def fit_stages_to_columns(draft: Draft) -> None:
    """A step that came or moved takes the stage of the moment it stands at, where its own does not fit."""
    moved = {now.id for before, now in draft.changed(Step) if before is None or before.column != now.column}
    steps, stages = draft.of(Step), [stage.id for stage in stages_in_order(draft.journey)]
    staged = [steps[id] for id in moved if steps[id].stage in draft.of(Stage)]
    if not staged:
        return
    place = {stage: number for number, stage in enumerate(stages)}
    held = stage_of_steps(draft.journey)
    settled = [(column_of(steps[id]), place[stage]) for id, stage in held.items() if id not in moved]
    for step in sorted(staged, key=lambda step: (column_of(step), step.id)):
        fit = _fitting(column_of(step), place[held[step.id]], settled)
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


def _stayed(draft: Draft, step: Step) -> bool:
    before = draft.before.steps.get(step.id)
    return before is not None and before.stage is None and before.column == step.column


def _places_changed(draft: Draft) -> bool:
    kinds = (Step, Lane, Stage)
    return any(draft.removed(kind) or any(True for _ in draft.changed(kind)) for kind in kinds)
