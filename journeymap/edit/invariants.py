"""What must hold after every edit, as sentences with ids; an edit that breaks one is taken back."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from journeymap.edit.draft import Draft
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import (
    RECORDS,
    Action,
    Attachment,
    Evidence,
    Friction,
    Head,
    Item,
    Lane,
    Link,
    Measure,
    Note,
    Promise,
    Record,
    Stage,
    Step,
    Wall,
)

Check = Callable[[Journey, Any], bool]


class InvariantError(ValueError):
    """An edit would have left the journey broken; `ids` name the invariants, nothing was changed."""

    def __init__(self, broken: Iterable[tuple[Invariant, Id]]) -> None:
        self.ids = tuple(f"{invariant.id} {about}" for invariant, about in broken)
        super().__init__("; ".join(self.ids))


@dataclass(frozen=True, slots=True)
class Invariant:
    """One sentence that holds for every record of one kind."""

    id: str
    sentence: str
    kind: type[Record]
    holds: Check
    leans: tuple[type[Record], ...] = ()
    """Kinds of what a record points at by this: only a removal among them can break it later."""


def _known(journey: Journey, kind: type[Record], id: Id | None) -> bool:
    return id is None or id in journey.of(kind)


def _all_known(journey: Journey, kind: type[Record], ids: tuple[Id, ...] | None) -> bool:
    return all(id in journey.of(kind) for id in ids or ())


def _lists_known(journey: Journey, step: Step) -> bool:
    promises = (*(step.makes or ()), *(step.honours or ()))
    return _all_known(journey, Item, step.asks) and _all_known(journey, Promise, promises)


def _ends_known(journey: Journey, link: Link) -> bool:
    steps = journey.steps
    return link.source in steps and link.target in steps and link.source != link.target


def _wall_tied(journey: Journey, wall: Wall) -> bool:
    return _known(journey, Step, wall.source) and _known(journey, Step, wall.target)


def _finite(journey: Journey, record: Record) -> bool:
    numbers = (getattr(record, name, None) for name in ("column", "order"))
    return all(math.isfinite(number) for number in numbers if isinstance(number, float))


def _alone(journey: Journey, record: Record) -> bool:
    return sum(record.id in table for table in journey.tables.values()) == 1


INVARIANTS: tuple[Invariant, ...] = (
    Invariant("ID-ONCE", "An id stands in one table only.", Record, _alone),
    Invariant("NUMBER-FINITE", "Columns and orders are finite numbers.", Record, _finite),
    Invariant(
        "STEP-LANE", "A step lies in a lane of the map.", Step, lambda j, r: r.lane in j.lanes, (Lane,)
    ),
    Invariant(
        "STEP-STAGE", "The stage a step names exists.", Step, lambda j, r: _known(j, Stage, r.stage), (Stage,)
    ),
    Invariant(
        "STEP-LISTS", "What a step asks, makes and honours exists.", Step, _lists_known, (Item, Promise)
    ),
    Invariant("LINK-ENDS", "A link joins two different steps of the map.", Link, _ends_known, (Step,)),
    Invariant(
        "FRICTION-AT",
        "A friction sits at a step or a link.",
        Friction,
        lambda j, r: r.at in j.steps or r.at in j.links,
        (Step, Link),
    ),
    Invariant("WALL-ENDS", "A wall points at steps of the map or at none.", Wall, _wall_tied, (Step,)),
    Invariant(
        "EVIDENCE-ABOUT",
        "Evidence is about something there is.",
        Evidence,
        lambda j, r: bool(j.get(r.about)),
        RECORDS,
    ),
    Invariant(
        "EVIDENCE-PICTURE",
        "The picture of a piece of evidence is in the file.",
        Evidence,
        lambda j, r: _known(j, Attachment, r.attachment),
        (Attachment,),
    ),
    Invariant(
        "MEASURE-STEP",
        "The step a question belongs to exists.",
        Measure,
        lambda j, r: _known(j, Step, r.step),
        (Step,),
    ),
    Invariant(
        "ACTION-FRICTIONS",
        "The frictions an action is against exist.",
        Action,
        lambda j, r: _all_known(j, Friction, r.frictions),
        (Friction,),
    ),
    Invariant(
        "NOTE-LANE",
        "The lane a note stands beside exists.",
        Note,
        lambda j, r: _known(j, Lane, r.lane),
        (Lane,),
    ),
    Invariant(
        "HEAD-LOGO",
        "The logo's picture is in the file.",
        Head,
        lambda j, r: _known(j, Attachment, r.logo),
        (Attachment,),
    ),
)


def broken(journey: Journey, records: Iterable[Record] | None = None) -> Iterator[tuple[Invariant, Id]]:
    """Every invariant that a record breaks, with the record's id; all records when none are given."""
    for record in (journey.head, *journey) if records is None else records:
        for invariant in INVARIANTS:
            if _speaks_of(invariant, record) and not invariant.holds(journey, record):
                yield invariant, record.id


def demand(draft: Draft) -> None:
    """InvariantError if the draft breaks what held before it.

    Only what was written is looked at, and everything when something was taken away: what a file
    brought along broken must never stand in the way of an edit.
    """
    journey = draft.journey
    written = draft.touched()
    found = list(broken(journey, written))
    if draft.removes_anything():
        found += _broken_by_removal(draft, journey, {record.id for record in written})
    if found:
        raise InvariantError(found)


def _broken_by_removal(draft: Draft, journey: Journey, but: set[Id]) -> Iterator[tuple[Invariant, Id]]:
    """References that held before the edit and now point at nothing."""
    gone = {kind: frozenset(record.id for record in draft.removed(kind)) for kind in RECORDS}
    for invariant in INVARIANTS:
        ids = frozenset[Id]().union(*(gone[kind] for kind in invariant.leans))
        for record in _leaning(journey, invariant.kind, ids):
            if record.id in but or invariant.holds(journey, record):
                continue
            before = draft.before.get(record.id)
            if before is not None and invariant.holds(draft.before, before):
                yield invariant, record.id


def _leaning(journey: Journey, kind: type[Record], gone: Set[Id]) -> Iterable[Record]:
    """Records of a kind that may point at what is gone; of links, which are many, those alone that do."""
    if not gone:
        return ()
    if kind is Link:
        return [one for one in journey.links.values() if one.source in gone or one.target in gone]
    return journey.of(kind).values()


def _speaks_of(invariant: Invariant, record: Record) -> bool:
    if invariant.kind is Record:
        return not isinstance(record, Head)
    return type(record) is invariant.kind
