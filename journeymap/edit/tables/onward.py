"""Which step goes on to which: ids and titles in cells become links, rows that name nobody problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import Row, words_of
from journeymap.edit.tables.told import Problem, Remark, ToldLink, ToldStep
from journeymap.edit.tables.values import UnreadError, read_choice, read_number
from journeymap.edit.texts import folded, one_line
from journeymap.i18n.catalogue import N_

NOBODY = N_("No step here is called {name}.")
ITSELF = N_("The step goes on to itself.")
LEFT_OUT = N_("The link to {name} is left out, as that row could not be read.")
LOOSE_LINE = N_("This line joins nothing that is a step.")
NOTHING = "–"
"""Stands in a list where a link has nothing to say, so that the others keep their places."""
_SEPARATORS = (r"\n", r"[;\n]", r"[;,\n]", r"[;,\n|/]", r"[;,.\n|/]", r"[;,\n]|\s+")
"""Ever freer ways to part a cell; the first by which every part names a step is taken."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a row says of its links: cells that name what comes next and before, the links' own facts.

    `said` is the whole row.
    """

    onward: tuple[str, ...] = ()
    backward: tuple[str, ...] = ()
    facts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    said: Row = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A row that is itself the line between two steps."""

    row: int
    source: str
    target: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Unjoined:
    """Steps with what each of them names, drawn lines, and the names of rows that could not be read."""

    steps: Sequence[ToldStep]
    named: Sequence[Named]
    lines: Sequence[Line] = ()
    failed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Joined:
    """The steps that stay, their links by place among them, and what has to be told."""

    steps: tuple[ToldStep, ...]
    links: tuple[ToldLink, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]


def join(unjoined: Unjoined) -> Joined:
    """Find what every name stands for; a row that names nobody becomes a problem, a line too."""
    return _Joining(unjoined).run()


class _Joining:
    """One table's names and what they stand for."""

    def __init__(self, unjoined: Unjoined) -> None:
        self._told = unjoined
        self._steps = unjoined.steps
        self._places = _places(unjoined.steps)
        self._problems: list[Problem] = []
        self._remarks: list[Remark] = []
        self._made: dict[tuple[int, int, str], ToldLink] = {}
        self._new: Mapping[int, int] = {}

    def run(self) -> Joined:
        """Names first, since a row that falls takes its links along; then the links of what stays."""
        parts = [self._resolved(place) for place in range(len(self._steps))]
        kept = [place for place, found in enumerate(parts) if found is not None]
        self._new = {old: place for place, old in enumerate(kept)}
        for place in kept:
            onward, backward = parts[place] or ([], [])
            self._link(place, onward, backward)
        links = [*self._made.values(), *self._drawn()]
        steps = tuple(self._steps[place] for place in kept)
        return Joined(steps, tuple(links), tuple(self._problems), tuple(self._remarks))

    def _resolved(self, place: int) -> tuple[list[int | str], list[int | str]] | None:
        """What the row's names stand for; None where one stands for nobody, and the row is a problem."""
        step, named = self._steps[place], self._told.named[place]
        onward = [part for cell in named.onward for part in self._parts(cell)]
        backward = [part for cell in named.backward for part in self._parts(cell)]
        why = self._why_not(place, [*onward, *backward])
        if why is None:
            return onward, backward
        self._problems.append(Problem(step.row, words_of(named.said), why))
        return None

    def _why_not(self, place: int, parts: Sequence[int | str]) -> Message | None:
        for part in parts:
            if isinstance(part, str) and folded(part) not in self._told.failed:
                return Message(NOBODY, name=part)
            if part == place:
                return Message(ITSELF)
        return None

    def _parts(self, cell: str) -> list[int | str]:
        """The steps a cell names; names that nobody has stay words."""
        whole = self._place_of(cell)
        if whole is not None:
            return [whole]
        for separator in _SEPARATORS:
            found = [self._place_of(part) for part in _parted(separator, cell)]
            if found and None not in found:
                return [place for place in found if place is not None]
        return [
            part if (place := self._place_of(part)) is None else place for part in _parted(r"[;,\n]", cell)
        ]

    def _place_of(self, name: str) -> int | None:
        return self._places.get(_as_compared(name))

    def _link(self, place: int, onward: Sequence[int | str], backward: Sequence[int | str]) -> None:
        facts = self._told.named[place].facts
        for number, part in enumerate(onward):
            self._add(place, part, _facts(facts, number, len(onward)))
        for part in backward:
            self._add(part, place, {})

    def _add(self, source: int | str, target: int | str, fields: Mapping[str, Any]) -> None:
        """A link of two kept steps, each pair and kind once; one to a row left out is remarked on."""
        ends = [self._new.get(end) if isinstance(end, int) else None for end in (source, target)]
        if ends[0] is not None and ends[1] is not None:
            key = (ends[0], ends[1], str(fields.get("kind", "flow")))
            self._made.setdefault(key, ToldLink(ends[0], ends[1], fields))
            return
        known, lost = (source, target) if ends[1] is None else (target, source)
        if isinstance(known, int) and known in self._new:
            name = lost if isinstance(lost, str) else self._steps[lost].title
            self._remarks.append(Remark(self._steps[known].row, Message(LEFT_OUT, name=name)))

    def _drawn(self) -> list[ToldLink]:
        """Rows that are themselves lines of a drawing."""
        made: list[ToldLink] = []
        for line in self._told.lines:
            source, target = (
                self._new.get(self._places.get(_as_compared(end), -1)) for end in (line.source, line.target)
            )
            if source is None or target is None or source == target:
                text = line.words or f"{line.source} → {line.target}"
                self._problems.append(Problem(line.row, text, Message(LOOSE_LINE)))
            else:
                made.append(ToldLink(source, target, {"label": line.words} if line.words else {}))
        return made


