"""Which lanes something on the map concerns: a lane itself, a step's, both ends' of a link, and so on."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Friction, Lane, Link, Measure, Record, Step


def lanes_concerned(journey: Journey, ids: Iterable[str]) -> frozenset[Id]:
    """The lanes of everything named; empty for what concerns the map as a whole."""
    found: set[Id] = set()
    for id in ids:
        record = journey.get(Id(id))
        if record is not None:
            found.update(_lanes(journey, record))
    return frozenset(found)


def _lanes(journey: Journey, record: Record) -> Iterable[Id]:
    if isinstance(record, Lane):
        return (record.id,)
    if isinstance(record, Step):
        return (record.lane,)
    if isinstance(record, Link):
        ends = (journey.steps.get(end) for end in (record.source, record.target))
        return tuple(step.lane for step in ends if step is not None)
    if isinstance(record, Friction):
        return lanes_concerned(journey, (record.at,))
    if isinstance(record, Measure) and record.step is not None:
        return lanes_concerned(journey, (record.step,))
    return ()
