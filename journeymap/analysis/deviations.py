"""A planned journey beside the actual one: where it went otherwise, by kind (FEATURES 37).

The kinds are CJML's of a planned and an actual journey: a step that never came, one that nobody had
planned, one at another time or in another channel, one that failed. `assumed` goes with them: a feeling
on the actual map that nobody has heard, observed or measured.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import VALUE_LOST, read_quantity
from journeymap.model.reading import column_of, column_ranks, steps_in_order
from journeymap.model.records import Step

Kind = Literal["missing", "unexpected", "out_of_order", "other_channel", "failed", "assumed"]
KINDS: tuple[Kind, ...] = ("missing", "unexpected", "out_of_order", "other_channel", "failed", "assumed")
LOST = VALUE_LOST.classes["lost"][0]
"""From this share of the outcome on a step has failed: FORMAT's class `lost`."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One step that went otherwise; `planned` and `actual` are its channels where these differ."""

    kind: Kind
    step: Id
    planned: str = ""
    actual: str = ""


def are_planned_and_actual(before: Journey, now: Journey) -> bool:
    """Whether the second map says that it is how the first one went."""
    return before.head.state in ("planned", "to_be") and now.head.state == "actual"


def deviations(planned: Journey, actual: Journey) -> tuple[Deviation, ...]:
    """By kind in the order of KINDS, within one in the order of the map that has the step."""
    found = [*_missing(planned, actual), *_unexpected(planned, actual), *_out_of_order(planned, actual)]
    for step in steps_in_order(actual):
        if step.id in planned.steps:
            found += _went_otherwise(planned.steps[step.id], step, planned, actual)
        if step.experience is not None and not _known(step.id, actual):
            found.append(Deviation("assumed", step.id))
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def _missing(planned: Journey, actual: Journey) -> Iterator[Deviation]:
    return (Deviation("missing", step.id) for step in steps_in_order(planned) if step.id not in actual.steps)


def _unexpected(planned: Journey, actual: Journey) -> Iterator[Deviation]:
    return (
        Deviation("unexpected", step.id) for step in steps_in_order(actual) if step.id not in planned.steps
    )


def _out_of_order(planned: Journey, actual: Journey) -> Iterator[Deviation]:
    """The fewest steps one would have to move for the rest to stand in the planned order.

    Those outside a longest run that never falls; steps of one column happen at the same moment.
    """
    columns, later = column_ranks(planned), column_ranks(actual)
    both = [step for step in steps_in_order(actual) if step.id in planned.steps]
    place = {step.id: columns[column_of(planned.steps[step.id])] for step in both}
    both.sort(key=lambda step: (later[column_of(step)], place[step.id]))
    kept = _longest_run([place[step.id] for step in both])
    return (Deviation("out_of_order", step.id) for at, step in enumerate(both) if at not in kept)


def _longest_run(values: list[int]) -> frozenset[int]:
    """Where the members of a longest run that never falls stand (patience sorting)."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for index, value in enumerate(values):
        place = bisect_right(ends, value)
        before.append(at[place - 1] if place else None)
        ends[place : place + 1] = [value]
        at[place : place + 1] = [index]
    run: list[int] = []
    last = at[-1] if at else None
    while last is not None:
        run.append(last)
        last = before[last]
    return frozenset(run)


def _went_otherwise(plan: Step, step: Step, planned: Journey, actual: Journey) -> Iterator[Deviation]:
    one, other = (plan.channel or "").strip(), (step.channel or "").strip()
    if one and other and one.casefold() != other.casefold():
        yield Deviation("other_channel", step.id, one, other)
    if _failed(step, actual) and not _failed(plan, planned):
        yield Deviation("failed", step.id)


def _failed(step: Step, journey: Journey) -> bool:
    """What it was for did not come: it is failure demand, or a friction there takes the outcome."""
    return step.demand == "failure" or any(
        friction.at == step.id
        and friction.status != "solved"
        and (lost := read_quantity(friction.value_lost, VALUE_LOST)) is not None
        and lost.point >= LOST
        for friction in journey.frictions.values()
    )


def _known(step: Id, journey: Journey) -> bool:
    """Somebody has heard, observed or measured something at the step."""
    said = ("heard", "observed", "measured")
    return any(one.about == step and one.level in said for one in journey.evidence.values())