def _parted(separator: str, cell: str) -> list[str]:
    return [part.strip() for part in re.split(separator, cell) if part.strip()]


def _places(steps: Sequence[ToldStep]) -> Mapping[str, int]:
    """Names → steps: an id stands for its step before any title does, a title for the first that has it."""
    found: dict[str, int] = {}
    for place, step in enumerate(steps):
        if step.id:
            found.setdefault(_as_compared(step.id), place)
    for place, step in enumerate(steps):
        found.setdefault(_as_compared(step.title), place)
    return found


_WHOLE = re.compile(r"(\d+)[.,]0+")


def _as_compared(name: str) -> str:
    """Case-blind; a whole number is the same however a spreadsheet wrote it: 3 and 3.0."""
    said = folded(one_line(name))
    whole = _WHOLE.fullmatch(said)
    return whole[1] if whole else said


_READ: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "link_label": ("label", str),
    "link_kind": ("kind", lambda said: read_choice("link_kind", said)),
    "link_share": ("share", read_number),
    "link_carrier": ("carrier", lambda said: read_choice("link_carrier", said)),
    "link_info": ("info", lambda said: read_choice("link_info", said)),
}


def _facts(said: Mapping[str, Sequence[str]], number: int, of: int) -> dict[str, Any]:
    """The fields of the number-th of so many links; words that fit no link stay out of it."""
    fields: dict[str, Any] = {}
    for name, lines in said.items():
        words = _nth(lines, number, of)
        field_name, read = _READ[name]
        try:
            value = read(words) if words else None
        except UnreadError:
            value = None
        if value is not None:
            fields[field_name] = value
    return fields


def _nth(lines: Sequence[str], number: int, of: int) -> str:
    """The words of the number-th link: one line each, or parts between commas; one alone is for all."""
    parts = list(lines)
    if len(parts) == 1 and of > 1:
        split = re.split(r"[;,]", parts[0])
        parts = split if len(split) == of else parts * of
    words = parts[number].strip() if number < len(parts) else ""
    return "" if words == NOTHING else words
