"""Other versions of a map that lie beside it, as long as there is something new in them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from journeymap.model.journey import Journey
from journeymap.storage import envelope, settings
from journeymap.storage.blind_merge import merge_blind
from journeymap.storage.errors import StorageError
from journeymap.storage.files import Loaded, load
from journeymap.storage.merge import Merged
from journeymap.storage.siblings import conflict_copies
from journeymap.storage.versions import versions

SETTLED = "settled_copies"
MOST_SETTLED = 100
MOST_HISTORY = 12
"""Earlier versions that are asked which side is the newer one."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A conflict copy as it was read."""

    loaded: Loaded

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.loaded.path


def beside(path: Path, journey: Journey) -> tuple[Beside, ...]:
    """The conflict copies of an open map that say something else and were not settled before."""
    settled = settings.get(SETTLED, [])
    found = []
    for copy in conflict_copies(path, journey.head.document or ""):
        with contextlib.suppress(StorageError):
            loaded = load(copy)
            if loaded.sha256 not in settled and not envelope.same_records(loaded.journey, journey):
                found.append(Beside(loaded))
    return tuple(found)


def settle(sha256: str) -> None:
    """This copy was brought in or left alone on purpose: it is not spoken of again."""
    kept = [one for one in settings.get(SETTLED, []) if one != sha256]
    settings.put(SETTLED, [*kept, sha256][-MOST_SETTLED:])


def bring_in(mine: Journey, theirs: Journey) -> Merged:
    """Both together; earlier versions of the map say which word is likelier to be the newer one."""
    states = []
    for version in versions(mine.head.document or "")[:MOST_HISTORY]:
        with contextlib.suppress(StorageError):
            states.append(version.read().journey)
    return merge_blind(mine, theirs, states)
