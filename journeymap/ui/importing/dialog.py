"""Bring in a file: it is read off the window's time, matched under one's eyes, and comes when one says so."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.edit.naming import customer_lane_name
from journeymap.edit.tables.cells import Sheet
from journeymap.edit.tables.matching import Matching
from journeymap.edit.tables.told import Told
from journeymap.exchange.arriving import Arrival, arrive, likely_sheet, told_unused
from journeymap.exchange.sources import Source, open_source
from journeymap.exchange.tables.book import Heed
from journeymap.model.journey import Journey
from journeymap.model.reading import is_customer_lane, lanes_in_order, name_of
from journeymap.model.records import Head, Language
from journeymap.storage.errors import StorageError
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.errors import log
from journeymap.ui.importing.columns import Columns
from journeymap.ui.importing.jobs import Jobs
from journeymap.ui.importing.options import Options
from journeymap.ui.importing.preview import Preview
from journeymap.ui.label import Elided, label
from journeymap.ui.lines import Lines
from journeymap.ui.pieces import Segments, button, column, row, rule

MOST_STEPS = 10_000
"""More than this no window can draw (PERFORMANCE 7); the command line takes what a file holds."""
READING, MATCHING, WHOLE, TROUBLE = range(4)


class ImportDialog(QDialog):
    """After `accepted`: `into` says whether it comes into the open map, `told` or `source` what comes."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None, *, into: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._path = desk, path
        self.source: Source | None = None
        self.arrival: Arrival | None = None
        work = desk.work
        self._may_join = work.is_open and not work.filing.read_only
        self.into = self._may_join and (into or not desk.journey.steps)
        self.setWindowTitle(desk.t("Bring in {file}", file=path.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._jobs = Jobs(self)
        self._jobs.done.connect(self._came)
        self._jobs.failed.connect(self._failed)
        self._jobs.came_far.connect(self._far)
        self._build()
        self._jobs.do(partial(open_source, path))

    @property
    def told(self) -> Told | None:
        """What the table tells as it is matched; None for a whole map."""
        return self.arrival.told if self.arrival is not None else None

    # -- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        t, look = self._desk.t, self._desk.look
        self.pages = QStackedWidget()
        for page in (self._reading(), self._matching(), self._whole(), self._trouble()):
            self.pages.addWidget(page)
        title = Elided(t("Bring in {file}", file=self._path.name), "title")
        made = column(title, (self.pages, 1), rule(), self._foot(), gap=14, margins=(24, 20, 24, 18))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        room = self.screen().availableSize()
        self.setMinimumSize(min(look.px(860), room.width()), min(look.px(560), room.height()))
        self.resize(min(look.px(1240), room.width()), min(look.px(700), room.height()))
        self._refresh()

    def _reading(self) -> QWidget:
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        words = label(self._desk.t("The file is being read …"), "quiet")
        self.bar.setAccessibleName(words.text())
        return self._middle(words, self.bar)

    def _middle(self, *parts: QWidget) -> QWidget:
        """A few things in the middle of the page, no wider than a line is read."""
        inner = column(*parts, gap=12)
        inner.setFixedWidth(self._desk.look.px(460))
        return column(None, row(None, inner, None), None)

    def _matching(self) -> QWidget:
        look = self._desk.look
        self.options = Options(self._desk)
        self.columns = Columns(self._desk)
        self.preview = Preview(self._desk)
        self.options.sheet_chosen.connect(lambda sheet: self._ask(sheet, None))
        self.options.changed.connect(self._rematch)
        self.columns.changed.connect(self._rematch)
        self._loose = Lines("", "caption", 3)
        self._notes = label("", "warn", wrap=True)
        self._holds = label("", "group")
        left = column(self._holds, (self.columns, 1), self._loose, gap=8)
        left.setMaximumWidth(look.px(404))
        body = row((left, 2), (self.preview, 3), gap=20)
        return column(self.options, self._notes, (body, 1), gap=12)

    def _whole(self) -> QWidget:
        """A whole map: nothing to match, only to be told what it is."""
        self._about = label("", "rowbold", wrap=True)
        self._how = label("", "quiet", wrap=True)
        self.listed = Preview(self._desk)
        return column(self._about, self._how, 6, (self.listed, 1), gap=6)

    def _trouble(self) -> QWidget:
        self._sentence = label("", "row", wrap=True)
        return self._middle(sign(self._desk.look, "circle-alert", 28, "warn"), self._sentence)

    def _foot(self) -> QWidget:
        t, look = self._desk.t, self._desk.look
        self.target = Segments(
            [t("As a new map"), t("Into this map")], int(self.into), self._say_target, equal=False
        )
        self.target.setVisible(self._may_join)
        self._said = label("", "warn", wrap=True)
        self.cancel = button(look, t("Cancel"), self.reject)
        self.go = button(look, "", self.accept, role="primary")
        self.go.setDefault(True)
        return column(self._said, row(self.target, None, self.cancel, self.go, gap=12), gap=10)

    # -- reading ----------------------------------------------------------------------------------

    def _far(self, share: float) -> None:
        self.bar.setValue(round(share * 100))

    def _came(self, answer: object) -> None:
        if isinstance(answer, Source):
            self._opened(answer)
        elif isinstance(answer, Arrival):
            self._arrived(answer)

    def _opened(self, source: Source) -> None:
        self.source = source
        if source.book is None:
            self._show_whole(source)
            return
        self.options.show_book(source.book)
        notes = [note.said(self._desk.t) for note in source.book.notes]
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))
        book = source.book
        self._jobs.do(lambda heed: arrive(likely_sheet(book), None, heed))

    def _ask(self, sheet: Sheet, matching: Matching | None) -> None:
        def job(heed: Heed) -> Arrival:
            return arrive(sheet, matching, heed)

        self._jobs.do(job)
        self._refresh()

    def _rematch(self, matching: Matching) -> None:
        if self.arrival is not None:
            self.columns.show_matching(self.arrival.sheet, matching)
            self.options.show_matching(self.arrival.sheet, matching)
            self._ask(self.arrival.sheet, matching)

    def _order_tabs(self) -> None:
        """From above to below, left to right, though the columns' lists are made last."""
        line = [
            *(self.options.sheets, self.options.layouts, self.options.heading, self.options.ratings),
            *self.columns.choices,
            *(self.preview.table, self.preview.list),
            *self.target.group.buttons(),
            *(self.cancel, self.go),
        ]
        for one, other in pairwise(line):
            QWidget.setTabOrder(one, other)

    def _arrived(self, arrival: Arrival) -> None:
        first = self.arrival is None
        self.arrival = arrival
        self.pages.setCurrentIndex(MATCHING)
        self.options.show_matching(arrival.sheet, arrival.matching)
        self.columns.show_matching(arrival.sheet, arrival.matching)
        self._order_tabs()
        self.preview.show_told(arrival.told, self._customer())
        self._loose.show_text(told_unused(arrival, self._desk.t))
        self._loose.setVisible(bool(self._loose.text()))
        is_grid = arrival.matching.layout == "grid"
        self._holds.setText(
            self._desk.t("What each row holds") if is_grid else self._desk.t("What each column holds")
        )
        self._refresh()
        if first and self.columns.choices:
            self.columns.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _customer(self) -> str:
        """What the lane is called of steps that name none: the open map's for its customer, or the word."""
        lanes = lanes_in_order(self._desk.journey) if self.into else ()
        named = (name_of(lane) for lane in lanes if is_customer_lane(lane))
        return next(named, "") or customer_lane_name(Head(language=cast(Language, self._desk.t.language)))

    def _show_whole(self, source: Source) -> None:
        t, journey = self._desk.t, source.journey or Journey()
        self.pages.setCurrentIndex(WHOLE)
        self._about.setText(journey.head.title or t("A map without a name"))
        self._how.setText(self._what_happens(journey))
        self.listed.show_map(journey)
        self.listed.show_trouble(source.problems, source.remarks)
        self._refresh()

    def _what_happens(self, journey: Journey) -> str:
        t, same = self._desk.t, self._is_this_map(journey)
        if not self.into:
            return t(
                "This is a whole map. It opens as it was written, with what was changed in the file since."
            )
        if same:
            return t("This is the open map. What was changed in the file comes in, and nothing is removed.")
        return t("This is another map. Its steps come in behind what is here, with what hangs on them.")

    def _is_this_map(self, journey: Journey) -> bool:
        document = self._desk.journey.head.document
        return self._may_join and document is not None and journey.head.document == document

    def _failed(self, failure: Exception) -> None:
        t = self._desk.t
        if isinstance(failure, StorageError):
            said = failure.sentence(t)
        else:
            log.error("import failed", exc_info=failure)
            said = t("{file} could not be read. The log says more.", file=self._path.name)
        self._sentence.setText(said)
        self.pages.setCurrentIndex(TROUBLE)
        self.target.hide()
        self.go.hide()
        self.cancel.setText(t("Close"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shrink()

    def _shrink(self) -> None:
        """One sentence needs no large window."""
        for place in (READING, MATCHING, WHOLE):
            if (page := self.pages.widget(place)) is not None:
                page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(0, 0)
        look = self._desk.look
        self.resize(look.px(508), look.px(240))

    # -- what may be done -------------------------------------------------------------------------

    def _say_target(self, place: int) -> None:
        self.into = bool(place)
        if self.source is not None and self.source.journey is not None:
            self._how.setText(self._what_happens(self.source.journey))
        elif self.told is not None:
            self.preview.show_told(self.told, self._customer())

    def _refresh(self) -> None:
        """The button says what it does, how many come, and that the others stay outside."""
        t = self._desk.t
        steps, bad = self._amount()
        too_many = steps > MOST_STEPS
        self._said.setText(self._remark(steps, bad, too_many))
        self._said.setVisible(bool(self._said.text()))
        self.go.setEnabled(steps > 0 and not too_many and not self._jobs.runs)
        if self.source is None or (self.told is None and self.source.journey is None):
            self.go.setText(t("Bring in"))
        elif self.told is None:
            self.go.setText(t("Bring in the map"))
        elif bad:
            self.go.setText(t.plural("Bring in the other {n}", "Bring in the other {n}", steps))
        else:
            self.go.setText(t.plural("Bring in {n} step", "Bring in {n} steps", steps))

    def _amount(self) -> tuple[int, int]:
        if self.told is not None:
            return len(self.told.steps), len(self.told.problems)
        if self.source is not None and self.source.journey is not None:
            return max(1, len(self.source.journey.steps)), len(self.source.problems)
        return 0, 0

    def _remark(self, steps: int, bad: int, too_many: bool) -> str:
        t = self._desk.t
        if too_many:
            return t(
                "{n} steps are more than one map can show. Choose the rows that are steps of one journey, "
                "at most {most}.",
                n=t.number(steps),
                most=t.number(MOST_STEPS),
            )
        if bad and steps and self.told is not None and self.told.question is not None:
            return self.told.question.said(t)
        if self.told is not None and not steps and not self._jobs.runs:
            return t("No row reads as a step. Say which column holds the steps.")
        return ""

    @guard(None)
    def reject(self) -> None:
        self._jobs.stop()
        super().reject()

    @guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        self._jobs.stop()
        super().closeEvent(event)
