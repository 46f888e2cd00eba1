"""What is only supposed: tried on a copy of the journey, kept as one edit or dropped (FEATURES 57)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journeymap.edit.document import Document
from journeymap.edit.verbs.fields import set_field
from journeymap.edit.verbs.walls_away import Standing, take_wall_away
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import Quantity


@dataclass(frozen=True)
class WallGone:
    """A wall is taken away; `solved`: the frictions at it go too."""

    key: str
    walls: tuple[Standing, ...]
    frictions: tuple[Id, ...] = ()
    solved: bool = True

    def apply(self, document: Document) -> None:
        """Say it in the document; what is no longer on the map is passed over."""
        steps = document.present.steps
        there = [wall for wall in self.walls if all(end is None or end in steps for end in _ends(wall))]
        take_wall_away(document, there, self.frictions if self.solved else ())


@dataclass(frozen=True)
class OtherWait:
    """Somebody waits longer or shorter: `field` of a friction, a link or a step."""

    id: Id
    field: str
    value: Quantity | None

    @property
    def key(self) -> str:
        """Two suppositions of one key: the later one stands."""
        return f"{self.field}:{self.id}"

    def apply(self, document: Document) -> None:
        """Say it in the document; of what is no longer on the map nothing is said."""
        if document.present.get(self.id) is not None:
            set_field(document, self.id, **{self.field: self.value})


Supposition = WallGone | OtherWait


def tried(journey: Journey, suppositions: Iterable[Supposition]) -> Journey:
    """The journey as it would be. The one that is given stays as it is, and nobody hears of it."""
    document = Document(journey)
    keep(document, suppositions)
    return document.journey


def keep(document: Document, suppositions: Iterable[Supposition]) -> None:
    """All of it as one edit."""
    with document.edit(N_("Keep what was tried")):
        for one in suppositions:
            one.apply(document)


def with_supposed(there: Iterable[Supposition], one: Supposition) -> tuple[Supposition, ...]:
    """These and one more, in the place of the one that said something else about the same."""
    others = list(there)
    for place, old in enumerate(others):
        if old.key == one.key:
            return (*others[:place], one, *others[place + 1 :])
    return (*others, one)


def without_frictions(one: WallGone, *, solved: bool) -> WallGone:
    """The same wall gone, its frictions with it or not."""
    return replace(one, solved=solved)


def _ends(wall: Standing) -> tuple[Id | None, ...]:
    return (wall.source, wall.target, *wall.steps)
