"""File ▸ Import and files dropped on the window: tables of other programs become a map or come into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog

from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import N_
from journeymap.model.journey import Journey
from journeymap.model.records import Language
from journeymap.ui.actions.action import Action
from journeymap.ui.actions.opening import open_file
from journeymap.ui.actions.saving import ENDING, may_leave
from journeymap.ui.actions.showing import shown
from journeymap.ui.background import Work
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.filing import Filing
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.importing.dialog import ImportDialog

T = TypeVar("T")


def ask_import(parts: Parts) -> ImportDialog | None:
    """Choose a file and bring it in."""
    from journeymap.exchange.sources import ENDINGS

    t = parts.desk.t
    folder = parts.desk.work.filing.folder
    kinds = t("Tables") + " (" + " ".join(f"*.{ending}" for ending in ENDINGS) + ")"
    every = t("All files") + " (*)"
    chosen, _ = QFileDialog.getOpenFileName(
        parts.frame.widget(), t("Import"), str(folder), f"{kinds};;{every}"
    )
    return import_file(parts, Path(chosen)) if chosen else None


def import_file(parts: Parts, path: Path, *, into: bool = False) -> ImportDialog:
    """The dialogue for one file; `into` proposes the open map."""
    from journeymap.ui.importing.dialog import ImportDialog

    dialog = shown(parts, ImportDialog(parts.desk, path, parts.frame.widget(), into=into))
    dialog.accepted.connect(lambda: bring(parts, dialog))
    return dialog


def dropped_file(dragged: QMimeData) -> Path | None:
    """The one file on this computer that is being dragged; None for text, pictures and several files."""
    urls = dragged.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None


def drop(parts: Parts, path: Path) -> object:
    """A file dropped on the window: a map is opened, anything else is read as a table."""
    if path.suffix.lower() == ENDING:
        return open_file(parts, path)
    return import_file(parts, path, into=True)


def bring(parts: Parts, dialog: ImportDialog) -> None:
    """Let come in what the dialogue was accepted with."""
    if dialog.into:
        _into_this_map(parts, dialog)
    else:
        _as_a_new_map(parts, dialog)


def _into_this_map(parts: Parts, dialog: ImportDialog) -> None:
    """One edit, and a strip that offers to take it back."""
    from journeymap.exchange.joining import join_map

    t, told, source = parts.desk.t, dialog.told, dialog.source
    if told is not None:
        steps = _beside(parts, lambda document: verbs.bring_in(document, told))
        if steps is None:
            return
        parts.desk.selection.choose(*steps[:1])
        said = t.plural("{n} step came in.", "{n} steps came in.", len(steps))
    else:
        other = (source.journey if source else None) or Journey()
        changed = _beside(parts, lambda document: join_map(document, other))
        if changed is None:
            return
        if changed == 0:
            parts.pane.news.say(t("The map is as the file has it already."))
            return
        said = t.plural("{n} thing is new or changed.", "{n} things are new or changed.", changed)
    parts.pane.news.say(said, t("Undo"), parts.desk.document.undo)


def _beside(parts: Parts, bring_in: Callable[[Document], T]) -> T | None:
    """What an edit gave that was made beside the window, which can be stopped waiting for: then None."""
    desk = parts.desk
    before = desk.document.journey
    aside = Document(before)
    work = Work(lambda: bring_in(aside))
    if not wait_for(
        work, desk.look, desk.t("It is being brought in …"), desk.t("Cancel"), parts.frame.widget()
    ):
        return None
    answer = work.answer()
    if desk.document.journey is not before:
        return bring_in(desk.document)
    if aside.undo_label is not None:
        desk.document.adopt(aside.undo_label, aside.journey)
    return answer


def _as_a_new_map(parts: Parts, dialog: ImportDialog) -> None:
    """The open map is left first, if it may be; a large one is made while the window waits with a way out."""
    desk, source = parts.desk, dialog.source
    if source is None or not may_leave(parts):
        return
    journey = source.journey if source.journey is not None else _made(parts, dialog)
    if journey is None:
        return
    desk.work.leave()
    filing = Filing(journey, None, None, attachments=source.attachments, rescued=True)
    desk.work.open(journey, filing)


def _made(parts: Parts, dialog: ImportDialog) -> Journey | None:
    from journeymap.exchange.arriving import new_map

    desk, told = parts.desk, dialog.told
    if told is None or dialog.source is None:
        return None
    title = Path(dialog.source.file).stem
    created = date.today().isoformat()  # noqa: DTZ011 - the day on the person's own wall
    language = cast(Language, desk.t.language)
    work = Work(lambda: new_map([told], title=title, language=language, created=created))
    words = desk.t("The map is being made …")
    if not wait_for(work, desk.look, words, desk.t("Cancel"), parts.frame.widget()):
        return None
    return work.answer()


IMPORT = (Action("import", N_("Import…"), ask_import),)
