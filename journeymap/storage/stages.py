"""Where the order of stages falls although time goes on: such a map is drawn with a stage twice."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter, itemgetter

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of
from journeymap.model.records import Stage


def stages_fall(journey: Journey) -> bool:
    """Whether there is any such step; quicker than finding which."""
    order = {id: stage.order or 0 for id, stage in journey.stages.items()}
    said = set(map(attrgetter("column", "stage"), journey.steps.values()))
    places = {(column or 0, order[stage]) for column, stage in said if stage in order}
    highest = -math.inf
    for _, moment in groupby(sorted(places), key=itemgetter(0)):
        orders = [order for _, order in moment]
        if orders[0] < highest:
            return True
        highest = max(highest, orders[-1])
    return False


def stage_falls(journey: Journey) -> tuple[Id, ...]:
    """The first step of each stage that stands right of a step in a later stage (FORMAT 4, column)."""
    if not journey.stages:
        return ()
    placed = sorted(
        (column_of(step), step.id, step.stage) for step in journey.steps.values() if step.stage is not None
    )
    found: dict[Id, Id] = {}
    highest = -math.inf
    for _, moment in groupby(placed, key=itemgetter(0)):
        steps = list(moment)
        for _, id, stage in steps:
            if _order(journey.stages, stage) < highest:
                found.setdefault(stage, id)
        highest = max(highest, *(_order(journey.stages, stage) for _, _, stage in steps))
    return tuple(found.values())


def _order(stages: Mapping[Id, Stage], stage: Id) -> float:
    return stages[stage].order or 0
