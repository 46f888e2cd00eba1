"""What became of an edit in a table: what was made, what was refused and why, what is still asked for."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.edit.message import Message

NEW = ""
"""Stands for the id of the empty last row."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that a cell did not take. `line` counts the lines of what was pasted from 1, 0 elsewhere."""

    row: str
    column: str
    text: str
    reason: Message
    line: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """`made` are the ids of new rows, `asks` names the column that a new row still lacks."""

    made: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    asks: str | None = None
    lines: int = 0
    """How many lines were pasted into existing rows."""

    @property
    def reason(self) -> Message | None:
        """Why the first refused cell was refused."""
        return self.refused[0].reason if self.refused else None


DONE = Outcome()
