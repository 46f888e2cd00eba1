"""The page before a map is open: a new one, those opened lately, finished ones, templates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.i18n import LANGUAGES, Catalogue
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.pieces import Segments, below, beside, button, column, row, scrolled
from journeymap.ui.preferences import LANGUAGE_NAMES
from journeymap.ui.starting.cards import Card
from journeymap.ui.starting.found import Found
from journeymap.ui.starting.new_map import NewMap
from journeymap.ui.starting.recent import Recents

if TYPE_CHECKING:
    from journeymap.storage.lane_sets import LaneSet
    from journeymap.ui.starting.offered import Offered

LEFT = 360, 446
"""The least and greatest width of the left column, px at text size 100 %."""
WIDEST = 1076
"""How wide the right column's content grows: beyond that a row's two ends lose each other."""


class StartPage(QWidget):
    """Everything on one page; signals say what the person wants."""

    begun = Signal(str, str, object)
    opened = Signal(object)
    copied = Signal(object)
    """A finished map is to be opened as a copy of one's own."""
    template_taken = Signal(object)
    first_asked = Signal(str, str, object)
    open_asked = Signal()
    import_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()
    language_asked = Signal(str)
    missed = Signal(object)
    dropped = Signal(object)

    def __init__(
        self,
        t: Catalogue,
        look: Look,
        kept: Sequence[LaneSet] = (),
        lately: Sequence[Found] = (),
        *,
        offers_first: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`kept` are lanes used before, `lately` the maps opened last, of which nothing is read yet.

        From the outside in: what gets a new parent is styled anew with all that is in it.
        """
        super().__init__(parent)
        self.setObjectName("window")
        self._t, self._look = t, look
        self.new = NewMap(t, look, kept)
        self.new.begun.connect(self.begun)
        self.recents = Recents(t, look)
        self.recents.opened.connect(self.opened)
        self.recents.missed.connect(self.missed)
        self.recents.dropped.connect(self.dropped)
        self.recents.show_files(lately)
        self.lately = lately
        self._below_recents = QVBoxLayout()
        self.offered: Offered | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._left_part, right_part = scrolled(), scrolled()
        self._left_part.setObjectName("lists")
        layout.addWidget(self._left_part)
        layout.addWidget(right_part, 1)
        self._left_part.setWidget(self._left(offers_first))
        right_part.setWidget(self._right())
        self._first_words.setVisible(not lately)

    # -- what stands where ------------------------------------------------------------------------

    def _left(self, offers_first: bool) -> QWidget:
        t, look = self._t, self._look
        brand = beside(sign(look, "route", 26, "wall"), label("journeymap", "page"), None, gap=10)
        opener = button(look, t("Open…"), self.open_asked.emit, role="quiet", sign="folder-open")
        table = button(look, t("From Excel or CSV…"), self.import_asked.emit, role="quiet", sign="table")
        settings = button(look, t("Settings…"), self.settings_asked.emit, role="quiet", sign="settings")
        guide = button(look, t("Guide"), self.help_asked.emit, role="quiet", sign="book-open")
        return column(
            brand,
            6,
            self.new,
            *([self._first()] if offers_first else []),
            below(
                beside(opener, None, label("Ctrl+O", "key"), margins=(8, 2, 20, 0)),
                beside(table, None, margins=(8, 2, 20, 0)),
                gap=2,
            ),
            None,
            beside(settings, guide, None, gap=4),
            label(t("Everything stays on this computer."), "caption"),
            gap=12,
            margins=(32, 28, 32, 24),
            name="scrolled",
        )

    def _first(self) -> Card:
        t, look = self._t, self._look
        title, told = t("Your first map in five minutes"), t("Five tasks, a real story, a finished report.")
        card = Card("choice", f"{title}. {told}")
        words = below(label(title, "rowbold", wrap=True), label(told, "caption", wrap=True), gap=2)
        body = row(
            sign(look, "footprints", 22, "accent"), (words, 1), sign(look, "chevron-right", 16), gap=14
        )
        card.fill(body, (16, 12, 14, 12))
        card.taken.connect(lambda: self.first_asked.emit(*self.new.said))
        return card

    def _right(self) -> QWidget:
        t = self._t
        languages = Segments(
            [LANGUAGE_NAMES[one] for one in LANGUAGES],
            LANGUAGES.index(t.language),
            lambda place: self.language_asked.emit(LANGUAGES[place]),
            equal=False,
        )
        title = t("Recent") if self.lately else t("Welcome")
        said = t("Write at the left what the customer wants to achieve, or read a finished map first.")
        self._first_words = label(said, "quiet", wrap=True)
        inner = column(
            beside(label(title, "title"), None, languages),
            self._first_words,
            self.recents,
            self._below_recents,
            None,
            gap=10,
            name="scrolled",
        )
        inner.setMaximumWidth(self._look.px(WIDEST))
        return row((inner, 1), margins=(36, 24, 36, 24), name="scrolled")

    # -- filling ----------------------------------------------------------------------------------

    def offer(self, offered: Offered) -> None:
        """Finished maps and templates take their place below the maps opened lately."""
        offered.copied.connect(self.copied)
        offered.template_taken.connect(self.template_taken)
        offered.came.connect(self.recents.fill)
        self.offered = offered
        self._below_recents.addWidget(offered)

    def leave(self) -> None:
        """The page goes: nothing more is read for it."""
        if self.offered is not None:
            self.offered.leave()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = (self._look.px(one) for one in LEFT)
        self._left_part.setFixedWidth(max(least, min(most, round(self.width() * 0.327))))
