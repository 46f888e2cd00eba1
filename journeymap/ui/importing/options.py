"""How the sheet lies: which sheet, which layout, where the headings stand, how experience is rated."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journeymap.edit.tables.cells import Sheet, is_empty, line_of
from journeymap.edit.tables.feelings import RATINGS, called
from journeymap.edit.tables.guess import heading_row
from journeymap.edit.tables.matching import Layout, Matching
from journeymap.exchange.arriving import matched_as
from journeymap.exchange.tables.book import Book
from journeymap.i18n import N_
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import Choices
from journeymap.ui.label import label
from journeymap.ui.pieces import column

LAYOUTS: tuple[tuple[Layout, str], ...] = (
    ("rows", N_("One row a step")),
    ("grid", N_("Stages side by side, lanes below")),
    ("lists", N_("A stage in each column")),
)


WIDTHS = {"sheet": 170, "layout": 264, "heading": 290, "rating": 170}
"""Of the lists, in px at text size 100 %, where the dialogue has room for them."""
ROWS = 12
"""Rows from the top that may be the one with the headings."""


def _short(words: str) -> str:
    return words if len(words) <= 30 else f"{words[:29]}…"


class Options(QFrame):
    """`sheet_chosen(Sheet)`; `changed(Matching)`."""

    sheet_chosen = Signal(object)
    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t = desk.t
        self._book: Book | None = None
        self._sheet = Sheet("", ())
        self._matching = Matching()
        self.sheets, self.layouts, self.ratings, self.heading = Choices(), Choices(), Choices(), Choices()
        for layout, words in LAYOUTS:
            self.layouts.addItem(t(words), layout)
        for rating in RATINGS.values():
            self.ratings.addItem(called(rating), rating.name)
        self._named = {
            name: self._with_caption(words, control)
            for name, words, control in (
                ("sheet", t("Sheet"), self.sheets),
                ("layout", t("Layout"), self.layouts),
                ("heading", t("Headings stand in"), self.heading),
                ("rating", t("Experience is rated"), self.ratings),
            )
        }
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        for name, part in self._named.items():
            part.setMaximumWidth(desk.look.px(WIDTHS[name]))
            line.addWidget(part, WIDTHS[name])
        line.addStretch(1)
        self._connect()

    def _with_caption(self, words: str, control: QWidget) -> QWidget:
        control.setAccessibleName(words)
        return column(label(words, "caption"), control, gap=3)

    def _connect(self) -> None:
        self.sheets.activated.connect(self._chose_sheet)
        self.layouts.activated.connect(self._chose_layout)
        self.heading.activated.connect(self._chose_heading)
        self.ratings.activated.connect(self._chose_rating)

    def show_book(self, book: Book) -> None:
        """The sheets to choose from; hidden ones say so."""
        self._book = book
        self.sheets.clear()
        for sheet in book.sheets:
            name = self._desk.t("{sheet} (hidden)", sheet=sheet.name) if sheet.hidden else sheet.name
            self.sheets.addItem(name)
        self._named["sheet"].setVisible(len(book.sheets) > 1)

    def show_matching(self, sheet: Sheet, matching: Matching) -> None:
        """What is true now."""
        self._sheet, self._matching = sheet, matching
        if self._book is not None:
            places = [place for place, each in enumerate(self._book.sheets) if each is sheet]
            self.sheets.setCurrentIndex(places[0] if places else 0)
        self.layouts.setCurrentIndex(self.layouts.findData(matching.layout))
        self._offer_headings()
        self.ratings.setCurrentIndex(self.ratings.findData(matching.rating))
        self._named["heading"].setVisible(matching.layout != "grid")
        self._named["rating"].setVisible("experience" in matching and matching.layout != "lists")

    def _chose_sheet(self, place: int) -> None:
        if self._book is not None:
            self.sheet_chosen.emit(self._book.sheets[place])

    def _chose_layout(self, _place: int) -> None:
        layout: Layout = self.layouts.currentData()
        if layout != self._matching.layout:
            heading = heading_row(self._sheet) if layout == "rows" else None
            self.changed.emit(matched_as(self._sheet, layout, heading))

    def _offer_headings(self) -> None:
        """The first rows by their words, and none at all."""
        t = self._desk.t
        self.heading.clear()
        self.heading.addItem(t("no row"), None)
        for place, row in enumerate(self._sheet.rows[:ROWS]):
            words = ", ".join(line_of(cell) for cell in row if not is_empty(cell))
            if words:
                self.heading.addItem(t("row {n}: {words}", n=place + 1, words=_short(words)), place)
        self.heading.setCurrentIndex(max(0, self.heading.findData(self._matching.heading)))

    def _chose_heading(self, _place: int) -> None:
        heading: int | None = self.heading.currentData()
        if self._matching.layout == "lists":
            self.changed.emit(replace(self._matching, heading=heading))
        else:
            self.changed.emit(matched_as(self._sheet, "rows", heading))

    def _chose_rating(self, _place: int) -> None:
        self.changed.emit(replace(self._matching, rating=str(self.ratings.currentData())))
