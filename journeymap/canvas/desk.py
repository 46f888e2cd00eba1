"""What an edit from the map needs of it: the document, and a place to say no."""

from __future__ import annotations

from typing import Protocol

from journeymap.edit.document import Document
from journeymap.edit.message import Message


class Desk(Protocol):
    """The view as edits see it."""

    @property
    def document(self) -> Document | None: ...

    def refuse_here(self, reason: Message) -> None: ...
