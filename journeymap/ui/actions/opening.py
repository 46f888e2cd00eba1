"""Actions that open: a file, an earlier version, what a killed program left, a file that Git gave up on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from journeymap.i18n import N_
from journeymap.storage import disk, envelope, files, recents
from journeymap.storage.errors import StorageError
from journeymap.storage.files import Loaded
from journeymap.storage.recovery import offers
from journeymap.storage.save import clear_stale
from journeymap.storage.siblings import merge_git
from journeymap.storage.versions import Version, document_at, versions
from journeymap.ui.actions.action import Action, open_map
from journeymap.ui.actions.salvaging import left_of, open_left
from journeymap.ui.actions.saving import ENDING, chosen, may_leave
from journeymap.ui.actions.showing import shown
from journeymap.ui.background import Work
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.filing import Filing
from journeymap.ui.merging import brought_together
from journeymap.ui.parts import Parts
from journeymap.ui.rescuing import offer_rescue

if TYPE_CHECKING:
    from journeymap.ui.dialogs.to_look_at import ToLookAt
    from journeymap.ui.dialogs.versions import Versions


def ask_open(parts: Parts) -> None:
    """Choose a file and open it."""
    desk = parts.desk
    folder = desk.work.filing.folder
    kinds = desk.t("Maps") + f" (*{ENDING})"
    path, _ = QFileDialog.getOpenFileName(parts.frame.widget(), desk.t("Open a map"), str(folder), kinds)
    if path:
        open_file(parts, Path(path))


def open_file(parts: Parts, path: Path) -> bool:
    """Open a file; what is wrong with it is said, and the open map stays."""
    desk = parts.desk
    if not may_leave(parts):
        return False
    try:
        loaded = _read(parts, path)
    except StorageError as failure:
        return _cannot_open(parts, path, failure)
    if loaded is None:
        return False
    desk.work.leave()
    desk.work.take(loaded)
    head = loaded.journey.head
    recents.add(path, head.title or "", head.document or "")
    return True


def _read(parts: Parts, path: Path) -> Loaded | None:
    """The file, read while the window lives; None where somebody would not wait for it."""
    desk = parts.desk
    work = Work(lambda: _loaded(path))
    words = desk.t("Opening {file}…", file=path.name)
    over = wait_for(work, desk.look, words, desk.t("Cancel"), parts.frame.widget())
    return work.answer() if over else None


def _loaded(path: Path) -> Loaded:
    """The file; what a save that was killed left beside it goes first."""
    clear_stale(path.parent)
    return files.load(path)


def _cannot_open(parts: Parts, path: Path, failure: StorageError) -> bool:
    """What is wrong with the file, and what can be done about it; whether a map was opened after all."""
    from journeymap.ui.dialogs.versions import Versions

    desk, window = parts.desk, parts.frame.widget()
    if failure.kind == "git_markers":
        return open_both(parts, path, failure)
    kept = versions(document_at(path) or "") if failure.kind != "folder" else ()
    left = left_of(path, failure)
    words = failure.sentence(desk.t)
    answer = questions.trouble(desk.look, desk.t, words, window, earlier=len(kept), left=left is not None)
    if answer == "left" and left is not None:
        return open_left(parts, path, *left)
    if answer != "earlier":
        return False
    dialog = Versions(desk.look, desk.t, kept, window)
    dialog.ask()
    return _open_earlier(parts, dialog.chosen)


def open_both(parts: Parts, path: Path, failure: StorageError) -> bool:
    """A file with two versions in it that Git could not merge: merged here, clashes asked about."""
    desk, window = parts.desk, parts.frame.widget()
    try:
        data = disk.read_file(path, envelope.MOST_BYTES)
        history = [version.read().journey for version in versions(document_at(path) or "")[:5]]
        merged = merge_git(data, path.name, history)
    except StorageError:
        questions.trouble(desk.look, desk.t, failure.sentence(desk.t), window)
        return False
    said = desk.t("{file} holds two versions of the map that Git could not merge.", file=path.name)
    theirs = chosen(parts, merged, said, desk.t("Bring together"))
    if theirs is None:
        return False
    desk.work.leave()
    journey = brought_together(merged, theirs, desk.t)
    filing = Filing(journey, path, files.fingerprint_of(data), rescued=True)
    filing.hello = desk.t("Both versions are brought together. The file is not changed until you save.")
    desk.work.open(journey, filing, clean=False)
    return True


def earlier(parts: Parts) -> Versions:
    """Choose an earlier version and open it as a map of its own, saved nowhere yet."""
    from journeymap.ui.dialogs.versions import Versions

    desk = parts.desk
    kept = versions(desk.journey.head.document or "")
    dialog = shown(parts, Versions(desk.look, desk.t, kept, parts.frame.widget(), desk.work.filing.sha256))
    dialog.finished.connect(lambda: _open_earlier(parts, dialog.chosen))
    return dialog


def _open_earlier(parts: Parts, version: Version | None) -> bool:
    desk = parts.desk
    if version is None or not may_leave(parts):
        return False
    try:
        found = version.read()
    except StorageError as failure:
        questions.trouble(desk.look, desk.t, failure.sentence(desk.t), parts.frame.widget())
        return False
    desk.work.leave()
    filing = Filing(found.journey, None, None, attachments=found.attachments, rescued=True)
    desk.work.open(found.journey, filing)
    return True


def rescued(parts: Parts) -> bool:
    """Maps that a killed program left behind and that wait; whether one was opened."""
    desk, window = parts.desk, parts.frame.widget()
    if not may_leave(parts):
        return False
    if not offers():
        words = desk.t("Nothing waits to be rescued. Every map was saved or left on purpose.")
        questions.trouble(desk.look, desk.t, words, window)
        return False
    return offer_rescue(desk, window, lambda path: open_file(parts, path))


def to_look_at(parts: Parts) -> ToLookAt:
    """Everything in the file that could not be used as it stands, each with its place."""
    from journeymap.ui.dialogs.to_look_at import ToLookAt

    return shown(parts, ToLookAt(parts.desk, parts.show, parts.frame.widget()))


def _has_repairs(parts: Parts) -> bool:
    return open_map(parts) and bool(parts.desk.work.filing.repairs)


OPENING = (
    Action("open", N_("Open…"), ask_open),
    Action("earlier", N_("Earlier versions…"), earlier, open_map),
    Action("rescued", N_("Rescued maps…"), rescued),
    Action("to_look_at", N_("To look at…"), to_look_at, _has_repairs),
)
