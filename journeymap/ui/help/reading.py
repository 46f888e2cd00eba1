"""The page being read: links within the guide, pictures beside it, a way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from journeymap.canvas.guard import guard
from journeymap.resources import guide
from journeymap.ui.help.pages import text_of
from journeymap.ui.help.rendering import hang_pictures, place_of, render, set_margins
from journeymap.ui.look import Look

WIDEST = 720
"""How wide the text runs, px at text size 100 %: some 90 letters."""


class Reading(QTextBrowser):
    """Shows one page. `turned(file)` when another page is shown."""

    turned = Signal(str)

    def __init__(self, language: str, look: Look) -> None:
        super().__init__()
        self.setObjectName("reading")
        self._language, self._look = language, look
        self.file = ""
        self._past: list[tuple[str, int]] = []
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.anchorClicked.connect(self._follow)

    def show_page(self, file: str, place: str = "", *, remember: bool = True) -> None:
        """Show a page, from its beginning or from a heading on."""
        if remember and self.file and self.file != file:
            self._past.append((self.file, self.verticalScrollBar().value()))
        self.file = file
        render(self.document(), text_of(self._language, file), self._look)
        self._lay_out()
        self.setExtraSelections([])
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if place:
            self.go_to(place)
        self.turned.emit(file)

    def go_to(self, place: str) -> None:
        """Scroll to a heading."""
        block = place_of(self.document(), place)
        if block is not None:
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top) - self._look.px(12))

    def back(self) -> None:
        """The page before, where it was left."""
        if self._past:
            file, at = self._past.pop()
            self.show_page(file, remember=False)
            self.verticalScrollBar().setValue(at)

    @property
    def may_go_back(self) -> bool:
        return bool(self._past)

    def mark(self, words: str) -> None:
        """Show where these words stand."""
        marked: list[QTextEdit.ExtraSelection] = []
        for word in words.split():
            cursor = self.document().find(word)
            while not cursor.isNull():
                selection = self.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(self._look.colour("select"))
                marked.append(selection)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marked)

    def _follow(self, url: QUrl) -> None:
        """Links lead to pages and headings of the guide, and nowhere else."""
        file, place = Path(url.path()).name, url.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
        if file.endswith(".md"):
            self.show_page(file, place)
        elif place:
            self.go_to(place)

    def _set_width(self) -> None:
        """The text in the middle, never wider than one reads well; pictures as wide as the text."""
        free = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(self._look.px(28), (free - self._look.px(WIDEST)) // 2)
        top = self._look.px(26)
        self.setViewportMargins(side, top, side, 0)

    def _lay_out(self) -> None:
        """The text in the middle, never wider than one reads well; pictures as wide as the text."""
        side = max(self._look.px(32), (self.viewport().width() - self._look.px(WIDEST)) // 2)
        set_margins(self.document(), side, self._look.px(30))
        width = max(100, self.viewport().width() - 2 * side)
        hang_pictures(self.document(), guide(self._language), self._look, width, self.devicePixelRatioF())

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.file and event.size().width() != event.oldSize().width():
            self._lay_out()
