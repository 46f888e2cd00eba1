"""A file as the sheets it holds, with what has to be told about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from journeymap.edit.message import Message
from journeymap.edit.tables.cells import Sheet

Kind = Literal["xlsx", "ods", "text"]
Heed = Callable[[float], None]
"""Told how far the work is, 0 to 1; it may raise `Stopped` to break off."""

MOST_ROWS = 100_000
"""A table with more rows is a register and no map: it is not read."""
MOST_COLUMNS = 300
"""Columns further right are not looked at."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong: somebody changed their mind
    """Whoever waited for the work does not want it any more."""


def unheeded(share: float) -> None:
    """Nobody watches and nobody breaks off."""


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets that hold anything, in the file's order; `notes` are about the file as a whole."""

    kind: Kind
    sheets: tuple[Sheet, ...]
    notes: tuple[Message, ...] = ()

    @property
    def shown(self) -> tuple[Sheet, ...]:
        """The sheets that are not hidden; all where every one is."""
        return tuple(sheet for sheet in self.sheets if not sheet.hidden) or self.sheets
