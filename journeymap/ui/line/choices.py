"""What the line offers while one types, above it: Tab or an arrow takes, Enter never does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from journeymap.canvas.guard import guard
from journeymap.edit.suggest import Suggestion
from journeymap.model.records import Lane, Step
from journeymap.ui.desk import Desk
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import Part, clear, row

MOST = 5


class Choice(QFrame):
    """One offer."""

    clicked = Signal()

    def __init__(self, desk: Desk, offer: Suggestion, note: str, key: str) -> None:
        super().__init__()
        self.setObjectName("entry")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        parts: list[Part] = [label(offer.words, "row"), (Elided(note, "caption"), 1)]
        layout.addWidget(row(*parts, *([label(key, "key")] if key else []), gap=10))

    @guard(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class Choices(QFrame):
    """The list; `taken(offer)` when one is clicked."""

    taken = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("floating")
        self._desk = desk
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(5, 5, 5, 5)
        self._layout.setSpacing(0)
        self.offers: tuple[Suggestion, ...] = ()
        self.place = 0
        self.walked = False
        """Whether somebody went into the list with an arrow: only then does Enter take from it."""
        self.hide()

    def offer(self, offers: Sequence[Suggestion]) -> None:
        """Offer these, the first one marked; nothing to offer: go."""
        offers = tuple(offers[:MOST])
        if offers == self.offers:
            return
        self.offers, self.place, self.walked = offers, 0, False
        clear(self._layout)
        for place, one in enumerate(offers):
            choice = Choice(self._desk, one, self._note(one), "Tab" if place == 0 else "")
            choice.clicked.connect(lambda one=one: self.taken.emit(one))
            self._layout.addWidget(choice)
        self.setVisible(bool(offers))
        self._mark()

    @property
    def marked(self) -> Suggestion | None:
        """The offer that Tab takes."""
        return self.offers[self.place] if self.offers else None

    def step(self, by: int) -> None:
        """Mark the next or previous offer; the first arrow chooses the one that is marked."""
        by, self.walked = (by if self.walked or by < 0 else 0), True
        self.place = max(0, min(len(self.offers) - 1, self.place + by))
        self._mark()

    def _mark(self) -> None:
        for place in range(self._layout.count()):
            item = self._layout.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setProperty("chosen", place == self.place)
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def _note(self, offer: Suggestion) -> str:
        """Where the offered thing is: a lane's unit, a step's lane."""
        if offer.id is None:
            return self._desk.t("new lane; a star after the name makes it a supplier's")
        record = self._desk.journey.get(offer.id)
        if isinstance(record, Lane):
            return (record.unit or "").replace("/", " / ")
        if isinstance(record, Step):
            lane = self._desk.journey.lanes.get(record.lane)
            return lane.name if lane else ""
        return ""
