"""What a killed program left behind is offered when the window is up, and opened as somebody chooses."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeymap.storage import envelope, files
from journeymap.storage.errors import StorageError
from journeymap.storage.files import Loaded
from journeymap.storage.recovery import Offer, offers
from journeymap.storage.versions import keep_saved
from journeymap.ui.background import Work
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.dialogs.rescue import Rescue, Rescued
from journeymap.ui.filing import Filing


def waiting() -> tuple[Rescued, ...]:
    """Everything that can be rescued, with what it would give back; takes as long as reading takes."""
    return tuple(Rescued(offer, offer.recover(), _on_disk(offer)) for offer in offers())


def _on_disk(offer: Offer) -> Loaded | None:
    with contextlib.suppress(StorageError):
        return files.load(offer.path) if offer.path else None
    return None


def offer_rescue(desk: Desk, parent: QWidget, open_path: Callable[[Path], bool]) -> bool:
    """Ask what to do with the maps a killed program left behind; whether one of them was opened.

    Those that are not opened or discarded wait for another time.
    """
    work = Work(waiting)
    words = desk.t("Looking for what can be rescued…")
    if not wait_for(work, desk.look, words, desk.t("Later"), parent):
        return False
    left = list(work.answer())
    while left:
        dialog = Rescue(desk.look, desk.t, left, parent)
        answer, one = dialog.ask(), dialog.chosen
        left.remove(one)
        if answer == "drop" and _sure(desk, one, parent):
            one.offer.discard()
        elif answer == "rescued":
            open_rescued(desk, one, len(left))
            return True
        elif answer == "disk":
            return _open_the_other(desk, one, open_path)
        elif answer != "drop":
            return False
    return False


def open_rescued(desk: Desk, one: Rescued, more: int = 0) -> None:
    """Work on what was rescued; the file on the disk is not touched until it is saved."""
    filing = Filing(one.journey, None, None)
    if one.on_disk is not None:
        _, filing = Filing.of(one.on_disk)
    filing.rescue(one.journey, one.offer)
    if more:
        filing.hello = desk.t.plural(
            "{n} more rescued map waits under File.", "{n} more rescued maps wait under File.", more
        )
    desk.work.open(one.journey, filing, clean=False)


def _open_the_other(desk: Desk, one: Rescued, open_path: Callable[[Path], bool]) -> bool:
    """The file as it is on the disk; what was rescued goes under Earlier versions before it is let go."""
    path = Path(one.offer.path)
    if not open_path(path):
        return False
    data = envelope.encode(one.journey, one.offer.pictures())
    document = one.journey.head.document or str(path)
    if keep_saved(document, path, data, files.fingerprint_of(data), most=len(data)):
        one.offer.discard()
    return True


def _sure(desk: Desk, one: Rescued, parent: QWidget) -> bool:
    t = desk.t
    choices = (Choice("keep", t("Keep it"), primary=True), Choice("drop", t("Discard it")))
    title = t("Discard “{title}”?", title=one.title or t("A map without a name"))
    return Ask(desk.look, title, t("It is gone then."), choices, "keep", parent=parent).ask() == "drop"
