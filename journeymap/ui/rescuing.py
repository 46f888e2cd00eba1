"""What a killed program left behind is offered when the window is up, and opened as somebody chooses."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeymap.storage.errors import StorageError
from journeymap.storage.recovery import Offer, offers
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs import questions
from journeymap.ui.filing import Filing
from journeymap.ui.starting.shelf import on_disk


def offer_rescue(desk: Desk, parent: QWidget, open_path: Callable[[Path], bool]) -> bool:
    """Ask about every journal that a killed program left behind; whether a map was opened by that."""
    return any(_rescue(offer, desk, parent, open_path) for offer in offers())


def _rescue(offer: Offer, desk: Desk, parent: QWidget, open_path: Callable[[Path], bool]) -> bool:
    path = Path(offer.path) if offer.path else None
    saved = on_disk(path)
    answer = questions.Rescue(desk.look, desk.t, offer, saved, parent).ask()
    if answer == "rescued":
        open_rescued(desk, offer)
        return True
    if answer == "drop":
        offer.discard()
    if answer == "disk" and path is not None and open_path(path):
        offer.discard()
        return True
    return False


def open_rescued(desk: Desk, offer: Offer) -> None:
    """Work on what was rescued; the file on the disk is not touched until it is saved."""
    journey = offer.recover()
    filing = Filing(journey, None, None)
    if offer.path:
        with contextlib.suppress(StorageError):
            _, filing = Filing.load(Path(offer.path))
    filing.rescue(journey, offer)
    desk.work.open(journey, filing, clean=False)
