"""After a merge: what both said differently, side by side; arrows choose, Enter goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.i18n import Catalogue
from journeymap.storage.merge import Merged
from journeymap.storage.said import sides_said
from journeymap.ui.dialogs.ask import Ask, Choice
from journeymap.ui.label import label
from journeymap.ui.look import Look
from journeymap.ui.merging import place_of
from journeymap.ui.pieces import column, row

SHOWN = 420
"""The greatest height of the list (px at text size 100 %); more is scrolled."""
AROUND = 250
"""What stands above and below the list, with the system's frame (px at text size 100 %)."""


class Side(QFrame):
    """One of the two words; a click takes it."""

    taken = Signal()

    def __init__(self, whose: str, words: str) -> None:
        super().__init__()
        self.setObjectName("entry")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 6)
        layout.setSpacing(1)
        layout.addWidget(label(whose, "caption"))
        layout.addWidget(label(words, "rowbold", wrap=True))
        layout.addStretch(1)

    def mark(self, chosen: bool) -> None:
        """Show whether this is the one that stands."""
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.taken.emit()


class Either(QFrame):
    """One place and its two words. `chose(theirs)`; `gone_on` on Enter and Down, `gone_back` on Up."""

    gone_on = Signal()
    gone_back = Signal()

    def __init__(
        self, t: Catalogue, place: str, sides: tuple[str, str], theirs: bool, chose: Callable[[bool], object]
    ) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place, self._words, self._chose = place, sides, chose
        self._whose = (t("Mine"), t("Theirs"))
        self._halves = tuple(Side(whose, words) for whose, words in zip(self._whose, sides, strict=True))
        for at, half in enumerate(self._halves):
            half.taken.connect(lambda theirs=at == 1: self.choose(theirs=theirs))
        both = row((self._halves[0], 1), (self._halves[1], 1), gap=8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(3)
        layout.addWidget(label(place, "caption", wrap=True))
        layout.addWidget(both)
        self.choose(theirs=theirs)

    def choose(self, *, theirs: bool) -> None:
        """Take one of the two."""
        for at, half in enumerate(self._halves):
            half.mark(at == theirs)
        self.setAccessibleName(f"{self._place}. {self._whose[theirs]}: {self._words[theirs]}")
        self._chose(theirs)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.choose(theirs=key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.gone_on.emit()
        elif key == Qt.Key.Key_Up:
            self.gone_back.emit()
        else:
            super().keyPressEvent(event)


class Clashes(Ask):
    """`theirs` are the places in the list where the other's word was chosen; Esc goes back."""

    def __init__(
        self, look: Look, t: Catalogue, merged: Merged, said: str, parent: QWidget | None, go: str = ""
    ) -> None:
        self._t, self._merged = t, merged
        self.theirs = set(merged.likely)
        self.rows = [self._either(place) for place in range(len(merged.clashes))]
        self._listed = self._scrolled(look)
        n = len(self.rows)
        super().__init__(
            look,
            t.plural("{n} place differs. Choose.", "{n} places differ. Choose.", n),
            said,
            (
                Choice("cancel", t("Back"), left=True),
                Choice("merge", go or t("Save what was brought together"), primary=True),
            ),
            "cancel",
            body=self._listed,
            after=t("Arrows choose, Enter goes on. The other is kept as a note, under Not chosen."),
            parent=parent,
        )
        self.setMinimumWidth(look.px(600))
        for place, one in enumerate(self.rows):
            one.gone_on.connect(lambda place=place: self._go(place + 1))
            one.gone_back.connect(lambda place=place: self._go(place - 1))

    def _either(self, place: int) -> Either:
        clash, journey = self._merged.clashes[place], self._merged.journey
        return Either(
            self._t,
            place_of(clash, journey, self._t),
            sides_said(clash, journey, self._t),
            place in self.theirs,
            lambda theirs: self._choose(place, theirs=theirs),
        )

    def _scrolled(self, look: Look) -> QScrollArea:
        inner = column(*self.rows, None, gap=4, margins=(4, 4, 4, 4), name="scrolled")
        listed = QScrollArea()
        listed.setWidgetResizable(True)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        listed.setWidget(inner)
        most = listed.screen().availableSize().height() - look.px(AROUND)
        listed.setMinimumHeight(min(look.px(SHOWN), most, inner.sizeHint().height() + 4))
        return listed

    def ask(self) -> str:
        """Show the question with the first place ready for the arrows; the answer."""
        self._go(0)
        self.exec()
        return self.answer

    def _choose(self, place: int, *, theirs: bool) -> None:
        (self.theirs.add if theirs else self.theirs.discard)(place)

    def _go(self, place: int) -> None:
        """To a place in the list; after the last one to the button that ends it."""
        if place >= len(self.rows):
            self.buttons["merge"].setFocus(Qt.FocusReason.OtherFocusReason)
        elif place >= 0:
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self._listed.ensureWidgetVisible(self.rows[place])
