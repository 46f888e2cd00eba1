"""The questions that stop: unsaved changes, a map rescued, a file changed by others, a failure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.storage.recovery import Offer
from journeymap.ui.details.controls import Choices
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import column, row


def unsaved(look: Look, t: Catalogue, title: str, parent: QWidget | None) -> str:
    """Save, Don't save or Cancel before a map is left; Esc cancels."""
    return Ask(
        look,
        t("Save the changes in “{title}”?", title=title),
        t("Otherwise they are gone."),
        (
            Choice("drop", t("Don't save"), left=True),
            Choice("cancel", t("Cancel")),
            Choice("save", t("Save"), primary=True),
        ),
        "cancel",
        parent=parent,
    ).ask()


def figures(t: Catalogue, journey: Journey) -> str:
    """ "17 steps · 9 frictions"."""
    steps = t.plural("{n} step", "{n} steps", len(journey.steps))
    frictions = t.plural("{n} friction", "{n} frictions", len(journey.frictions))
    return f"{steps} · {frictions}"


def clock(t: Catalogue, moment: datetime) -> str:
    """Today's time of day, else date and time."""
    local = moment.astimezone()
    time = local.strftime("%H:%M")
    today = local.date() == datetime.now().astimezone().date()
    return time if today else f"{t.date(local.date())} {time}"


class Rescue(Ask):
    """Which state to open: the rescued one unless one says otherwise."""

    def __init__(
        self, look: Look, t: Catalogue, offer: Offer, on_disk: Journey | None, parent: QWidget | None
    ) -> None:
        rescued, when = offer.recover(), clock(t, offer.when)
        said = t.plural(
            "The program closed before it had saved, {time}. {n} change is kept.",
            "The program closed before it had saved, {time}. {n} changes are kept.",
            offer.changes,
            time=when,
        )
        self._differences = column(*(label(words, "caption") for words in _labels(t, offer)), gap=2)
        self._differences.hide()
        choices = [Choice("difference", t("Show the difference"), left=True)]
        if on_disk is not None:
            choices.append(Choice("disk", t("Open the one on disk")))
        else:
            choices.append(Choice("drop", t("Discard it")))
        choices.append(Choice("rescued", t("Open the rescued one"), primary=True))
        super().__init__(
            look,
            t("Your map is rescued"),
            said,
            choices,
            "later",
            body=column(_states(t, rescued, on_disk), self._differences, gap=8),
            after=t("The file on disk is not changed until you save."),
            parent=parent,
        )
        self.buttons["difference"].clicked.disconnect()
        self.buttons["difference"].clicked.connect(lambda: self._differences.setVisible(True))


def _states(t: Catalogue, rescued: Journey, on_disk: Journey | None) -> QWidget:
    lines = [
        row(label(rescued.head.title or t("A map without a name"), "rowbold"), None),
        row(label(t("Rescued"), "row"), None, label(figures(t, rescued), "quiet")),
    ]
    if on_disk is not None:
        lines.append(row(label(t("On disk"), "row"), None, label(figures(t, on_disk), "quiet")))
    return column(*lines, gap=6, margins=(14, 12, 14, 12), name="card")


def _labels(t: Catalogue, offer: Offer) -> list[str]:
    """What was done, the latest first, as undo names it."""
    names = list(offer.labels)[::-1][:12]
    return [t(name) for name in names]


def changed_on_disk(look: Look, t: Catalogue, file: str, parent: QWidget | None) -> str:
    """Somebody else saved the file, and it cannot be brought together with ours: theirs, a copy, or go on."""
    choices = [
        Choice("reload", t("Open theirs"), left=True),
        Choice("cancel", t("Go on")),
        Choice("copy", t("Save mine as a copy…"), primary=True),
    ]
    return Ask(
        look,
        t("{file} was saved by someone else", file=file),
        t("Yours and theirs now differ. Nothing is overwritten."),
        choices,
        "cancel",
        parent=parent,
    ).ask()


def trouble(look: Look, t: Catalogue, sentence: str, parent: QWidget | None, *, copy: bool = False) -> str:
    """Something did not work: the sentence says what and what to do."""
    choices = [Choice("close", t("Close"), primary=not copy)]
    if copy:
        choices.append(Choice("copy", t("Save a copy…"), primary=True))
    return Ask(look, t("That did not work"), sentence, choices, "close", parent=parent).ask()


def lane_with_steps(
    look: Look, t: Catalogue, said: str, others: Sequence[tuple[str, str]], parent: QWidget | None
) -> str:
    """Where the steps of a lane go that is deleted: the id of a lane, "all" to delete them too, "cancel"."""
    where = Choices()
    for id, name in others:
        where.addItem(name, id)
    body = column(label(t("Move the steps to"), "caption"), where, gap=3)
    asked = Ask(
        look,
        t("Delete the lane?"),
        said,
        (
            Choice("all", t("Delete all"), left=True),
            Choice("cancel", t("Cancel")),
            Choice("move", t("Move and delete"), primary=True),
        ),
        "cancel",
        body=body if others else None,
        parent=parent,
    ).ask()
    return str(where.currentData()) if asked == "move" else asked
