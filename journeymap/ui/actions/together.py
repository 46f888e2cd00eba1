"""Actions that bring versions of a map together: what others save, conflict copies, files Git gave up on."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from journeymap.i18n import N_
from journeymap.storage import beside, files
from journeymap.storage.compare import differences
from journeymap.storage.errors import StorageError
from journeymap.storage.files import Loaded
from journeymap.storage.merge import merge
from journeymap.ui.actions.action import Action, may_edit
from journeymap.ui.actions.saving import ENDING, chosen, take_in
from journeymap.ui.background import Work
from journeymap.ui.dialogs import questions
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.merging import MERGE, brought_together
from journeymap.ui.parts import Parts


def others_saved(parts: Parts, loaded: Loaded) -> None:
    """Somebody else saved the open map: without clashes it comes in by itself, else the strip tells."""
    desk = parts.desk
    filing = desk.work.filing
    filing.told_of = loaded.sha256
    if filing.may_join(loaded.journey, desk.journey):
        merged = merge(filing.common or loaded.journey, desk.journey, loaded.journey)
        if not merged.clashes:
            take_in(parts, merged, set(), loaded)
            return
    filing.apart = loaded
    desk.work.filed.emit()


def bring(parts: Parts, loaded: Loaded) -> bool:
    """Bring another version of the open map into it; whether that was done."""
    desk = parts.desk
    mine = desk.journey
    work = Work(lambda: beside.bring_in(mine, loaded.journey))
    words = desk.t("Comparing with {file}…", file=loaded.path.name)
    if not wait_for(work, desk.look, words, desk.t("Cancel"), parts.frame.widget()):
        return False
    merged = work.answer()
    said = desk.t(
        "Nobody kept what both came from, so every place that differs is here. "
        "What is most likely newer is chosen."
    )
    theirs = chosen(parts, merged, said, desk.t("Bring together"))
    if theirs is None:
        return False
    after = brought_together(merged, theirs, desk.t)
    n = len(differences(mine, after))
    desk.document.adopt(MERGE, after)
    filing = desk.work.filing
    filing.attachments.update(loaded.attachments)
    beside.settle(loaded.sha256)
    filing.beside = tuple(one for one in filing.beside if one.loaded.sha256 != loaded.sha256)
    desk.work.filed.emit()
    words = desk.t.plural(
        "{n} change is brought in from {file}. Ctrl+Z takes it back.",
        "{n} changes are brought in from {file}. Ctrl+Z takes them back.",
        n,
        file=loaded.path.name,
    )
    parts.news.say(words)
    return True


def bring_another(parts: Parts) -> bool:
    """Choose a file with another version of the open map and bring it in."""
    desk, window = parts.desk, parts.frame.widget()
    folder = desk.work.filing.folder
    kinds = desk.t("Maps") + f" (*{ENDING})"
    title = desk.t("Bring in another version")
    path, _ = QFileDialog.getOpenFileName(window, title, str(folder), kinds)
    if not path:
        return False
    try:
        loaded = files.load(path)
    except StorageError as failure:
        questions.trouble(desk.look, desk.t, failure.sentence(desk.t), window)
        return False
    if (loaded.journey.head.document or "") != (desk.journey.head.document or ""):
        words = desk.t("{file} is another map, not another version of this one.", file=loaded.path.name)
        questions.trouble(desk.look, desk.t, words, window)
        return False
    return bring(parts, loaded)


TOGETHER = (Action("bring_in", N_("Bring in another version…"), bring_another, may_edit),)
