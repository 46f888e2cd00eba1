"""The answer to "may I?": yes, or no with a sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymap.edit.message import Message
from journeymap.i18n import N_
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id


class RefusedError(ValueError):
    """A verb was asked for what the rules do not allow; nothing was changed."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(str(verdict.reason))
        self.verdict = verdict


class GoneError(RefusedError, KeyError):
    """A verb was asked of a record that is not there: mostly of a field that was left after its step went."""

    def __init__(self, id: Id) -> None:
        super().__init__(no(N_("What this was about is no longer on the map.")))
        self.id = id


NOTHING = Message("")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is the English key with its values; empty where nothing needs to be said."""

    ok: bool
    reason: Message = NOTHING

    def __bool__(self) -> bool:
        return self.ok

    @property
    def values(self) -> Mapping[str, object]:
        """What goes into the reason's places."""
        return self.reason.values

    def said(self, t: Catalogue) -> str:
        """The reason in t's language; empty where there is none."""
        return self.reason.said(t) if self.reason else ""

    def demand(self) -> None:
        """RefusedError unless the answer is yes."""
        if not self.ok:
            raise RefusedError(self)


YES = Verdict(True)


def no(text: str = "", /, **values: object) -> Verdict:
    """A refusal with its N_ sentence; without one nothing happens and nothing is said."""
    return Verdict(False, Message(text, **values))
