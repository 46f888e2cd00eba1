"""Who may read what: names replaced, quotes left out (FORMAT 4, last paragraph)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from typing import Literal, TypeVar

import msgspec

from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Dismissal, Evidence, Record, Walk, Wall

Profile = Literal["full", "pseudonymised", "no_quotes"]
PROFILES: tuple[Profile, ...] = ("full", "pseudonymised", "no_quotes")
R = TypeVar("R", bound=Record)


def as_profile(journey: Journey, profile: Profile, t: Catalogue) -> Journey:
    """The journey as readers of this profile may see it; roles (`owner`, `decision_by`) stay."""
    if profile == "full":
        return journey
    journey = _without_names(journey, t)
    return _without_quotes(journey) if profile == "no_quotes" else journey


def _without_names(journey: Journey, t: Catalogue) -> Journey:
    """The same person has the same number wherever they stand; a lane or unit is no person."""
    numbers, units = _numbers(journey), _units(journey)

    def alias(name: str | None) -> str | None:
        if not name or not name.strip() or name.strip().casefold() in units:
            return name
        return t("Participant {n}", n=numbers[name.strip()])

    def listed(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
        return tuple(alias(name) or "" for name in names) if names else names

    head = journey.head
    decision = head.decision and msgspec.structs.replace(head.decision, by=alias(head.decision.by))
    head = msgspec.structs.replace(
        head, participants=listed(head.participants), absent=listed(head.absent), decision=decision
    )
    journey = replace(journey, head=head)
    journey = _changed(journey, Walk, lambda one: msgspec.structs.replace(one, by=alias(one.by)))
    return _changed(journey, Dismissal, lambda one: msgspec.structs.replace(one, by=alias(one.by)))


def _numbers(journey: Journey) -> Mapping[str, int]:
    head = journey.head
    names = [*(head.participants or ()), *(head.absent or ())]
    names += [walk.by or "" for walk in journey.walks.values()]
    names += [one.by or "" for one in journey.dismissals.values()]
    names.append(head.decision.by or "" if head.decision else "")
    units = _units(journey)
    distinct = dict.fromkeys(name.strip() for name in names if name.strip())
    people = [name for name in distinct if name.casefold() not in units]
    return {name: number for number, name in enumerate(people, 1)}


def _units(journey: Journey) -> Set[str]:
    """What the map calls its lanes, units and organisation: who reads the map knows them anyway."""
    named = [journey.head.organisation or ""]
    for lane in journey.lanes.values():
        named += [lane.name or "", *(lane.unit or "").split("/"), *(lane.accountable or "").split("/")]
    return {name.strip().casefold() for name in named if name.strip()}


def _without_quotes(journey: Journey) -> Journey:
    journey = _changed(
        journey, Evidence, lambda one: msgspec.structs.replace(one, quote=None, attachment=None)
    )
    return _changed(journey, Wall, lambda one: msgspec.structs.replace(one, excuse=None))


def _changed(journey: Journey, kind: type[R], change: Callable[[R], R]) -> Journey:
    table: Mapping[Id, R] = {id: change(record) for id, record in journey.of(kind).items()}
    return replace(journey, tables={**journey.tables, kind: table})
