"""Stages and columns tell the same story: the stage never falls back as time goes on (FORMAT 4)."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Protocol

from journeymap.edit.draft import Draft
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of, stage_of_steps, stages_in_order, steps_in_order
from journeymap.model.records import Lane, Stage, Step


def keep_inherited_stages(draft: Draft) -> None:
    """A step that has its stage from the step before keeps it when that one moves, comes or goes."""
    if not _places_changed(draft):
        return
    open_steps = [step for step in draft.of(Step).values() if step.stage is None and _stayed(draft, step)]
    if not open_steps:
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
    settled = (
        (step.column or 0, place[step.stage])
        for step in steps.values()
        if step.stage in place and step.id not in moved
    )
    fitting: Fitting = _One(settled) if len(staged) == 1 else _Fitting(settled)
    for step in sorted(staged, key=lambda step: (column_of(step), step.id)):
        fit = fitting.place(column_of(step), place[step.stage or Id("")])
        if stages[fit] != step.stage:
            draft.set(step.id, stage=stages[fit])


class Fitting(Protocol):
    """Says where the stage of a step belongs, by what stands left and right of it."""

    def place(self, column: float, own: int) -> int: ...


class _One:
    """The same for a single step, as when one is written: looked up in one go, nothing is sorted."""

    def __init__(self, settled: Iterable[tuple[float, int]]) -> None:
        self._settled = settled

    def place(self, column: float, own: int) -> int:
        """The place of the nearest stage that fits; its own where nothing fits."""
        least, most = 0, sys.maxsize
        for here, stage in self._settled:
            if here <= column and stage > least:
                least = stage
            if here >= column and stage < most:
                most = stage
        return own if least > most else min(max(own, least), most)


class _Fitting:
    """Places stages between what stands left and right of them; asked from the left on.

    Sorted once with the highest stage so far from the left and the lowest from the right, so that
    thousands of steps that come at once need not be compared with one another.
    """

    def __init__(self, settled: Iterable[tuple[float, int]]) -> None:
        ordered = sorted(settled)
        self._columns = [column for column, _ in ordered]
        self._left = list(accumulate((stage for _, stage in ordered), max))
        self._right = list(accumulate((stage for _, stage in reversed(ordered)), min))[::-1]
        self._placed: int | None = None
        self._here: tuple[float, int] | None = None

    def place(self, column: float, own: int) -> int:
        """The place of the nearest stage that fits; from now on it counts as standing there.

        Its own where nothing fits: the file itself tells two stories there, and nobody asked us which.
        """
        behind, ahead = bisect_right(self._columns, column), bisect_left(self._columns, column)
        earlier = [self._left[behind - 1]] if behind else []
        later = [self._right[ahead]] if ahead < len(self._right) else []
        if self._placed is not None:
            earlier.append(self._placed)
        if self._here is not None and self._here[0] == column:
            later.append(self._here[1])
        least = max(earlier, default=0)
        most = min(later, default=max(own, least))
        fit = own if least > most else min(max(own, least), most)
        lowest = min(fit, self._here[1]) if self._here and self._here[0] == column else fit
        self._placed, self._here = max(fit, self._placed or 0), (column, lowest)
        return fit


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
