"""A tiny map for a rule: where it speaks, where it nearly does, and where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec
from small_maps import a_map

from journeymap.analysis.examine import examine
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import (
    Action,
    Evidence,
    Friction,
    Head,
    Lane,
    Link,
    Measure,
    Order,
    Record,
    Requirement,
    Walk,
)

TODAY = date(2026, 11, 27)
Kind = Literal["speaks", "nearly", "unknown"]
Records = Record | Iterable[Record]


@dataclass(frozen=True)
class Case:
    """The findings of `rule` on a map: key → certainty, nothing else of that rule."""

    rule: str
    kind: Kind
    journey: Journey
    found: Mapping[str, str]
    why: str = ""

    @property
    def name(self) -> str:
        """How the test run calls it."""
        return f"{self.rule}-{self.kind}" + (f"-{self.why.replace(' ', '_')}" if self.why else "")

    def asked(self) -> dict[str, str]:
        """What the rule really asks."""
        rules = examine(self.journey, trials=0, today=TODAY).rules
        return {one.key: one.certainty for one in rules if one.rule == self.rule}


def speaks(rule: str, found: Mapping[str, str], *records: Records, why: str = "", **head: object) -> Case:
    return Case(rule, "speaks", a_map(*records, **head), found, why)


def nearly(rule: str, *records: Records, why: str = "", **head: object) -> Case:
    return Case(rule, "nearly", a_map(*records, **head), {}, why)


def unknown(
    rule: str, *records: Records, found: Mapping[str, str] | None = None, why: str = "", **head: object
) -> Case:
    """Something was not said: the rule is silent, or at most suspects."""
    assert not found or set(found.values()) == {"suspected"}
    return Case(rule, "unknown", a_map(*records, **head), found or {}, why)


def bare(
    rule: str, kind: Kind, found: Mapping[str, str], *records: Record, why: str = "", **head: object
) -> Case:
    """A map of these records alone, without the usual lanes."""
    return Case(rule, kind, journey_of(*records, head=Head(**head)), found, why)  # type: ignore[arg-type]


def lane(id: str, **facts: object) -> Lane:
    facts.setdefault("kind", "department")
    return Lane(id=Id(id), name=facts.pop("name", id), **facts)  # type: ignore[arg-type]


def friction(id: str = "f", **facts: object) -> Friction:
    """One that can be ranked, at step a: a tenth of the journeys, ten minutes of waiting."""
    answers: dict[str, object] = {
        "title": id, "at": Id("a"), "hits": 0.1, "wait_minutes": 10, "work_minutes": 0, "value_lost": 0,
    }  # fmt: skip
    return Friction(id=Id(id), **{**answers, **facts})  # type: ignore[arg-type]


def told(about: str, **facts: object) -> Evidence:
    return Evidence(id=Id(f"evidence of {about}"), about=Id(about), **facts)  # type: ignore[arg-type]


def action(id: str, kind: str | None, *frictions: str) -> Action:
    return Action(id=Id(id), title=id, kind=kind, frictions=tuple(map(Id, frictions)))  # type: ignore[arg-type]


def measure(id: str, step: str | None = None, **facts: object) -> Measure:
    at = None if step is None else Id(step)
    return Measure(id=Id(id), question=id, step=at, **facts)  # type: ignore[arg-type]


def walk(**facts: object) -> Walk:
    return Walk(id=Id("walk"), **facts)  # type: ignore[arg-type]


def ordered(source: str, target: str, **facts: bool) -> Link:
    return Link(
        id=Id(f"{source}>{target}:order"), source=Id(source), target=Id(target), kind="order",
        order=Order(**facts),
    )  # fmt: skip


def required(record: Link) -> Link:
    """The same link with a requirement on it."""
    return msgspec.structs.replace(record, requirement=Requirement(text="Within a day"))
