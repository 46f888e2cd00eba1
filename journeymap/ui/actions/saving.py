"""Actions that write: the map is saved, saved elsewhere, left; what others saved meanwhile comes together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from journeymap.storage import files, recents
from journeymap.storage.compare import differences
from journeymap.storage.errors import StorageError
from journeymap.storage.files import Loaded
from journeymap.storage.merge import Merged, merge
from journeymap.storage.save import Saved
from journeymap.ui.background import Work
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.merging import MERGE, brought_together
from journeymap.ui.naming import file_name
from journeymap.ui.parts import Parts

ENDING = ".journey"
PATIENCE = 150
"""Milliseconds that a save is waited for before the work goes on beside it."""


def save(parts: Parts, *, wait: bool = False) -> bool:
    """Save where the map lies; one that lies nowhere asks where. Whether it is saved now."""
    if parts.desk.work.filing.path is None or parts.desk.work.filing.read_only:
        return save_as(parts, wait=wait)
    return write(parts, None, wait=wait)


def save_as(parts: Parts, *, wait: bool = False) -> bool:
    """Choose a place and save there."""
    desk = parts.desk
    name = file_name(desk) + ENDING
    folder = desk.work.filing.folder
    kinds = desk.t("Maps") + f" (*{ENDING})"
    path, _ = QFileDialog.getSaveFileName(parts.frame.widget(), desk.t("Save as"), str(folder / name), kinds)
    if not path:
        return False
    place = Path(path)
    return write(parts, place if place.suffix else place.with_suffix(ENDING), wait=wait)


def write(parts: Parts, path: Path | None, *, wait: bool = False) -> bool:
    """Save; a slow disk is waited for only where it must be. A failure is said with what to do about it."""
    work = parts.desk.work
    try:
        saved = work.save(path, patience=PATIENCE)
        if saved is None and wait:
            saved = _waited(parts)
    except StorageError as failure:
        return _after_failure(parts, failure)
    if saved is not None:
        _tell(parts, saved)
    return saved is not None


def _waited(parts: Parts) -> Saved | None:
    """The save under way, awaited with a way to stop waiting."""
    desk = parts.desk
    saving = desk.work.saving
    if saving is None:
        return None
    saving.awaited = True
    words = desk.t("Saving…")
    if not wait_for(saving.work, desk.look, words, desk.t("Go on working"), parts.frame.widget()):
        saving.awaited = False
        return None
    desk.work.settle()
    return saving.work.answer()


def heard_late(parts: Parts, outcome: object) -> None:
    """A save that nobody waited for is over."""
    t, news = parts.desk.t, parts.news
    if isinstance(outcome, StorageError) and outcome.kind == "changed_on_disk":
        settle_change(parts, save_then=True)
    elif isinstance(outcome, StorageError):
        news.say(t("The map could not be saved."), t("See why"), lambda: show_trouble(parts))
    elif isinstance(outcome, Saved):
        _tell(parts, outcome)


def _tell(parts: Parts, saved: Saved) -> None:
    """The map goes on top of the recent ones; what is odd about the save is said."""
    desk, place = parts.desk, parts.desk.work.filing.path
    if place is not None:
        recents.add(place, desk.journey.head.title or "", desk.journey.head.document or "")
    if saved.warnings:
        parts.news.say(" ".join(warning.sentence(desk.t) for warning in saved.warnings))


def _after_failure(parts: Parts, failure: StorageError) -> bool:
    desk, window = parts.desk, parts.frame.widget()
    if failure.kind == "changed_on_disk":
        return settle_change(parts, save_then=True)
    answer = questions.trouble(desk.look, desk.t, failure.sentence(desk.t), window, copy=True)
    return save_as(parts) if answer == "copy" else False


def show_trouble(parts: Parts) -> None:
    """Why the map could not be saved."""
    failure = parts.desk.work.filing.trouble
    if failure is not None:
        _after_failure(parts, failure)


def may_leave(parts: Parts) -> bool:
    """Whether the open map may be left: saved, dropped on purpose, or with nothing to lose."""
    desk = parts.desk
    if desk.work.saving is not None and _waited(parts) is None:
        return False
    if not desk.work.needs_saving:
        return True
    title = desk.journey.head.title or desk.t("A map without a name")
    answer = questions.unsaved(desk.look, desk.t, title, parts.frame.widget())
    if answer == "save":
        return save(parts, wait=True)
    return answer == "drop"


def settle_change(parts: Parts, *, save_then: bool = False) -> bool:
    """Somebody else saved the file: both come together. Whether what came of it is saved."""
    desk = parts.desk
    path, filing = desk.work.filing.path, desk.work.filing
    loaded = _read(parts, path) if path is not None else None
    if loaded is None:
        return False
    filing.told_of, filing.apart = loaded.sha256, None
    if not filing.may_join(loaded.journey, desk.journey):
        return _ask_what_to_do(parts, loaded)
    merged = merge(filing.common or loaded.journey, desk.journey, loaded.journey)
    theirs = chosen(
        parts, merged, who_saved(parts, loaded), desk.t("Bring together") if not save_then else ""
    )
    if theirs is None:
        filing.apart = loaded
        desk.work.filed.emit()
        return False
    return take_in(parts, merged, theirs, loaded, save_then=save_then)


def _read(parts: Parts, path: Path) -> Loaded | None:
    """What lies on the disk now; what is wrong with it is said."""
    desk = parts.desk
    work = Work(lambda: files.load(path))
    words = desk.t("Opening {file}…", file=path.name)
    try:
        if wait_for(work, desk.look, words, desk.t("Cancel"), parts.frame.widget()):
            return work.answer()
    except StorageError as failure:
        answer = questions.trouble(
            desk.look, desk.t, failure.sentence(desk.t), parts.frame.widget(), copy=True
        )
        if answer == "copy":
            save_as(parts)
    return None


def _ask_what_to_do(parts: Parts, loaded: Loaded) -> bool:
    """The two cannot be brought together: there is no common state, or it is another map altogether."""
    desk = parts.desk
    answer = questions.changed_on_disk(desk.look, desk.t, loaded.path.name, parts.frame.widget())
    if answer == "copy":
        return save_as(parts)
    if answer == "reload":
        desk.work.leave()
        desk.work.take(loaded)
    return False


def chosen(parts: Parts, merged: Merged, said: str, go: str) -> set[int] | None:
    """Where the other's word is taken: asked only where both differ; None where somebody went back."""
    from journeymap.ui.dialogs.clashes import Clashes

    if not merged.clashes:
        return set()
    dialog = Clashes(parts.desk.look, parts.desk.t, merged, said, parts.frame.widget(), go)
    return dialog.theirs if dialog.ask() == "merge" else None


def take_in(
    parts: Parts, merged: Merged, theirs: set[int], loaded: Loaded, *, save_then: bool = False
) -> bool:
    """Make the open map what came of both, and say so; save if that was wanted. Whether all is saved."""
    work = parts.desk.work
    said = who_saved(parts, loaded)
    work.join(MERGE, brought_together(merged, theirs, parts.desk.t), loaded)
    parts.news.say(said)
    return write(parts, None) if save_then and work.needs_saving else not work.needs_saving


def who_saved(parts: Parts, loaded: Loaded) -> str:
    """ "Anna saved while you worked. 3 changes are brought in." """
    t, filing = parts.desk.t, parts.desk.work.filing
    other = filing.neighbour()
    name = (other.who or other.host if other is not None else "") or t("Somebody")
    return t.plural(
        "{name} saved while you worked. {n} change is brought in.",
        "{name} saved while you worked. {n} changes are brought in.",
        len(differences(filing.common or loaded.journey, loaded.journey)),
        name=name,
    )
