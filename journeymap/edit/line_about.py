"""What the line's signs say while a wall, a link or a friction is selected instead of a step."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.line import LineKind, LineReading
from journeymap.edit.rules import YES, Verdict, may_own
from journeymap.edit.rules.verdict import no
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.records import Requirement

Subject = Literal["wall", "link", "friction"]
Say = Callable[[Document, str, LineReading], Id | None]
"""Writes what was said of a subject; the id of a friction, where the line made one."""

WALL_FACTS: Mapping[LineKind, str] = {
    "quote": "excuse",
    "item": "handed_over",
    "critical": "effect",
    "promise": "deadline",
    "behind": "owner",
}
"""Sign → the field of the wall's card (FORMAT 4)."""


def subject_of(journey: Journey, about: str | None) -> Subject | None:
    """What is spoken of: a link or friction by its id, a wall by its key (FORMAT 5); None: a step."""
    if about is None or about in journey.steps:
        return None
    if about in journey.links:
        return "link"
    if about in journey.frictions:
        return "friction"
    return "wall" if step_of_wall(journey, about) is not None else None


def speaks(journey: Journey, kind: LineKind, about: str | None) -> bool:
    """Whether a line of this kind says something of the subject rather than of a step."""
    subject = subject_of(journey, about)
    return subject is not None and kind in _SAYERS[subject]


def may_say_of(journey: Journey, reading: LineReading, about: str) -> Verdict:
    """Whether the line can be written: words where the sign alone says nothing, no supplier as owner."""
    if reading.kind == "critical" and not reading.text and subject_of(journey, about) == "wall":
        return no(N_("Some words are missing after the sign."))
    return may_own(journey, reading.text) if reading.kind == "behind" else YES


def say_of(document: Document, reading: LineReading, about: str) -> Id | None:
    """Write the line; the id of the friction it made, if it made one. KeyError where `speaks` is false."""
    subject = subject_of(document.journey, about)
    if subject is None:
        raise KeyError(about)
    return _SAYERS[subject][reading.kind](document, about, reading)


def step_of_wall(journey: Journey, key: str) -> Id | None:
    """The step at which a wall meets the customer: its receiver's, else its giver's; None without one."""
    steps = [part for part in re.split(r"[:+]", key)[1:] if part in journey.steps]
    return Id(steps[1] if len(steps) > 1 else steps[0]) if steps else None


def _wall_fact(field: str) -> Say:
    def say(document: Document, key: str, reading: LineReading) -> None:
        verbs.set_wall_fact(document, key, **{field: reading.text})

    return say


def _wall_friction(document: Document, key: str, reading: LineReading) -> Id:
    at = step_of_wall(document.journey, key)
    if at is None:
        raise KeyError(key)
    return verbs.add_friction(document, at, reading.text)


def _friction(document: Document, link: str, reading: LineReading) -> Id:
    return verbs.add_friction(document, Id(link), reading.text)


def _quote(document: Document, about: str, reading: LineReading) -> None:
    verbs.add_quote(document, Id(about), reading.text)


def _requirement(document: Document, link: str, reading: LineReading) -> None:
    """What the receiver may demand of this hand-over; measure and level stay as they were."""
    known = document.journey.links[Id(link)].requirement or Requirement()
    verbs.set_field(document, Id(link), requirement=msgspec.structs.replace(known, text=reading.text))


def _decides(document: Document, friction: str, reading: LineReading) -> None:
    """It alone can make somebody leave; why stands below what the friction's description says."""
    known = document.journey.frictions[Id(friction)].description
    said = "\n".join(filter(None, (known, reading.text))) or None
    verbs.set_field(document, Id(friction), critical=True, description=said)


def _owner(document: Document, friction: str, reading: LineReading) -> None:
    verbs.set_field(document, Id(friction), owner=reading.text)


_SAYERS: Mapping[Subject, Mapping[LineKind, Say]] = {
    "wall": {**{kind: _wall_fact(field) for kind, field in WALL_FACTS.items()}, "friction": _wall_friction},
    "link": {"friction": _friction, "quote": _quote, "promise": _requirement},
    "friction": {"quote": _quote, "critical": _decides, "behind": _owner},
}
