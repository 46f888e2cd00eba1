"""A map that is open for reading: every edit of it is refused with one sentence."""

from __future__ import annotations

from collections.abc import Generator, Hashable
from contextlib import contextmanager

from journeymap.edit.document import Document
from journeymap.edit.draft import Draft
from journeymap.edit.message import Message
from journeymap.edit.rules.verdict import RefusedError, no
from journeymap.i18n import N_

REFUSED = N_("This map is open for reading. See the strip above the map.")


class OnlyRead(Document):
    """Looks like any document; `edit` raises RefusedError and nothing changes."""

    @contextmanager
    def edit(self, label: Message | str, merge: Hashable | None = None) -> Generator[Draft, None, None]:
        raise RefusedError(no(REFUSED))
        yield
