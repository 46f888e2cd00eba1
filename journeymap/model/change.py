"""What one edit did: before and after of every record it touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.model.records import Record

Pair = tuple[Record | None, Record | None]
"""Before and after; None = not there."""


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as data: undo is its inverse, the journal and merge write it down field by field."""

    entries: Mapping[Id, Pair]

    def __bool__(self) -> bool:
        return bool(self.entries)

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change({id: (after, before) for id, (before, after) in self.entries.items()})

    def then(self, later: Change) -> Change:
        """Both changes as one; what comes back to where it began falls out."""
        joined: dict[Id, Pair] = dict(self.entries)
        for id, (before, after) in later.entries.items():
            joined[id] = (joined[id][0] if id in joined else before, after)
        return Change({id: pair for id, pair in joined.items() if pair[0] != pair[1]})
