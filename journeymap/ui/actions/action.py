"""One thing the window can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.model.records import Friction, Link, Step
from journeymap.ui.parts import Parts

Call = Callable[[Parts], object]
When = Callable[[Parts], bool]


@dataclass(frozen=True)
class Action:
    """`id` names its keys in `ui.keys`; `when` says whether it can be done now."""

    id: str
    words: str
    call: Call
    when: When | None = None
    checked: When | None = None
    sign: str = ""
    """The first character by which the line does the same."""


def open_map(parts: Parts) -> bool:
    """A map is open."""
    return parts.desk.work.is_open


def may_edit(parts: Parts) -> bool:
    """A map is open and may be changed."""
    return parts.desk.work.is_open and not parts.desk.work.filing.read_only


def some_selected(parts: Parts) -> bool:
    """Something is selected on an open map."""
    return open_map(parts) and bool(parts.desk.selection.ids)


def step_selected(parts: Parts) -> bool:
    """The selection has a step to speak about."""
    return may_edit(parts) and selected_step(parts) is not None


def selected_step(parts: Parts) -> Id | None:
    """The selected step, or the one that the selected friction or link belongs to."""
    id = parts.desk.selection.one
    record = parts.desk.journey.get(Id(id)) if id else None
    if isinstance(record, Friction):
        record = parts.desk.journey.get(record.at)
    if isinstance(record, Link):
        record = parts.desk.journey.get(record.source)
    return record.id if isinstance(record, Step) else None


def selected_steps(parts: Parts) -> list[Id]:
    """All selected steps."""
    return [Id(id) for id in parts.desk.selection.ids if id in parts.desk.journey.steps]


def begin_line(sign: str, *, branch: bool = False) -> Call:
    """Begin the line that writes it."""
    return lambda parts: parts.line.prefill(sign, branch=branch)


def two_steps(parts: Parts) -> bool:
    """Exactly two steps are selected."""
    return may_edit(parts) and len(selected_steps(parts)) == 2
