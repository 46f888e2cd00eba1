"""What every panel of the window works with: words, look, the open document, what is selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from journeymap.edit.document import Document
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.ui.further import Telling
from journeymap.ui.look import Look
from journeymap.ui.selection import Selection
from journeymap.ui.workspace import Workspace


@dataclass
class Desk:
    """One a window; words and look change when another language or theme is chosen."""

    t: Catalogue
    look: Look
    work: Workspace
    selection: Selection
    telling: Telling
    led: str = ""
    """The id of the map that the first-map tasks lead through; empty: none."""

    aside: tuple[Document, Callable[..., QWidget]] | None = None
    """What is held beside the map: of which document, and how its panel is made."""

    @property
    def document(self) -> Document:
        return self.work.document

    @property
    def journey(self) -> Journey:
        return self.work.document.journey
