"""Who may read what: names replaced, quotes left out (FORMAT 4, last paragraph)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """The same person has the same number wherever they stand."""
    numbers = _numbers(journey)

    def alias(name: str | None) -> str | None:
        return t("Participant {n}", n=numbers[name.strip()]) if name and name.strip() else name

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
    distinct = dict.fromkeys(name.strip() for name in names if name.strip())
    return {name: number for number, name in enumerate(distinct, 1)}


def _without_quotes(journey: Journey) -> Journey:
    journey = _changed(
        journey, Evidence, lambda one: msgspec.structs.replace(one, quote=None, attachment=None)
    )
    return _changed(journey, Wall, lambda one: msgspec.structs.replace(one, excuse=None))


def _changed(journey: Journey, kind: type[R], change: Callable[[R], R]) -> Journey:
    table: Mapping[Id, R] = {id: change(record) for id, record in journey.of(kind).items()}
    return replace(journey, tables={**journey.tables, kind: table})
