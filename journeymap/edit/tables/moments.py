"""When each step of a table happens: places in time, so that no stage falls back behind an earlier one."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.edit.tables.told import Told, ToldStep


def moments(told: Told) -> tuple[int, ...]:
    """A whole number from 0 per step: equal ones happen together, stages follow one another.

    As the table places them in time; else after what leads to them; else one after the other.
    """
    times = _times(told)
    stages = stage_places(told.steps)
    order = {key: place for place, key in enumerate(sorted(set(zip(stages, times, strict=True))))}
    return tuple(order[key] for key in zip(stages, times, strict=True))


def stage_places(steps: Sequence[ToldStep]) -> tuple[int, ...]:
    """The place of each step's stage in the order of the table, -1 before the first one.

    A step without a stage belongs to that of the step before.
    """
    known: dict[str, int] = {}
    places: list[int] = []
    for step in steps:
        if step.stage.name:
            places.append(known.setdefault(step.stage.key, len(known)))
        else:
            places.append(places[-1] if places else -1)
    return tuple(places)


def _times(told: Told) -> Sequence[float]:
    if any(step.column is not None for step in told.steps):
        return _as_placed(told.steps)
    return _after_what_leads_to_them(told) if told.linked else range(len(told.steps))


def _as_placed(steps: Sequence[ToldStep]) -> Sequence[float]:
    """The places the table gives; a step without one goes with the step before."""
    times: list[float] = []
    for step in steps:
        last = times[-1] if times else 0
        times.append(last if step.column is None else step.column)
    return times


def _after_what_leads_to_them(told: Told) -> Sequence[float]:
    """One later than the latest row above that leads here; links back up the table turn no time back."""
    before: dict[int, list[int]] = {}
    for link in told.links:
        if link.source < link.target:
            before.setdefault(link.target, []).append(link.source)
    times: list[int] = []
    for place in range(len(told.steps)):
        leading = before.get(place) or ([place - 1] if place else [])
        times.append(1 + max((times[source] for source in leading), default=-1))
    return times
