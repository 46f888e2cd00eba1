"""Files as the start page shows them: what lies on the disk, in a line and a stamp."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.storage.errors import StorageError
from journeymap.ui.dialogs import questions
from journeymap.ui.filing import Filing
from journeymap.ui.start import Found


def on_disk(path: Path | None) -> Journey | None:
    """The journey in a file; None where there is none that can be read."""
    try:
        return Filing.load(path)[0] if path is not None else None
    except StorageError:
        return None


def found(t: Catalogue, path: Path, title: str, when: str) -> Found:
    """A file for the start page, with what is in it if it can be read."""
    journey = on_disk(path)
    about = ""
    if journey is not None:
        about = questions.figures(t, journey)
        title = journey.head.title or title
    moment = questions.clock(t, datetime.fromisoformat(when)) if when else ""
    return Found(path, title or path.stem, moment, about, journey)
