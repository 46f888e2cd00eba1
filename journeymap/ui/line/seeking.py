"""The line while it looks for a step: where a link shall lead, or one of its ends (Ctrl+L)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymap.edit.message import Message
from journeymap.edit.suggest import Suggestion, steps, suggest
from journeymap.edit.texts import folded
from journeymap.i18n.catalogue import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

NONE_SUCH = N_("No step here is called {name}. Choose one from the list.")


@dataclass(frozen=True)
class Seeking:
    """What the step is sought for, in words for the chip; `found` gets it. `but` is not offered."""

    words: str
    found: Callable[[Id], object]
    but: Id | None = None

    def offers(self, journey: Journey, typed: str) -> tuple[Suggestion, ...]:
        """The steps that fit what is typed so far; all of them before the first letter."""
        return suggest(steps(journey, self.but), typed, least=0)

    def meant(self, journey: Journey, typed: str) -> Id | None:
        """The step that typed words alone mean: the only one that fits, or the only one called so."""
        fitting = suggest(steps(journey, self.but), typed, most=len(journey.steps), least=1)
        same = [offer for offer in fitting if folded(offer.words) == folded(typed)]
        for found in (fitting, same):
            if len(found) == 1:
                return found[0].id
        return None

    def none_such(self, typed: str) -> Message:
        """Why nothing was taken."""
        return Message(NONE_SUCH, name=typed)
