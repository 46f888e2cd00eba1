"""Writes one read line: facts go to the step written last, steps go on from the road (LINE 2, rule 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.line import LineKind, LineReading
from journeymap.edit.line_about import may_say_of, say_of, speaks
from journeymap.edit.rules import YES, Verdict
from journeymap.edit.rules.links import may_link
from journeymap.edit.rules.verdict import no
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of
from journeymap.model.records import LinkKind


@dataclass(frozen=True, slots=True)
class WritingPosition:
    """Where the writing stands.

    `road`: the step the next one follows. `last`: the step written last, also one behind, to which
    facts go. `lane`: where the next step stands. `stage`: one that begins with the next step.
    `column`: the moment chosen for the next step, if one was. `friction`: the one just written,
    to which the four answers belong. `about`: the wall (by its key), link or friction one stands on,
    of which the signs say something instead of the step; a step written on a link comes between its ends.
    """

    road: Id | None = None
    last: Id | None = None
    lane: Id | None = None
    stage: Id | None = None
    column: Number | None = None
    friction: Id | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A read line on its way onto the map; `existing` is the record chosen from the suggestions."""

    reading: LineReading
    branch: bool = False
    existing: Id | None = None


Write = Callable[[Document, Line, WritingPosition], WritingPosition]


def position_at(journey: Journey, step: Id | None) -> WritingPosition:
    """The position of somebody who stands on this step; at nothing, of an empty map."""
    if step is None or step not in journey.steps:
        return WritingPosition()
    return WritingPosition(step, step, journey.steps[step].lane)


def still_there(journey: Journey, position: WritingPosition) -> WritingPosition:
    """The position without what was undone, deleted or taken out by somebody else since it was taken."""
    return replace(
        position,
        road=position.road if position.road in journey.steps else None,
        last=position.last if position.last in journey.steps else None,
        lane=position.lane if position.lane in journey.lanes else None,
        stage=position.stage if position.stage in journey.stages else None,
        friction=position.friction if position.friction in journey.frictions else None,
    )


def may_write(
    journey: Journey, reading: LineReading, position: WritingPosition, existing: Id | None = None
) -> Verdict:
    """Whether the line can be written here; the sentence stands above the line if it cannot."""
    if reading.problem is not None:
        return Verdict(False, reading.problem)
    position = still_there(journey, position)
    if position.about is not None and speaks(journey, reading.kind, position.about):
        return may_say_of(journey, reading, position.about)
    if reading.kind in _FACTS:
        return _may_say(journey, reading.kind, position)
    if reading.kind in _LINKS:
        return _may_join(journey, reading.kind, position, existing)
    return YES


def write(
    document: Document,
    reading: LineReading,
    position: WritingPosition,
    *,
    branch: bool = False,
    existing: Id | None = None,
) -> WritingPosition:
    """Write the line as one edit and say where the writing stands now.

    `branch`: Shift+Enter, "or else". `existing`: the step, promise or information chosen from the
    suggestions. RefusedError where `may_write` says no.
    """
    position = still_there(document.journey, position)
    may_write(document.journey, reading, position, existing).demand()
    if position.about is not None and speaks(document.journey, reading.kind, position.about):
        return replace(position, friction=say_of(document, reading, position.about))
    return _WRITERS[reading.kind](document, Line(reading, branch, existing), position)


def _may_say(journey: Journey, kind: LineKind, position: WritingPosition) -> Verdict:
    if position.last in journey.steps:
        return YES
    if kind == "friction":
        return no(N_("Write a step first, so the friction knows where it belongs."))
    return no(N_("Write a step first, so this knows where it belongs."))


def _may_join(journey: Journey, kind: LineKind, position: WritingPosition, existing: Id | None) -> Verdict:
    if position.road is None or position.road not in journey.steps:
        return no(N_("Write a step first, so the road knows where it comes from."))
    if existing is None:
        return YES
    return may_link(journey, *_ends(kind, position.road, existing), _LINKS[kind])


