"""What each column holds: its letter, heading and first values, and a list to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from journeymap.edit.tables.cells import Sheet, column_letter, is_empty, line_of
from journeymap.edit.tables.matching import Matching, with_meaning
from journeymap.edit.tables.meanings import IN_A_GRID, MEANING, MEANINGS
from journeymap.ui.desk import Desk
from journeymap.ui.details.controls import Choices
from journeymap.ui.label import Elided, label
from journeymap.ui.pieces import clear, column, row

SAMPLES = 3
"""First values of a column that are shown below its heading."""
LIST_WIDTH, LEAST_WORDS = 190, 64
"""Of the list at most and of the heading at least, in px at text size 100 %."""


class Columns(QScrollArea):
    """One line a column (of a grid: a row). `changed(Matching)` when somebody chose otherwise."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sheet = Sheet("", ())
        self._matching = Matching()
        self.choices: list[Choices] = []
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, 12, 0)
        self._lines.setSpacing(10)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_matching(self, sheet: Sheet, matching: Matching) -> None:
        """Show how a sheet is understood; lines that stay are kept, so that the keyboard keeps its place."""
        same = sheet is self._sheet and (matching.layout, matching.heading) == (
            self._matching.layout,
            self._matching.heading,
        )
        self._sheet, self._matching = sheet, matching
        if same and self.choices:
            self._refresh()
            return
        clear(self._lines)
        self.choices = []
        for place in self._places():
            line = self._line(place)
            self._lines.addWidget(line)
            line.show()  # at once: a window that becomes active before its children show gives them no focus
        self._lines.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _places(self) -> Iterator[int]:
        """What can be matched: columns with anything in them, of a grid the rows from the stages on."""
        if self._matching.layout == "grid":
            first = self._matching.heading or 0
            yield from range(first, min(len(self._sheet.rows), len(self._matching.meanings)))
            return
        for place in range(self._sheet.width):
            if any(not is_empty(self._sheet.cell(at, place)) for at in range(len(self._sheet.rows))):
                yield place

    def _line(self, place: int) -> QWidget:
        name, samples = self._words(place)
        is_grid = self._matching.layout == "grid"
        letter = str(place + 1) if is_grid else column_letter(place)
        choice = self._choice(place, f"{letter} {name}")
        key = label(letter, "key")
        key.setMinimumWidth(self._desk.look.px(26))
        key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = Elided(name or self._desk.t("no heading"), "rowbold" if name else "quiet")
        words = column(heading, Elided(" · ".join(samples), "caption"), gap=1)
        words.setMinimumWidth(self._desk.look.px(LEAST_WORDS))
        return row(key, (words, 1), (choice, 2), gap=10)

    def _choice(self, place: int, spoken: str) -> Choices:
        made = Choices()
        made.setAccessibleName(spoken)
        made.setMaximumWidth(self._desk.look.px(LIST_WIDTH))
        made.setMinimumContentsLength(4)
        for meaning, words in self._offers(place):
            made.addItem(words, meaning)
        made.setCurrentIndex(max(0, made.findData(self._matching.means(place))))
        made.setProperty("place", place)
        made.activated.connect(lambda _=0, at=place, box=made: self._chose(at, str(box.currentData())))
        self.choices.append(made)
        return made

    def _offers(self, place: int) -> list[tuple[str, str]]:
        """What may be chosen here; what people rarely need only where it was found."""
        t, now = self._desk.t, self._matching.means(place)
        nothing = ("", t("– not brought in –"))
        if self._matching.layout == "lists":
            return [nothing, ("stage", t("A stage, its steps below"))]
        if self._matching.layout == "grid":
            return [nothing, *((name, self._in_a_grid(name)) for name in IN_A_GRID)]
        offered = [meaning for meaning in MEANINGS if meaning.usual or meaning.name == now]
        return [nothing, *((meaning.name, t(meaning.words)) for meaning in offered)]

    def _in_a_grid(self, name: str) -> str:
        t = self._desk.t
        words = {"stage": t("Stages"), "step": t("What the customer does"), "lane": t("A lane, its steps")}
        return words.get(name) or t(MEANING[name].words)

    def _words(self, place: int) -> tuple[str, Sequence[str]]:
        """The heading and the first values, each once."""
        sheet, matching = self._sheet, self._matching
        if matching.layout == "grid":
            cells = [sheet.cell(place, at) for at in range(matching.label + 1, sheet.width)]
            return line_of(sheet.cell(place, matching.label)), _samples(cells)
        cells = [sheet.cell(at, place) for at in range(matching.first, len(sheet.rows))]
        heading = "" if matching.heading is None else line_of(sheet.cell(matching.heading, place))
        return heading, _samples(cells)

    def _chose(self, place: int, meaning: str) -> None:
        self.changed.emit(with_meaning(self._matching, place, meaning))

    def _refresh(self) -> None:
        for choice in self.choices:
            place = int(choice.property("place"))
            wanted = self._matching.means(place)
            if choice.findData(wanted) < 0:
                choice.addItem(self._desk.t(MEANING[wanted].words), wanted)
            choice.setCurrentIndex(choice.findData(wanted))


def _samples(cells: Sequence[object]) -> Sequence[str]:
    said: dict[str, None] = {}
    for cell in cells:
        if len(said) == SAMPLES:
            break
        if not is_empty(cell):  # type: ignore[arg-type]
            said.setdefault(line_of(cell)[:60])  # type: ignore[arg-type]
    return list(said)
