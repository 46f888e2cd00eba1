"""What a table tells of a journey: steps, links, what stands beside them, rows that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymap.edit.message import NP_, Message
from journeymap.edit.texts import folded
from journeymap.model.quantity import Number
from journeymap.model.records import LaneKind

Heed = Callable[[int], None]
"""Told every so often how many rows are done; it may raise to break off."""


class _Keyed:
    """A lane or stage: by its id, else by its name."""

    __slots__ = ()
    name: str
    id: str

    @property
    def key(self) -> str:
        """What makes two rows speak of one."""
        return self.id or folded(self.name)


@dataclass(frozen=True, slots=True)
class ToldLane(_Keyed):
    """A lane as a row names it; an empty name is the lane of the row before."""

    name: str = ""
    kind: LaneKind | None = None
    unit: str = ""
    accountable: str = ""
    id: str = ""
    order: Number | None = None


@dataclass(frozen=True, slots=True)
class ToldStage(_Keyed):
    """A stage as a row names it; an empty name says nothing of a stage."""

    name: str = ""
    id: str = ""
    order: Number | None = None


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step: where it stands, its own fields, and what hangs on it.

    `column` is a place in time that the table gives: only the order of such numbers counts.
    `more` holds, by meaning, frictions, quotes, thoughts, actions, promises, items and notes.
    """

    row: int
    title: str
    id: str = ""
    lane: ToldLane = ToldLane()
    stage: ToldStage = ToldStage()
    column: Number | None = None
    order: Number | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToldLink:
    """A link between two of the told steps, by their places; `fields` are the link's own."""

    source: int
    target: int
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that stays outside: its number as spreadsheets count, what it says, why."""

    row: int
    text: str
    why: Message


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a row that comes in all the same; row 0 speaks of the whole table."""

    row: int
    what: Message


@dataclass(frozen=True, slots=True)
class Told:
    """Everything read of one table. `rows` counts those that say anything, the headings not."""

    steps: Sequence[ToldStep] = ()
    links: Sequence[ToldLink] = ()
    problems: Sequence[Problem] = ()
    remarks: Sequence[Remark] = ()
    notes: Sequence[str] = ()
    rows: int = 0
    linked: bool = False
    """Whether the table itself says which step follows which; else they follow in its order."""
    keeps_ids: bool = False
    """Whether the table gives steps and lanes ids of this program, to be kept."""

    @property
    def lanes(self) -> tuple[ToldLane, ...]:
        """Each lane once, in the order in which rows name them."""
        found: dict[str, ToldLane] = {}
        for step in self.steps:
            found.setdefault(step.lane.key, step.lane)
        return tuple(found.values())

    @property
    def stages(self) -> tuple[ToldStage, ...]:
        """Each stage once, in the order in which rows name them."""
        found: dict[str, ToldStage] = {}
        for step in self.steps:
            if step.stage.name:
                found.setdefault(step.stage.key, step.stage)
        return tuple(found.values())

    def count(self, meaning: str) -> int:
        """How many things of a kind stand beside the steps."""
        return sum(len(step.more.get(meaning, ())) for step in self.steps)

    @property
    def question(self) -> Message | None:
        """Whether to go on although some rows could not be read; None where all could."""
        return asked(len(self.problems), len(self.steps))


def asked(failed: int, others: int) -> Message | None:
    """The question before a partial import; None where nothing failed."""
    if not failed:
        return None
    forms = NP_(
        "{n} row could not be read. Bring in the other {m}?",
        "{n} rows could not be read. Bring in the other {m}?",
    )
    return Message.counted(forms, failed, m=others)
