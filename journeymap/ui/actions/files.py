"""Actions of the menus File and Help: maps are opened, saved, exported, left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from journeymap.i18n import N_
from journeymap.storage import recents
from journeymap.storage.errors import StorageError
from journeymap.storage.versions import Version, versions
from journeymap.ui.actions.action import Action, may_edit, open_map
from journeymap.ui.actions.saving import ENDING, may_leave, save, save_as
from journeymap.ui.actions.showing import shown
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.report import ReportDialog
from journeymap.ui.dialogs.settings import Settings
from journeymap.ui.dialogs.versions import Versions
from journeymap.ui.dialogs.votes import Votes
from journeymap.ui.filing import Filing
from journeymap.ui.parts import Parts


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


def make_report(parts: Parts, kind: str = "pdf") -> ReportDialog:
    """The report dialogue."""
    dialog = ReportDialog(parts.desk, parts.frame.widget(), kind)
    return shown(parts, dialog)


def ask_settings(parts: Parts) -> Settings:
    """The settings page."""
    return shown(parts, Settings(parts.frame))


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
