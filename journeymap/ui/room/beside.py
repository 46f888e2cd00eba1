"""Beside the map of the room: what was parked, and what surprised us."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journeymap.ui.desk import Desk
from journeymap.ui.label import Elided, label
from journeymap.ui.lines import Lines
from journeymap.ui.pieces import button, clear, column, row, scrolled, top
from journeymap.ui.softening import softened

LONGEST = 6
"""Lines of one card."""


class Beside(QFrame):
    """Both lists, the latest at the end of each. `surprise_asked`: one is to be written down."""

    surprise_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("room_beside")
        self._desk = desk
        self._shown: tuple[object, ...] = ()
        self._parked, self._surprises = QVBoxLayout(), QVBoxLayout()
        self._parked_count, self._surprise_count = label("", "rowbold"), label("", "rowbold")
        t, look = desk.t, desk.look
        more = button(
            look, "", self.surprise_asked.emit, role="figure", sign="plus", name=t("What surprised us…")
        )
        more.setVisible(not desk.work.filing.read_only)
        for cards in (self._parked, self._surprises):
            cards.setSpacing(look.px(5))
        inner = QWidget()
        inner.setObjectName("scrolled")
        lists = QVBoxLayout(inner)
        lists.setContentsMargins(look.px(14), look.px(9), look.px(14), look.px(9))
        lists.setSpacing(look.px(7))
        lists.addWidget(row((Elided(t("Parking"), "rowbold"), 1), self._parked_count))
        lists.addLayout(self._parked)
        lists.addSpacing(look.px(9))
        lists.addWidget(row((Elided(t("What surprised us"), "rowbold"), 1), more, self._surprise_count))
        lists.addLayout(self._surprises)
        lists.addStretch(1)
        self._area: QScrollArea = scrolled(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.refresh()

    def refresh(self) -> None:
        """Show what the map holds now; something new is brought in sight."""
        journey, t = self._desk.journey, self._desk.t
        parked = tuple(note.text for note in journey.notes.values())
        surprises = tuple(_told(entry.believed, entry.saw) for entry in journey.log.values())
        if (parked, surprises) == self._shown:
            return
        grown = bool(self._shown)
        self._shown = (parked, surprises)
        self._fill(self._parked, parked, "?", t("Write ? and what has to wait."))
        self._fill(self._surprises, surprises, "", t("Nothing yet."))
        self._parked_count.setText(t.number(len(parked)) if parked else "")
        self._surprise_count.setText(t.number(len(surprises)) if surprises else "")
        if grown:
            bar = self._area.verticalScrollBar()
            QTimer.singleShot(0, bar, lambda: bar.setValue(bar.maximum()))

    def _fill(self, cards: QVBoxLayout, texts: tuple[str, ...], mark: str, empty: str) -> None:
        clear(cards)
        for text in texts:
            cards.addWidget(self._card(text, mark))
        if not texts:
            cards.addWidget(label(empty, "quiet", wrap=True))

    def _card(self, text: str, mark: str) -> QFrame:
        look = self._desk.look
        words = Lines(softened(text, self._desk.t.language), "row", LONGEST)
        words.setAccessibleName(text)
        inner = (look.px(9), look.px(6), look.px(9), look.px(6))
        if not mark:
            return column(words, margins=inner, name="card")
        sign = label(mark, "room_mark")
        return row(top(sign), (words, 1), gap=look.px(7), margins=inner, name="card")


def _told(believed: str | None, saw: str | None) -> str:
    """What was seen; what was believed before stands in front of it where it was said."""
    return " → ".join(words for words in (believed, saw) if words)
