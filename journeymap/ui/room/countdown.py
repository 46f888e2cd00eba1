"""The time of the room: runs down from so many minutes, can rest, and counts up once it is out."""

from __future__ import annotations

from dataclasses import dataclass, replace

USUAL = 10
"""Minutes of a round unless somebody sets others."""
MOST = 240
LAST = 60.0
"""Seconds before the end from which the ring is solid."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """Times are seconds of one steady clock. `since` None: it rests."""

    minutes: int = USUAL
    spent: float = 0.0
    since: float | None = None

    def left(self, now: float) -> float:
        """Seconds until the end; below 0 it has been over for so long."""
        running = now - self.since if self.since is not None else 0.0
        return self.minutes * 60 - self.spent - running

    def share(self, now: float) -> float:
        """What is left of the whole, 0–1."""
        return min(1.0, max(0.0, self.left(now) / (self.minutes * 60)))

    def turned(self, now: float) -> Countdown:
        """Started where it rested, resting where it ran."""
        if self.since is None:
            return replace(self, since=now)
        return replace(self, spent=self.spent + now - self.since, since=None)

    def set(self, minutes: int) -> Countdown:
        """A new round of so many minutes (1–240), at rest."""
        return Countdown(min(MOST, max(1, minutes)))


def written(seconds: float) -> str:
    """ "07:12" while it runs down, "+00:12" once it is over."""
    whole = int(-seconds) if seconds < 0 else -int(-seconds // 1)
    return f"{'+' if seconds < 0 else ''}{whole // 60:02}:{whole % 60:02}"
