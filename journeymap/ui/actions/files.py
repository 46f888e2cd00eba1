"""Actions of the menus File and Help: maps are opened, saved, exported, left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeymap.i18n import N_
from journeymap.ui.actions.action import Action, open_map
from journeymap.ui.actions.saving import may_leave, save, save_as
from journeymap.ui.actions.showing import shown
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.dialogs.report import ReportDialog
    from journeymap.ui.dialogs.settings import Settings


def new(parts: Parts) -> None:
    """To the start page, where a new map begins."""
    if may_leave(parts):
        parts.frame.to_start()


def make_report(parts: Parts, kind: str = "pdf") -> ReportDialog:
    """The report dialogue."""
    from journeymap.ui.dialogs.report import ReportDialog

    dialog = ReportDialog(parts.desk, parts.frame.widget(), kind)
    return shown(parts, dialog)


def ask_settings(parts: Parts) -> Settings:
    """The settings page."""
    from journeymap.ui.dialogs.settings import Settings

    return shown(parts, Settings(parts.frame))


def close(parts: Parts) -> None:
    """Leave the map, stay in the program; from the start page, leave the program."""
    if parts.desk.work.is_open:
        new(parts)
    else:
        parts.frame.quit()


FILE = (
    Action("new", N_("New map"), new),
    Action("save", N_("Save"), save, open_map),
    Action("save_as", N_("Save as…"), save_as, open_map),
    Action("report", N_("Make report…"), make_report, open_map),
    Action("export", N_("Other formats…"), lambda parts: make_report(parts, "svg"), open_map),
    Action("settings", N_("Settings…"), ask_settings),
    Action("close", N_("Close"), close),
    Action("quit", N_("Quit"), lambda parts: parts.frame.quit()),
)
