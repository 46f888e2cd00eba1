"""What one edit did: before and after of every record it touched, and of what no record can be made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from journeymap.model.ids import Id
from journeymap.model.records import Record, Step

Pair = tuple[Record | None, Record | None]
"""Before and after; None = not there."""


class Kept(NamedTuple):
    """What the file says beside the records: see Journey. Only bringing two files together changes it."""

    quarantine: Mapping[str, Any]
    foreign: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as data: undo is its inverse, the journal and merge write it down field by field."""

    entries: Mapping[Id, Pair]
    kept: tuple[Kept, Kept] | None = None

    def __bool__(self) -> bool:
        return bool(self.entries) or self.kept is not None

    @property
    def words_only(self) -> bool:
        """Whether steps were given other words and nothing else: no finding or place hangs on those."""
        return self.kept is None and all(same_but_words(*pair) for pair in self.entries.values())

    def inverse(self) -> Change:
        """The change that takes this one back."""
        kept = None if self.kept is None else (self.kept[1], self.kept[0])
        return Change({id: (after, before) for id, (before, after) in self.entries.items()}, kept)

    def then(self, later: Change) -> Change:
        """Both changes as one; what comes back to where it began falls out."""
        joined: dict[Id, Pair] = dict(self.entries)
        for id, (before, after) in later.entries.items():
            joined[id] = (joined[id][0] if id in joined else before, after)
        kept = self.kept or later.kept
        if self.kept is not None and later.kept is not None:
            kept = (self.kept[0], later.kept[1])
        still = None if kept is None or kept[0] == kept[1] else kept
        return Change({id: pair for id, pair in joined.items() if pair[0] != pair[1]}, still)


WORDS = frozenset({"title", "description"})


def same_but_words(before: Record | None, after: Record | None) -> bool:
    """Whether these are one step that at most was given other words."""
    if not (isinstance(before, Step) and isinstance(after, Step)):
        return False
    return all(
        getattr(before, name) == getattr(after, name)
        for name in before.__struct_fields__
        if name not in WORDS
    )
