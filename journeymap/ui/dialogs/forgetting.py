"""Forget a person: whatever is kept beside the maps and says a name is deleted."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from journeymap.edit.find import find
from journeymap.storage.forget import Found, find_words, forget_words
from journeymap.ui.background import Work
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.dialogs.page import Page
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row

SHORTEST = 2
"""Letters below which nearly everything says it."""


class Forgetting(Page):
    """One field and what came of it. Maps are never touched; whether the open one says it is told."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        t, look = desk.t, desk.look
        super().__init__(look, t("Forget a person"), 520, parent)
        self._desk = desk
        told = t(
            "Earlier versions, rescued changes, recent maps, logs, kept lanes and settings on this computer "
            "that say the name are deleted. The maps themselves are not touched: change them first, and save."
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(t("Name, or any words"))
        self.name.setPlaceholderText(t("Name, or any words"))
        self.name.textChanged.connect(self._typed)
        self.came = label("", "row", wrap=True)
        self.came.hide()
        self.delete = button(look, t("Look for it…"), self._look, role="primary")
        self.delete.setEnabled(False)
        self.delete.setDefault(True)
        close = button(look, t("Close"), self.reject)
        self.show_parts(
            label(told, "row", wrap=True), column(self.name, self.came, gap=8), row(None, close, self.delete)
        )

    @property
    def words(self) -> str:
        """What is to be forgotten."""
        return self.name.text().strip()

    def _typed(self) -> None:
        self.delete.setEnabled(len(self.words) >= SHORTEST)
        self.came.hide()

    def _look(self) -> None:
        """Look, ask, delete, and say what came of it."""
        words, t = self.words, self._desk.t
        work = Work(lambda: find_words(words))
        if not wait_for(work, self.look, t("Looking for “{words}”…", words=words), t("Cancel"), self):
            return
        found = work.answer()
        if found.count and not self._sure(found):
            return
        gone = forget_words(words) if found.count else 0
        said = t.plural("{n} thing that said it is deleted.", "{n} things that said it are deleted.", gone)
        if not found.count:
            said = t("Nothing kept on this computer says “{words}”.", words=words)
        elif gone < found.count:
            more = found.count - gone
            said += " " + t.plural("{n} could not be deleted.", "{n} could not be deleted.", more)
        self.came.setText(f"{said} {self._in_the_map()}".strip())
        self.came.show()
        self._outer.activate()
        self.adjustSize()
        self.name.setFocus()

    def _sure(self, found: Found) -> bool:
        t = self._desk.t
        counts = (
            t.plural("{n} earlier version or rescue", "{n} earlier versions or rescues", len(found.files)),
            t.plural("{n} recent map", "{n} recent maps", len(found.recents)),
            t.plural("{n} log", "{n} logs", len(found.logs)),
            t.plural("{n} set of lanes", "{n} sets of lanes", len(found.lane_sets)),
            t.plural("{n} setting", "{n} settings", len(found.settings)),
        )
        what = (found.files, found.recents, found.logs, found.lane_sets, found.settings)
        said = " · ".join(words for words, one in zip(counts, what, strict=True) if one)
        choices = (Choice("keep", t("Keep them")), Choice("delete", t("Delete them"), primary=True))
        title = t("Delete what says “{words}”?", words=self.words)
        after = t("They cannot be brought back.")
        return Ask(self.look, title, said, choices, "keep", after=after, parent=self).ask() == "delete"

    def _in_the_map(self) -> str:
        """The open map keeps saying it, and every save keeps it again."""
        if not self._desk.work.is_open:
            return ""
        n = len(find(self._desk.journey, self.words))
        if not n:
            return ""
        return self._desk.t.plural(
            "The open map says it in {n} place: change it there, and save.",
            "The open map says it in {n} places: change them there, and save.",
            n,
        )
