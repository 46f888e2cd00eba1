"""Actions of the menus File and Help: maps are opened, saved, exported, left."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from journeymap.i18n import N_
from journeymap.storage import files, recents
from journeymap.storage.errors import StorageError
from journeymap.storage.merge import merge
from journeymap.storage.versions import Version, versions
from journeymap.ui.actions.action import Action, may_edit, open_map
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.about import about, keys_page
from journeymap.ui.dialogs.clashes import Clashes
from journeymap.ui.dialogs.report import ReportDialog, file_name
from journeymap.ui.dialogs.settings import Settings
from journeymap.ui.dialogs.versions import Versions
from journeymap.ui.dialogs.votes import Votes
from journeymap.ui.filing import Filing
from journeymap.ui.merging import become
from journeymap.ui.parts import Parts

ENDING = ".journey"
D = TypeVar("D", bound=QDialog)


def may_leave(parts: Parts) -> bool:
    """Whether the open map may be left: saved, dropped on purpose, or with nothing to lose."""
    desk = parts.desk
    if not desk.work.needs_saving:
        return True
    title = desk.journey.head.title or desk.t("A map without a name")
    answer = questions.unsaved(desk.look, desk.t, title, parts.frame.widget())
    if answer == "save":
        return save(parts)
    return answer == "drop"


def new(parts: Parts) -> None:
    """To the start page, where a new map begins."""
    if may_leave(parts):
        parts.frame.to_start()


def ask_open(parts: Parts) -> None:
    """Choose a file and open it."""
    desk = parts.desk
    folder = desk.work.filing.path.parent if desk.work.filing.path else Path.home()
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
        journey, filing = Filing.load(path)
    except StorageError as failure:
        questions.trouble(desk.look, desk.t, failure.sentence(desk.t), parts.frame.widget())
        return False
    desk.work.leave()
    desk.work.open(journey, filing)
    recents.add(path, journey.head.title or "", journey.head.document or "")
    return True


def save(parts: Parts) -> bool:
    """Save where the map lies; one that lies nowhere asks where."""
    if parts.desk.work.filing.path is None or parts.desk.work.filing.read_only:
        return save_as(parts)
    return write(parts, None)


def save_as(parts: Parts) -> bool:
    """Choose a place and save there."""
    desk = parts.desk
    name = file_name(desk) + ENDING
    folder = desk.work.filing.path.parent if desk.work.filing.path else Path.home()
    kinds = desk.t("Maps") + f" (*{ENDING})"
    path, _ = QFileDialog.getSaveFileName(parts.frame.widget(), desk.t("Save as"), str(folder / name), kinds)
    if not path:
        return False
    place = Path(path)
    return write(parts, place if place.suffix else place.with_suffix(ENDING))


def write(parts: Parts, path: Path | None) -> bool:
    """Save; a failure is said with what to do about it."""
    desk = parts.desk
    try:
        desk.work.save(path)
    except StorageError as failure:
        return _after_failure(parts, failure)
    head, place = desk.journey.head, desk.work.filing.path
    if place is not None:
        recents.add(place, head.title or "", head.document or "")
    return True


def _after_failure(parts: Parts, failure: StorageError) -> bool:
    desk, window = parts.desk, parts.frame.widget()
    if failure.kind == "changed_on_disk":
        return settle_change(parts)
    answer = questions.trouble(desk.look, desk.t, failure.sentence(desk.t), window, copy=True)
    return save_as(parts) if answer == "copy" else False


def settle_change(parts: Parts) -> bool:
    """Somebody else saved the file: theirs, a copy of ours, or go on; whether ours is now saved."""
    desk = parts.desk
    path = desk.work.filing.path
    if path is None:
        return False
    may_merge = desk.work.filing.common is not None and not desk.work.filing.read_only
    answer = questions.changed_on_disk(
        desk.look, desk.t, path.name, parts.frame.widget(), may_merge=may_merge
    )
    if answer == "copy":
        return save_as(parts)
    if answer == "merge":
        return join(parts, path)
    if answer == "reload":
        desk.work.leave()
        open_file(parts, path)
    return False


def join(parts: Parts, path: Path) -> bool:
    """Bring what others saved into the open map, ask where both differ, and save."""
    desk, filing = parts.desk, parts.desk.work.filing
    try:
        loaded = files.load(path)
    except StorageError as failure:
        questions.trouble(desk.look, desk.t, failure.sentence(desk.t), parts.frame.widget())
        return False
    merged = merge(filing.common or loaded.journey, desk.journey, loaded.journey)
    theirs: set[int] = set()
    if merged.clashes:
        dialog = Clashes(desk.look, desk.t, merged, parts.frame.widget())
        if dialog.ask() != "merge":
            return False
        theirs = dialog.theirs
    become(desk.document, merged, sorted(theirs), desk.t)
    filing.joined(loaded.journey, loaded.sha256)
    filing.attachments.update(loaded.attachments)
    return write(parts, None)


def earlier(parts: Parts) -> Versions:
    """Choose an earlier version and open it as a map of its own, saved nowhere yet."""
    desk = parts.desk
    kept = versions(desk.journey.head.document or "")
    dialog = shown(parts, Versions(desk.look, desk.t, kept, parts.frame.widget()))
    dialog.finished.connect(lambda: _open_earlier(parts, dialog.chosen))
    return dialog


def _open_earlier(parts: Parts, version: Version | None) -> None:
    desk = parts.desk
    if version is None or not may_leave(parts):
        return
    try:
        found = version.read()
    except StorageError as failure:
        questions.trouble(desk.look, desk.t, failure.sentence(desk.t), parts.frame.widget())
        return
    desk.work.leave()
    filing = Filing(found.journey, None, None, attachments=found.attachments, rescued=True)
    desk.work.open(found.journey, filing)


def show_trouble(parts: Parts) -> None:
    """Why the map could not be saved."""
    failure = parts.desk.work.filing.trouble
    if failure is not None:
        _after_failure(parts, failure)


def make_report(parts: Parts, kind: str = "pdf") -> ReportDialog:
    """The report dialogue."""
    dialog = ReportDialog(parts.desk, parts.frame.widget(), kind)
    return shown(parts, dialog)


def shown(parts: Parts, dialog: D) -> D:
    """Show a dialogue; afterwards the keyboard is back in the line, and the dialogue is let go."""

    def over() -> None:
        dialog.deleteLater()
        parts.frame.widget().activateWindow()
        if parts.desk.work.is_open:
            parts.writing.focus()

    dialog.finished.connect(over)
    dialog.open()
    return dialog


def ask_settings(parts: Parts) -> None:
    """The settings page."""
    shown(parts, Settings(parts.desk, parts.frame.speak, parts.frame.wear, parts.frame.widget()))


def vote(parts: Parts) -> Votes:
    """Votes, friction by friction."""
    return shown(parts, Votes(parts.desk, parts.frame.widget()))


def close(parts: Parts) -> None:
    """Leave the map, stay in the program; from the start page, leave the program."""
    if parts.desk.work.is_open:
        new(parts)
    else:
        parts.frame.quit()


FILE = (
    Action("new", N_("New map"), new),
    Action("open", N_("Open…"), ask_open),
    Action("save", N_("Save"), save, open_map),
    Action("save_as", N_("Save as…"), save_as, open_map),
    Action("earlier", N_("Earlier versions…"), earlier, open_map),
    Action("report", N_("Make report…"), make_report, open_map),
    Action("export", N_("Save as a picture…"), lambda parts: make_report(parts, "svg"), open_map),
    Action("settings", N_("Settings…"), ask_settings),
    Action("close", N_("Close"), close),
    Action("quit", N_("Quit"), lambda parts: parts.frame.quit()),
)
WORKSHOP = (Action("votes", N_("Vote: what makes someone leave?"), vote, may_edit),)


def _over(parts: Parts) -> QWidget:
    return parts.frame.widget()


def help_actions(words: dict[str, str]) -> tuple[Action, ...]:
    """Actions of the menu Help; `words` are the names of all others, for the list of keys."""
    return (
        Action("do_anything", N_("Do anything by name…"), lambda parts: parts.frame.search()),
        Action(
            "help",
            N_("Keys"),
            lambda parts: shown(parts, keys_page(parts.desk, words, parts.frame.widget())),
        ),
        Action(
            "about",
            N_("About journeymap"),
            lambda parts: shown(parts, about(parts.desk, parts.frame.widget())),
        ),
    )
