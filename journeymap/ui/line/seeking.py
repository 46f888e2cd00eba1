"""What the line asks for instead of a step: which step a link leads to, or a few words such as a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from journeymap.edit.message import Message
from journeymap.edit.suggest import Suggestion, steps, suggest
from journeymap.edit.texts import folded, one_line
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

NONE_SUCH = N_("No step here is called {name}. Choose one from the list.")
NOTHING = N_("Choose a step from the list.")


class Prompt(Protocol):
    """`words` stand in the chip, `hint` in the empty field."""

    @property
    def words(self) -> str: ...

    @property
    def hint(self) -> str: ...

    def offers(self, journey: Journey, typed: str) -> tuple[Suggestion, ...]:
        """What fits what is typed so far."""

    def enter(self, journey: Journey, typed: str, taken: Id | None) -> Message | None:
        """Enter: do it, or say why not; `taken` is the record chosen from the offers."""


@dataclass(frozen=True)
class Seeking:
    """A step is sought by its words; `found` gets it. `but` is not offered."""

    words: str
    found: Callable[[Id], object]
    but: Id | None = None
    hint: str = N_("Which step?")

    def offers(self, journey: Journey, typed: str) -> tuple[Suggestion, ...]:
        """The steps that fit; all of them before the first letter."""
        return suggest(steps(journey, self.but), typed, least=0)

    def enter(self, journey: Journey, typed: str, taken: Id | None) -> Message | None:
        """The one taken, else the only one that fits, else the only one called so."""
        step = taken if taken is not None else self._meant(journey, typed)
        if step is None:
            return Message(NONE_SUCH, name=typed) if typed else Message(NOTHING)
        self.found(step)
        return None

    def _meant(self, journey: Journey, typed: str) -> Id | None:
        fitting = suggest(steps(journey, self.but), typed, most=len(journey.steps), least=1)
        same = [offer for offer in fitting if folded(offer.words) == folded(typed)]
        return next((found[0].id for found in (fitting, same) if len(found) == 1), None)


@dataclass(frozen=True)
class Wording:
    """A few words are asked for; `said` gets them, None where nothing was typed."""

    words: str
    said: Callable[[str | None], object]
    hint: str = N_("Enter without words leaves it open")

    def offers(self, journey: Journey, typed: str) -> tuple[Suggestion, ...]:
        """Nothing is offered: the words are the person's own."""
        return ()

    def enter(self, journey: Journey, typed: str, taken: Id | None) -> Message | None:
        """The words as they stand."""
        self.said(one_line(typed) or None)
        return None
