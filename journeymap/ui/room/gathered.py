"""The notes of a silent round while the room is open: gathered, taken back, told; kept at every change."""

from __future__ import annotations

from dataclasses import replace

from journeymap.edit.line import without_bullet
from journeymap.edit.texts import one_line
from journeymap.storage.piles import MOST, Pile, keep_pile, pile_of


class Gathered:
    """The pile of one document; the first note is told first."""

    def __init__(self, document: str) -> None:
        self._document = document
        self.pile: Pile = pile_of(document)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self.pile.notes)

    @property
    def first(self) -> str:
        """The note that is told next; empty where none waits."""
        return self.pile.notes[0] if self.pile.notes else ""

    def add(self, text: str) -> int:
        """A note a line; how many came."""
        lines = [one_line(without_bullet(line.strip())) for line in text.splitlines()]
        new = [line for line in lines if line][: MOST - self.count]
        self._keep(replace(self.pile, notes=(*self.pile.notes, *new)))
        return len(new)

    def take_back(self) -> bool:
        """The last note is gone again; False where there is none."""
        there = bool(self.pile.notes)
        self._keep(replace(self.pile, notes=self.pile.notes[:-1]))
        return there

    def told(self) -> str:
        """The first note is done with: it is answered and leaves the pile."""
        note = self.first
        self._keep(replace(self.pile, notes=self.pile.notes[1:]))
        return note

    def untold(self, note: str) -> None:
        """A note comes back to the front."""
        self._keep(replace(self.pile, notes=(note, *self.pile.notes)))

    def ask(self, question: str) -> None:
        """What the round asks; nothing: what the program asks."""
        self._keep(replace(self.pile, question=one_line(question)))

    def mean(self, *, frictions: bool) -> None:
        """Whether a note becomes a friction, or a step."""
        self._keep(replace(self.pile, frictions=frictions))

    def _keep(self, pile: Pile) -> None:
        if pile != self.pile:
            self.pile = pile
            keep_pile(self._document, pile)
