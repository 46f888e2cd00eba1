"""The questions that stop: unsaved changes, a map rescued, a file changed by others, a failure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.ui.details.controls import Choices
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import column


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


def trouble(
    look: Look,
    t: Catalogue,
    sentence: str,
    parent: QWidget | None,
    *,
    copy: bool = False,
    earlier: int = 0,
    left: bool = False,
) -> str:
    """Something did not work: the sentence says what and what to do.

    Offered where it can be: a `copy`, so many `earlier` versions, what is `left` of a damaged map.
    """
    choices = [Choice("close", t("Close"), primary=not (copy or earlier or left))]
    if left:
        choices.append(Choice("left", t("Open what can be read"), primary=not earlier))
    if copy:
        choices.append(Choice("copy", t("Save a copy…"), primary=True))
    if earlier:
        words = t.plural("{n} earlier version…", "{n} earlier versions…", earlier)
        choices.append(Choice("earlier", words, primary=True))
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
