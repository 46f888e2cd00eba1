"""Where the order of stages falls although time goes on: such a map is drawn with a stage twice."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of
from journeymap.model.records import Stage


def stage_falls(journey: Journey) -> tuple[Id, ...]:
    """The first step of each stage that stands right of a step in a later stage (FORMAT 4, column)."""
    if not journey.stages:
        return ()
    placed = sorted(
        (column_of(step), step.id, step.stage) for step in journey.steps.values() if step.stage is not None
    )
    found: dict[Id, Id] = {}
    highest = _order(journey.stages, placed[0][2]) if placed else 0
    for _, moment in groupby(placed, key=lambda place: place[0]):
        steps = list(moment)
        for _, id, stage in steps:
            if _order(journey.stages, stage) < highest:
                found.setdefault(stage, id)
        highest = max(highest, *(_order(journey.stages, stage) for _, _, stage in steps))
    return tuple(found.values())


def _order(stages: Mapping[Id, Stage], stage: Id) -> float:
    return stages[stage].order or 0