def _step(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
    with document.edit(N_("Write step")):
        if position.about in document.present.links and not line.branch:
            lane = _lane(document, line.reading, position)
            step = verbs.insert_step(document, Id(position.about or ""), line.reading.text, lane=lane)
            _mark(document, line.reading, step)
            return position_at(document.present, step)
        step = verbs.new_step(
            document,
            line.reading.text,
            lane=_lane(document, line.reading, position),
            after=position.road,
            branch=line.branch,
            column=position.column,
            stage=position.stage,
        )
        _mark(document, line.reading, step)
    return position_at(document.journey, step)


def _sent_on(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
    road = _standing(position.road)
    if line.existing is not None:
        verbs.send_on_to(document, road, line.existing)
        return replace(position, friction=None)
    with document.edit(N_("Send on")):
        lane = _lane(document, line.reading, position)
        step = verbs.send_on(document, road, line.reading.text, lane=lane)
        _mark(document, line.reading, step)
        if position.stage is not None:
            verbs.set_field(document, step, stage=position.stage)
    return position_at(document.journey, step)


def _behind(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
    """The road, its lane and a stage about to begin stay as they were."""
    road = _standing(position.road)
    if line.existing is not None:
        verbs.link(document, line.existing, road, "info")
        return replace(position, last=line.existing, friction=None)
    with document.edit(N_("Write step")):
        lane = _lane(document, line.reading, position)
        step = verbs.stand_behind(document, road, line.reading.text, lane=lane)
        _mark(document, line.reading, step)
    return replace(position, last=step, friction=None)


def _go_to_lane(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
    return replace(position, lane=_lane(document, line.reading, position), friction=None)


def _stage(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
    stage = verbs.stage_named(document, line.reading.text, position.road)
    return replace(position, stage=stage, friction=None)


def _park(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
    step = document.journey.steps.get(position.last) if position.last is not None else None
    if step is None:
        verbs.park(document, line.reading.text)
    else:
        verbs.park(document, line.reading.text, lane=step.lane, column=column_of(step))
    return replace(position, friction=None)


def _end(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
    return position


def _fact(write: Callable[[Document, Id, LineReading], object]) -> Write:
    """A writer of what is said of the step written last."""

    def written(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
        write(document, _standing(position.last), line.reading)
        return replace(position, friction=None)

    return written


def _friction(document: Document, line: Line, position: WritingPosition) -> WritingPosition:
    friction = verbs.add_friction(document, _standing(position.last), line.reading.text)
    return replace(position, friction=friction)


_LINKS: Mapping[LineKind, LinkKind] = {"sent_on": "refer", "behind": "info"}

_FACTS: Mapping[LineKind, Write] = {
    "friction": _friction,
    "critical": _fact(lambda document, step, line: verbs.mark_critical(document, step, line.reason or None)),
    "quote": _fact(lambda document, step, line: verbs.add_quote(document, step, line.text)),
    "promise": _fact(lambda document, step, line: verbs.make_or_keep_promise(document, step, line.text)),
    "item": _fact(lambda document, step, line: verbs.ask_item(document, step, line.text)),
    "value": _fact(lambda document, step, line: verbs.mark_value(document, step)),
}

_WRITERS: Mapping[LineKind, Write] = {
    **_FACTS,
    "step": _step,
    "sent_on": _sent_on,
    "behind": _behind,
    "lane": _go_to_lane,
    "stage": _stage,
    "park": _park,
    "end": _end,
}


def _standing(step: Id | None) -> Id:
    """The step one stands on; `may_write` has seen that there is one."""
    if step is None:
        raise KeyError("step")
    return step


def _ends(kind: LineKind, road: Id, existing: Id) -> tuple[Id, Id]:
    return (road, existing) if kind == "sent_on" else (existing, road)


def _lane(document: Document, reading: LineReading, position: WritingPosition) -> Id | None:
    """The lane the line names, made where it is new; else the one that was chosen."""
    if reading.lane is not None:
        return verbs.lane_named(document, reading.lane, reading.supplier)
    return position.lane


def _mark(document: Document, reading: LineReading, step: Id) -> None:
    if reading.critical:
        verbs.mark_critical(document, step)
