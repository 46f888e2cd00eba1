"""Actions about two states of a journey: a new map of how it is to be, and one map beside another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from journeymap.analysis.comparison import Side
from journeymap.analysis.examine import examine
from journeymap.i18n import N_
from journeymap.model.fresh import to_be_of
from journeymap.model.journey import Journey
from journeymap.storage import files, recents
from journeymap.storage.errors import StorageError
from journeymap.ui.actions.action import Action, open_map
from journeymap.ui.actions.saving import ENDING, may_leave
from journeymap.ui.aside.place import Aside
from journeymap.ui.background import Work
from journeymap.ui.clock import today
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.filing import Filing
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.aside.compare import Other


def new_to_be(parts: Parts) -> bool:
    """The open map as it is to be, as a map of its own that is saved nowhere yet."""
    desk, t = parts.desk, parts.desk.t
    if not may_leave(parts):
        return False
    was = desk.journey
    title = t("{title}, as it is to be", title=was.head.title or t("A map without a name"))
    journey = to_be_of(was, title=title, created=today().isoformat())
    filing = Filing(journey, None, None, attachments=desk.work.filing.attachments, rescued=True)
    filing.hello = t("This is the map as it is to be. The one it comes from is not touched.")
    desk.work.leave()
    desk.work.open(journey, filing)
    return True


def compare(parts: Parts) -> None:
    """The open map beside the one it comes from; beside another where that cannot be found."""
    path = origin(parts.desk.journey)
    if path is None:
        ask_compare(parts)
    else:
        compare_with(parts, path)


def origin(journey: Journey) -> Path | None:
    """Where the map that this one comes from lies, if it was opened lately and lies there still."""
    wanted = journey.head.derived_from
    found = (one for one in recents.recents() if wanted and one.document == wanted and one.exists)
    return next((Path(one.path) for one in found), None)


def ask_compare(parts: Parts) -> None:
    """Choose a file and compare with it."""
    desk = parts.desk
    folder = desk.work.filing.folder
    kinds = desk.t("Maps") + f" (*{ENDING})"
    path, _ = QFileDialog.getOpenFileName(
        parts.frame.widget(), desk.t("Compare with which map?"), str(folder), kinds
    )
    if path:
        compare_with(parts, Path(path))


def compare_with(parts: Parts, path: Path) -> bool:
    """Show what differs beside the map; what is wrong with the file is said."""
    from journeymap.ui.aside.compare import Other

    desk = parts.desk
    day = today()

    def read() -> Side:
        journey = files.load(path).journey
        return Side(journey, examine(journey, trials=0, today=day))

    work = Work(read)
    words = desk.t("Comparing with {file}…", file=path.name)
    if not wait_for(work, desk.look, words, desk.t("Cancel"), parts.frame.widget()):
        return False
    try:
        side = work.answer()
    except StorageError as failure:
        questions.trouble(desk.look, desk.t, failure.sentence(desk.t), parts.frame.widget())
        return False
    show_comparison(parts, Other(side.journey.head.title or path.stem, side, came_first(parts, side)))
    return True


def came_first(parts: Parts, other: Side) -> bool:
    """Whether the other map is the earlier one: unless it comes from this one, or is what this is to be."""
    this, that = parts.desk.journey.head, other.journey.head
    if this.document and that.derived_from == this.document:
        return False
    return not (this.state in ("as_is", "planned") and that.state in ("to_be", "actual"))


def show_comparison(parts: Parts, other: Other) -> None:
    """The panel beside the map."""
    from journeymap.ui.aside.compare import ComparePanel

    def make(aside: Aside) -> QWidget:
        panel = ComparePanel(parts.desk, other)
        panel.chose.connect(aside.chose)
        panel.closed.connect(aside.close_panel)
        panel.asked.connect(lambda: ask_compare(parts.frame.parts_or_frame()))
        return panel

    parts.aside.show_panel(make)
    parts.aside.take_focus()


COMPARING = (
    Action("to_be", N_("New to-be from this map"), new_to_be, open_map),
    Action("compare", N_("Compare with another map…"), compare, open_map),
)
