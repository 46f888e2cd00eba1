"""Earlier versions of a map: picture, when, what is in it, how large; one opens as a map of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.storage.versions import Version
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.dialogs.questions import clock
from journeymap.ui.framed import framed_sign
from journeymap.ui.look import Look
from journeymap.ui.starting.found import Found
from journeymap.ui.starting.shelf import Reading
from journeymap.ui.thumbnail import thumbnail

STAMP = (96, 56)
"""Width and height of a picture, px at text size 100 %."""
LOOK_AGAIN = 60
"""Milliseconds between two looks at what was read meanwhile."""


class Versions(Ask):
    """The newest first; pictures and figures come as the files are read. `chosen` is the marked one."""

    def __init__(
        self,
        look: Look,
        t: Catalogue,
        kept: tuple[Version, ...],
        parent: QWidget | None,
        now: str | None = None,
    ) -> None:
        """`now` is the sha256 of the file as it is: that version is told apart and not offered first."""
        self._look, self._t, self._kept, self._now = look, t, kept, now
        self.list = self._listed()
        choices = [Choice("close", t("Close"), primary=not kept)]
        if kept:
            choices.append(Choice("open", t("Open as a copy"), primary=True))
        super().__init__(
            look,
            t("Earlier versions"),
            t("Each save is kept for a while. The file itself is not touched.")
            if kept
            else t("None yet. Each save is kept for a while."),
            choices,
            "close",
            body=self.list if kept else None,
            parent=parent,
        )
        self.list.itemActivated.connect(lambda _item: self._say("open"))
        self._reading = Reading(t, [Found(version.path, "") for version in kept])
        self._timer = QTimer(self, interval=LOOK_AGAIN)
        self._timer.timeout.connect(self._fill)
        self._timer.start()
        self.finished.connect(lambda _result: self._reading.stop())

    def _listed(self) -> QListWidget:
        made, look = QListWidget(), self._look
        made.setAccessibleName(self._t("Earlier versions"))
        made.setIconSize(QSize(look.px(STAMP[0]), look.px(STAMP[1])))
        made.setSpacing(2)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for version in self._kept:
            item = QListWidgetItem(self._said(version, ""))
            item.setIcon(_icon(thumbnail(look, Journey(), *STAMP)))
            made.addItem(item)
        older = (place for place, version in enumerate(self._kept) if version.sha256 != self._now)
        made.setCurrentRow(next(older, 0))
        height = look.px(STAMP[1] + 14) * max(2, len(self._kept)) + 12
        made.setMinimumHeight(min(look.px(380), height))
        return made

    def _said(self, version: Version, figures: str) -> str:
        t, size = self._t, version.size
        when = clock(t, version.saved)
        if version.sha256 == self._now:
            when = t("{time}, the file as it is now", time=when)
        what = t("{n} kB", n=t.number(max(1, round(size / 1000))))
        return f"{when}\n{figures}  ·  {what}" if figures else f"{when}\n{what}"

    def _fill(self) -> None:
        """Show what was read since last time."""
        places = {version.path: place for place, version in enumerate(self._kept)}
        for found in self._reading.come():
            place = places[found.path]
            item = self.list.item(place)
            if found.journey is None:
                item.setText(f"{clock(self._t, self._kept[place].saved)}\n{self._t('Cannot be read')}")
                item.setIcon(_icon(framed_sign(self._look, "triangle-alert", *STAMP)))
                continue
            item.setText(self._said(self._kept[place], found.figures))
            item.setIcon(_icon(thumbnail(self._look, found.journey, *STAMP, found.findings)))
        if self._reading.is_over:
            self._timer.stop()

    @property
    def chosen(self) -> Version | None:
        """The one to open: marked in the list when that was asked for."""
        if self.answer != "open":
            return None
        place = self.list.currentRow()
        return self._kept[place] if 0 <= place < len(self._kept) else None


def _icon(drawn: QWidget) -> QIcon:
    """A painted widget as a picture for a list."""
    drawn.resize(drawn.sizeHint().expandedTo(QSize(drawn.minimumWidth(), drawn.minimumHeight())))
    drawn.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    picture = drawn.grab()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
