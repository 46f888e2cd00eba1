"""What is selected, by ids, and which of it has the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from journeymap.canvas.sight import Sight
from journeymap.model.ids import Id


@dataclass(frozen=True, slots=True)
class Chosen:
    """Selected ids in the order they were chosen, the one with keyboard focus, and where Shift began."""

    ids: tuple[Id, ...] = ()
    current: Id | None = None
    anchor: Id | None = None

    def only(self, id: Id | None) -> Chosen:
        """Nothing but this."""
        return Chosen() if id is None else Chosen((id,), id, id)

    def toggled(self, id: Id) -> Chosen:
        """With this one if it was not there, else without it."""
        if id in self.ids:
            rest = tuple(other for other in self.ids if other != id)
            return Chosen(rest, rest[-1] if rest else None, rest[-1] if rest else None)
        return Chosen((*self.ids, id), id, self.anchor or id)

    def with_all(self, ids: Iterable[Id]) -> Chosen:
        """With all of these too."""
        ids = tuple(dict.fromkeys([*self.ids, *ids]))
        current = self.current if self.current in ids else (ids[0] if ids else None)
        return Chosen(ids, current, self.anchor or current)

    def extended(self, id: Id, between: Callable[[Id, Id], Iterable[Id]]) -> Chosen:
        """Everything from where Shift began to this one; `between` tells what lies between two."""
        anchor = self.anchor or self.current or id
        ids = tuple(dict.fromkeys([anchor, *between(anchor, id), id]))
        return Chosen(ids, id, anchor)

    def kept(self, before: Sight, now: Sight) -> Chosen:
        """Without what is gone; when the one with the keyboard is gone, the step before it has it."""
        ids = tuple(id for id in self.ids if id in now)
        if self.current is None:
            return Chosen(ids, ids[-1], ids[-1]) if ids else Chosen()
        if self.current in now:
            return replace(self, ids=ids, anchor=self.anchor if self.anchor in ids else self.current)
        if ids:
            return Chosen(ids, ids[-1], ids[-1])
        return Chosen().only(before.step_before(self.current, now))
