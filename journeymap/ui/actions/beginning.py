"""Ways to begin a map: a copy of a finished one, a template, a file that has moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QFileDialog

from journeymap.i18n import N_
from journeymap.model.ids import new_id
from journeymap.model.journey import Journey
from journeymap.model.records import Lane
from journeymap.storage import files, recents
from journeymap.storage.errors import StorageError
from journeymap.storage.templates import Template, begun
from journeymap.ui.actions.action import Action, open_map
from journeymap.ui.actions.opening import open_file
from journeymap.ui.actions.saving import ENDING, may_leave
from journeymap.ui.actions.showing import shown
from journeymap.ui.dialogs import questions
from journeymap.ui.filing import Filing
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.dialogs.lane_sets import LaneSets
    from journeymap.ui.dialogs.templates import Templates


def open_copy(parts: Parts, path: Path) -> bool:
    """Open what comes with the program as a map of one's own: a save asks where, the original stays."""
    desk = parts.desk
    try:
        loaded = files.load(path)
    except StorageError as failure:
        questions.trouble(desk.look, desk.t, failure.sentence(desk.t), parts.frame.widget())
        return False
    head = msgspec.structs.replace(loaded.journey.head, document=new_id())
    return _open_new(parts, replace(loaded.journey, head=head), loaded.attachments)


def begin_from(parts: Parts, template: Template) -> bool:
    """A new map from a template, with ids of its own, saved nowhere yet."""
    return _open_new(parts, begun(template, date.today().isoformat()))  # noqa: DTZ011 - on the own wall


def _open_new(parts: Parts, journey: Journey, attachments: Mapping[str, bytes] | None = None) -> bool:
    if not may_leave(parts):
        return False
    parts.desk.work.leave()
    parts.desk.work.open(journey, Filing(journey, None, None, attachments=attachments))
    return True


def first_map(parts: Parts, goal: str = "", who: str = "", lanes: Sequence[Lane] = ()) -> None:
    """Lead through the first map: the open one, else a new one that a name and a customer suffice for."""
    from journeymap.ui.starting.beginning import first_journey

    desk = parts.desk
    if not desk.work.is_open:
        journey = first_journey(desk.t, goal or desk.t("My first map"), who, lanes)
        desk.led = journey.head.document or ""
        _open_new(parts, journey)
        return
    desk.led = desk.journey.head.document or ""
    desk.work.filed.emit()


def look_for(parts: Parts, gone: Path) -> bool:
    """A map that is no longer where it was: find it. Only what was found takes its place in the list."""
    desk = parts.desk
    kinds = desk.t("Maps") + f" (*{ENDING})"
    said = desk.t("Where is {file}?", file=gone.name)
    path, _ = QFileDialog.getOpenFileName(parts.frame.widget(), said, str(_nearest(gone)), kinds)
    if not path or not open_file(parts, Path(path)):
        return False
    recents.remove(gone)
    return True


def _nearest(gone: Path) -> Path:
    """The folder to begin looking in: the nearest above the file that is still there."""
    return next((folder for folder in gone.parents if folder.is_dir()), Path.home())


def ask_template(parts: Parts) -> Templates:
    """Choose a template and begin a map with it."""
    from journeymap.ui.dialogs.templates import Templates

    dialog = shown(parts, Templates(parts.desk, parts.frame.widget()))
    dialog.accepted.connect(lambda: dialog.chosen is not None and begin_from(parts, dialog.chosen))
    return dialog


def ask_lanes(parts: Parts) -> LaneSets:
    """Lanes to use again: keep, insert, tidy up."""
    from journeymap.ui.dialogs.lane_sets import LaneSets

    t = parts.desk.t
    dialog = shown(parts, LaneSets(parts.desk, parts.frame.widget()))

    def tell() -> None:
        if dialog.came is None:
            return
        said = t.plural("{n} lane came in.", "{n} lanes came in.", dialog.came)
        if dialog.came:
            parts.news.say(said, t("Undo"), parts.desk.document.undo)
        else:
            parts.news.say(t("All of these lanes are on the map already."))

    dialog.accepted.connect(tell)
    return dialog


TEMPLATES = (Action("from_template", N_("New from a template…"), ask_template),)
FIRST = (Action("first_map", N_("Your first map in five minutes"), first_map),)
KEPT_LANES = (Action("lane_sets", N_("Lanes to use again…"), ask_lanes, open_map),)
