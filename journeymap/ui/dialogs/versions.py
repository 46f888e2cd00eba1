"""Earlier versions of the open map: when, how large; one of them opens as a map of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from journeymap.i18n import Catalogue
from journeymap.storage.versions import Version
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.dialogs.questions import clock
from journeymap.ui.look import Look


class Versions(Ask):
    """The newest first. `chosen` is the marked one."""

    def __init__(self, look: Look, t: Catalogue, kept: tuple[Version, ...], parent: QWidget | None) -> None:
        self._kept = kept
        self.list = QListWidget()
        self.list.setAccessibleName(t("Earlier versions"))
        for version in kept:
            size = t("{n} kB", n=t.number(max(1, round(version.size / 1000))))
            self.list.addItem(QListWidgetItem(f"{clock(t, version.saved)}   ·   {size}"))
        self.list.setCurrentRow(0)
        self.list.setMinimumHeight(min(look.px(320), look.px(30) * max(2, len(kept)) + 12))
        choices = [Choice("close", t("Close"), primary=not kept)]
        if kept:
            choices.append(Choice("open", t("Open as a copy"), primary=True))
        super().__init__(
            look,
            t("Earlier versions"),
            t("Each save keeps the one before it. The file itself is not touched.")
            if kept
            else t("None yet. Each save keeps the one before it."),
            choices,
            "close",
            body=self.list if kept else None,
            parent=parent,
        )
        self.list.itemActivated.connect(lambda _item: self._say("open"))
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def chosen(self) -> Version | None:
        """The one to open: marked in the list when that was asked for."""
        if self.answer != "open":
            return None
        place = self.list.currentRow()
        return self._kept[place] if 0 <= place < len(self._kept) else None
