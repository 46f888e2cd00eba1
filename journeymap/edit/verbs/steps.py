"""Verbs that write, move and mark steps."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.message import Message
from journeymap.edit.moving import moved_to, shifted
from journeymap.edit.naming import customer_lane_name
from journeymap.edit.placing import Place, behind_column, order_in, place_for, stage_at
from journeymap.edit.rules import may_link, may_move_steps, may_name
from journeymap.edit.verbs.staging import begin_stage, opening_column
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.quantity import Number
from journeymap.model.reading import column_of
from journeymap.model.records import Lane, Link, LinkKind, Step


def new_step(
    document: Document,
    title: str,
    *,
    lane: Id | None = None,
    after: Id | None = None,
    branch: bool = False,
    column: Number | None = None,
    stage: Id | None = None,
    kind: LinkKind = "flow",
) -> Id:
    """Write a step and join it to `after`: between it and what follows, as a branch beside that.

    `lane` defaults to that of `after`, else to the customer's; `column` to the next moment; `stage`
    to the one going on there: one that is given begins here. `kind` is that of the link from `after`.
    """
    may_name(title).demand()
    with document.edit(N_("Write step")) as draft:
        if after is None and lane is None and not draft.of(Lane):
            lane = draft.add(Lane(name=customer_lane_name(draft.head), kind="customer", order=1))
        place = place_for(draft.journey, lane=lane, after=after, branch=branch, column=column)
        if stage is not None and column is None and place.link is None:
            opened = opening_column(draft.journey, stage, place.column)
            place = place_for(draft.journey, lane=place.lane, after=after, branch=branch, column=opened)
        id = draft.add(_step_at(title, place))
        if place.link is not None:
            come_between(draft, id, place.link)
        elif after is not None:
            draft.add(Link(source=after, target=id, kind=kind))
        if stage is not None:
            begin_stage(draft, stage, id)
    return id


def come_between(draft: Draft, step: Id, link: Link) -> None:
    """Let a step stand between the ends of a link.

    What was said of leaving (kind, share, label) goes to the first half; what was said of arriving
    (who knows what, waits, requirement, frictions) stays with the second, which keeps the id.
    """
    first = Link(source=link.source, target=step, kind=link.kind, share=link.share, label=link.label)
    draft.set(link.id, source=step, kind="flow", share=None, label=None)
    draft.add(first)


def insert_step(document: Document, link: Id, title: str, *, lane: Id | None = None) -> Id:
    """Write a step into the middle of a link."""
    may_name(title).demand()
    journey = document.present
    record = journey.links[link]
    with document.edit(N_("Write step")) as draft:
        place = place_for(journey, lane=lane, after=record.source, into=record)
        id = draft.add(_step_at(title, place))
        come_between(draft, id, record)
    return id


def send_on(document: Document, source: Id, title: str, *, lane: Id | None = None) -> Id:
    """The customer is sent on from the source to a new step (a referral)."""
    with document.edit(N_("Send on")):
        return new_step(document, title, lane=lane, after=source, branch=True, kind="refer")


def send_on_to(document: Document, source: Id, target: Id) -> Id:
    """The customer is sent on from the source to a step that is there already."""
    may_link(document.present, source, target, "refer").demand()
    with document.edit(N_("Send on")) as draft:
        return draft.add(Link(source=source, target=target, kind="refer"))


def stand_behind(document: Document, step: Id, title: str, *, lane: Id | None = None) -> Id:
    """Write somebody who stands behind the step and delivers to it; the road stays as it was."""
    may_name(title).demand()
    with document.edit(N_("Write step")) as draft:
        journey = draft.journey
        front = journey.steps[step]
        lane = lane or front.lane
        column = behind_column(journey, front, lane)
        order = order_in(journey, lane, column)
        id = draft.add(_step_at(title, Place(lane, column, order, stage_at(journey, column, front))))
        draft.add(Link(source=id, target=step, kind="info"))
    return id


def move_steps(
    document: Document, ids: Sequence[Id], *, lane: Id | None = None, column: Number | None = None
) -> None:
    """Move steps so that the first of them stands in that lane and moment; the others keep their
    distance in lanes and moments. A column not yet in use opens a new moment there."""
    may_move_steps(document.present, ids, lane=lane, column=column).demand()
    with document.edit(_moved(len(ids))) as draft:
        for id, place in moved_to(draft.journey, ids, lane, column).items():
            _put(draft, id, *place)


def shift_steps(
    document: Document, ids: Sequence[Id], *, rows: int = 0, columns: int = 0, merge: Hashable | None = None
) -> None:
    """Move steps by so many lanes down and moments on; nothing happens beyond the outer lanes."""
    with document.edit(_moved(len(ids)), merge) as draft:
        for id, place in shifted(draft.journey, ids, rows, columns).items():
            _put(draft, id, *place)


def move_to_lane(document: Document, ids: Sequence[Id], lane: Id) -> None:
    """Move steps into one lane; each stays at its moment."""
    with document.edit(_moved(len(ids))) as draft:
        for id in ids:
            step = draft.of(Step)[id]
            if step.lane != lane:
                may_move_steps(document.present, [id], lane=lane).demand()
                draft.set(id, lane=lane, order=order_in(draft.journey, lane, column_of(step)))


def mark_critical(
    document: Document, step: Id, reason: str | None = None, *, critical: bool | None = True
) -> None:
    """Mark the step a critical moment, with a reason if there is one; None takes the mark back."""
    with document.edit(N_("Mark critical")) as draft:
        draft.set(step, critical=critical)
        if reason:
            draft.set(step, critical_reason=reason)


def mark_value(document: Document, step: Id, value: bool | None = True) -> None:
    """Say that here the customer gets the value; None takes it back."""
    with document.edit(N_("Mark value")) as draft:
        draft.set(step, value_in_use=value)


def _step_at(title: str, place: Place) -> Step:
    if place.lane is None:
        raise KeyError("lane")
    return Step(title=title, lane=place.lane, column=place.column, order=place.order, stage=place.stage)


def _put(draft: Draft, id: Id, lane: Id, column: Number) -> None:
    step = draft.of(Step)[id]
    if (step.lane, step.column) != (lane, column):
        draft.set(id, lane=lane, column=column, order=order_in(draft.journey, lane, column))


def _moved(n: int) -> Message:
    return Message(N_("Move step")) if n == 1 else Message(N_("Move {n} steps"), n=n)
