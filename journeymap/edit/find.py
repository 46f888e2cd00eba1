"""Where words stand in a journey: every text and id of every record, in the order people read the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeymap.edit.behaviours.texts import text_fields
from journeymap.edit.suggest import plain
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, stages_in_order, steps_in_order
from journeymap.model.records import (
    Action,
    Evidence,
    Friction,
    Head,
    Item,
    Lane,
    Link,
    Measure,
    Note,
    Part,
    Promise,
    Record,
    Stage,
    Step,
    Wall,
)

ON_THE_MAP = (Step, Link, Friction, Lane, Stage, Note, Promise)
"""Kinds that can be selected themselves; a wall is by its key, others by what they hang on."""

HOOKS: Mapping[type[Record], str] = {
    Link: "source",
    Friction: "at",
    Evidence: "about",
    Measure: "step",
    Note: "lane",
}
"""Kind → the field that names what a record hangs on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record in which the words stand. `id` is what to select for it (empty: the map itself)."""

    record: Id
    kind: type[Record]
    id: str


def find(journey: Journey, words: str, more: Mapping[str, str] | None = None) -> tuple[Hit, ...]:
    """Every record that holds all the words, accents and case aside; none for no words.

    `more` are further words by which something is known, such as a wall's number: id to select → words.
    """
    said = plain(words).split()
    if not said:
        return ()
    index = _Index(journey)
    hits = [
        Hit(record.id, type(record), index.select(record))
        for record in (journey.head, *journey)
        if _holds(" ".join((record.id, *texts(record))), said)
    ]
    known = {hit.id for hit in hits}
    named = ((id, names) for id, names in (more or {}).items() if id not in known)
    hits += [Hit(Id(id), Wall, id) for id, names in named if _holds(names, said)]
    return tuple(sorted(hits, key=index.place))


def texts(part: Part) -> Iterator[str]:
    """All words of a record and of its parts; names that only the program reads are left out."""
    for name in text_fields(type(part)):
        value = getattr(part, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, Part):
            yield from texts(value)
        elif isinstance(value, Mapping):
            yield from value.values()
        elif isinstance(value, tuple):
            yield from value


def _holds(text: str, said: Sequence[str]) -> bool:
    text = plain(text.replace("\u00ad", ""))
    return all(word in text for word in said)


class _Index:
    """What stands where: the step a record hangs on, and that step's place in reading order."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        read = (*lanes_in_order(journey), *stages_in_order(journey), *steps_in_order(journey))
        self._order = {record.id: number for number, record in enumerate(read)}

    def select(self, record: Record) -> str:
        """The id to select for a record: its own, a wall's key, or that of what it hangs on."""
        if isinstance(record, ON_THE_MAP):
            return record.id
        if isinstance(record, Wall):
            return record.key
        return self._hook(record) or ""

    def place(self, hit: Hit) -> tuple[int, str]:
        """The map's own facts first, then lanes, stages and steps, each followed by what hangs on it."""
        if hit.kind is Head:
            return (-1, "")
        id: str = hit.id
        for _ in range(4):  # evidence of a friction at a link: four hooks at most
            if id in self._order:
                return (self._order[Id(id)], hit.record)
            record = self._journey.get(Id(id))
            id = (self._hook(record) if record is not None else self._wall_step(id)) or ""
        return (len(self._order), hit.record)

    def _wall_step(self, key: str) -> str:
        parts = key.replace("+", ":").split(":")[1:]
        return next((part for part in parts if part in self._order), "")

    def _hook(self, record: Record) -> str | None:
        """What a record hangs on."""
        if isinstance(record, Promise | Item):
            return self._speaks_of(record.id)
        if isinstance(record, Action):
            return next(iter(record.frictions or ()), None)
        field = HOOKS.get(type(record))
        return None if field is None else getattr(record, field)

    def _speaks_of(self, thing: Id) -> str | None:
        """The first step that makes or keeps a promise, or asks for a piece of information."""
        for step in steps_in_order(self._journey):
            if thing in (*(step.makes or ()), *(step.honours or ()), *(step.asks or ())):
                return step.id
        return None
