"""The page before a map is open: a new one from two answers, recent ones, finished samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymap.canvas.guard import guard
from journeymap.i18n import LANGUAGES, Catalogue
from journeymap.model.journey import Journey
from journeymap.ui.drawn import sign
from journeymap.ui.label import Elided, label
from journeymap.ui.look import Look
from journeymap.ui.pieces import Segments, button, column, row
from journeymap.ui.thumbnail import thumbnail

CARD_WIDTHS = (190, 260)
"""The least and greatest width of a sample's card."""
GAP = 12
NAMES = {"sv": "Svenska", "nb": "Norsk", "en": "English"}


@dataclass(frozen=True)
class Found:
    """A file to open: `journey` None where it is not there any more or cannot be read."""

    path: Path
    title: str
    when: str
    about: str
    journey: Journey | None


class Card(QFrame):
    """Something to click or to press Enter on."""

    taken = Signal()

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.taken.emit()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class Wrapped(QWidget):
    """Cards of one width beside each other, as many as there is room for, from the left; the rest below."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self._cards: list[QWidget] = []
        self.setMinimumWidth(least)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def add(self, card: QWidget) -> None:
        """One more, after the others."""
        self._cards.append(card)
        self._arrange()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() + GAP
        columns = max(1, min(len(self._cards), room // (self._least + GAP)))
        width = max(self._least, min(self._most, room // columns - GAP))
        for place, card in enumerate(self._cards):
            card.setFixedWidth(width)
            self._grid.addWidget(card, place // columns, place % columns)
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, 0)
        self._grid.setColumnStretch(columns, 1)


class NewMap(QFrame):
    """The two questions of a new map. `begun(goal, who)` on Enter in the second."""

    begun = Signal(str, str)

    def __init__(self, t: Catalogue, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self.goal = QLineEdit()
        self.goal.setPlaceholderText(t("The guest gets the room that was booked"))
        self.goal.setAccessibleName(t("What does the customer want to achieve?"))
        self.who = QLineEdit()
        self.who.setPlaceholderText(t("Guest, Reception, Customer service, Cleaning firm*"))
        self.who.setAccessibleName(t("Whom do they meet on the way?"))
        go = button(look, t("Start drawing"), self._begin, role="primary", sign="arrow-right")
        self.goal.returnPressed.connect(lambda: self.who.setFocus(Qt.FocusReason.TabFocusReason))
        self.who.returnPressed.connect(self._begin)
        inner = column(
            label(t("New map"), "title"),
            label(t("What does the customer want to achieve?")),
            self.goal,
            label(t("Whom do they meet on the way?")),
            self.who,
            label(
                t("Commas between. A star after a supplier. The first is the customer."), "caption", wrap=True
            ),
            4,
            row(go, None, label("Enter", "key")),
            gap=7,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.addWidget(inner)

    def _begin(self) -> None:
        self.begun.emit(" ".join(self.goal.text().split()), self.who.text())


class StartPage(QWidget):
    """Everything on one page; signals say what the person wants."""

    begun = Signal(str, str)
    opened = Signal(object)
    open_asked = Signal()
    language_asked = Signal(str)
    forgotten = Signal(object)

    def __init__(self, t: Catalogue, look: Look) -> None:
        super().__init__()
        self.setObjectName("window")
        self._t, self._look = t, look
        self.new = NewMap(t, look)
        self.new.begun.connect(self.begun)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        self._samples = Wrapped(look.px(CARD_WIDTHS[0]), look.px(CARD_WIDTHS[1]))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left())
        layout.addWidget(self._right(), 1)

    def _left(self) -> QWidget:
        t, look = self._t, self._look
        brand = row(sign(look, "route", 26, "wall"), label("journeymap", "page"), None, gap=10)
        opener = button(look, t("Open…"), self.open_asked.emit, role="quiet", sign="folder-open")
        made = column(
            brand,
            6,
            self.new,
            row(opener, None, label("Ctrl+O", "key"), margins=(8, 4, 20, 0)),
            None,
            label(t("Everything stays on this computer."), "caption"),
            gap=12,
            margins=(32, 28, 32, 24),
            name="lists",
        )
        made.setFixedWidth(look.px(446))
        return made

    def _right(self) -> QWidget:
        t = self._t
        languages = Segments(
            [NAMES[one] for one in LANGUAGES],
            LANGUAGES.index(t.language),
            lambda place: self.language_asked.emit(LANGUAGES[place]),
            equal=False,
        )
        self._recent_title = label(t("Recent"), "title")
        self._samples_title = label(t("Read a finished map"), "title")
        inner = column(
            row(self._recent_title, None, languages),
            self._recent,
            14,
            self._samples_title,
            self._samples,
            None,
            gap=10,
            margins=(36, 24, 36, 24),
            name="scrolled",
        )
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def show_recent(self, files: Sequence[Found]) -> None:
        """The files opened last, newest first."""
        self._recent_title.setText(self._t("Recent") if files else self._t("No map yet"))
        for found in files:
            self._recent.addWidget(self._recent_row(found))

    def _recent_row(self, found: Found) -> QWidget:
        t, look = self._t, self._look
        card = Card("entry", found.title)
        picture = thumbnail(look, found.journey or Journey(), 96, 56)
        about = found.about if found.journey else t("Not found: look for it…")
        first = row((Elided(found.title, "rowbold"), 1), label(found.when, "caption"))
        second = row((Elided(str(found.path.parent), "caption"), 1), label(about, "caption"))
        body = row(picture, (column(None, first, second, None, gap=5), 1), gap=14)
        _fill(card, body, (6, 5, 10, 5))
        wanted = self.opened if found.journey else self.forgotten
        card.taken.connect(lambda: wanted.emit(found.path))
        return card

    def show_samples(self, files: Sequence[Found]) -> None:
        """The finished maps that come with the program."""
        for found in files:
            self._samples.add(self._sample(found))

    def _sample(self, found: Found) -> QWidget:
        card = Card("card", found.title)
        body = column(
            thumbnail(self._look, found.journey or Journey(), None, 92),
            label(found.title, "rowbold", wrap=True),
            label(found.about, "caption", wrap=True),
            None,
            gap=5,
        )
        _fill(card, body, (12, 12, 12, 12))
        card.taken.connect(lambda: self.opened.emit(found.path))
        return card


def _fill(card: QFrame, body: QWidget, margins: tuple[int, int, int, int]) -> None:
    layout = QVBoxLayout(card)
    layout.setContentsMargins(*margins)
    layout.addWidget(body)
