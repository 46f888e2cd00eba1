"""The mode in which everybody writes and nobody speaks: the question, how many notes, none of their words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from journeymap.analysis.words import customer_forms
from journeymap.canvas.accessible import announce
from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk
from journeymap.ui.details.written import Words
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.pieces import Segments, button, column, row
from journeymap.ui.room.gathered import Gathered
from journeymap.ui.softening import softened


class Hidden(QLineEdit):
    """Words nobody can read. `given(text)` on Enter and when pasted; `taken_back` on an empty field."""

    given = Signal(str)
    taken_back = Signal()
    told = Signal()
    """Enter where nothing is written."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), self.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clear()
            (self.given.emit(text) if text.strip() else self.told.emit())
        elif key == Qt.Key.Key_Escape:
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key == Qt.Key.Key_Backspace and not text:
            self.taken_back.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()  # the map's
        else:
            super().keyPressEvent(event)

    def _paste(self) -> None:
        """Several lines are several notes; one line is a part of the note being written."""
        text = QApplication.clipboard().text()
        if "\n" in text.strip():
            self.given.emit(text)
        else:
            self.insert(text.strip())


class Silent(QWidget):
    """`told_asked`: the notes are to be told one by one. `asked`: another question was written."""

    told_asked = Signal()
    asked = Signal()

    def __init__(self, desk: Desk, gathered: Gathered) -> None:
        super().__init__()
        self._desk, self._gathered = desk, gathered
        t, look = desk.t, desk.look
        self._question = Lines("", "room_friction", 4)
        self._count, self._said = label("", "room_friction"), label("", "row", wrap=True)
        self.notes = Hidden()
        self.notes.setObjectName("room_hidden")
        self.notes.setAccessibleName(t("Notes from the room, hidden"))
        self.notes.setPlaceholderText(t("Write or paste the notes here: nobody sees them"))
        self.question = Words(gathered.pile.question)
        self.question.setAccessibleName(t("The question"))
        self.kind = Segments(
            [t("a friction"), t("a step")], int(not gathered.pile.frictions), self._mean, equal=False
        )
        self.kind.setAccessibleName(t("Each note becomes"))
        self.tell = button(look, t("Show the notes"), self.told_asked.emit)
        self._lay_out()
        self.notes.given.connect(self._given)
        self.notes.taken_back.connect(self._take_back)
        self.notes.told.connect(self._tell)
        self.question.said.connect(self._ask)
        self.question.returnPressed.connect(self.take_focus)
        self.refresh()

    def _lay_out(self) -> None:
        t, look = self._desk.t, self._desk.look
        side, gap = look.px(40), look.px(14)
        how = Lines(t("Everybody writes on paper, one thing on each note. Nobody speaks."), "row", 3)
        below = row(
            (column(label(t("The question"), "caption"), self.question, gap=look.px(3)), 1),
            column(label(t("Each note becomes"), "caption"), self.kind, gap=look.px(3)),
            gap=look.px(16),
        )
        gathering = row((self.notes, 1), self.tell, gap=look.px(10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, look.px(16), side, look.px(16))
        layout.addWidget(
            column(None, self._question, how, 4, self._count, gathering, self._said, None, below, gap=gap)
        )

    # -- what is asked ----------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """The question: the room's own, else the program's."""
        if self._gathered.pile.question:
            return self._gathered.pile.question
        t, forms = self._desk.t, customer_forms(self._desk.journey, self._desk.t)
        if self._gathered.pile.frictions:
            return t("What rubs for {the_guest}, and where?", **forms)
        return t("What does {the_guest} do, from the first to the last?", **forms)

    def _ask(self, text: str) -> None:
        self._gathered.ask(text)
        self._changed()

    def _mean(self, place: int) -> None:
        self._gathered.mean(frictions=place == 0)
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.asked.emit()
        self.take_focus()

    # -- gathering --------------------------------------------------------------------------------

    def _given(self, text: str) -> None:
        came = self._gathered.add(text)
        self.refresh()
        self.say("" if came else self._desk.t("The pile is full. Show the notes first."))
        announce(self, self._count.text())

    def _take_back(self) -> None:
        if self._gathered.take_back():
            self.refresh()
            self.say(self._desk.t("The last note is taken away again."))

    def _tell(self) -> None:
        if self._gathered.count:
            self.told_asked.emit()
        else:
            self.say(self._desk.t("There is no note yet."))

    # -- showing ----------------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        """Nothing is being written."""
        return not self.notes.text()

    def say(self, sentence: str) -> None:
        """A sentence below the field."""
        self._said.setText(sentence)
        announce(self, sentence)

    def take_focus(self) -> None:
        """The keyboard gathers."""
        self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the question and how many notes there are; a map that may only be read takes none."""
        t, may = self._desk.t, not self._desk.work.filing.read_only
        words, count = self.words, self._gathered.count
        self._question.show_text(softened(words, t.language))
        self._question.setAccessibleName(words)
        self.question.setPlaceholderText(words)
        self._count.setText(t.plural("{n} note", "{n} notes", count))
        self.tell.setEnabled(may and bool(count))
        self.notes.setEnabled(may)
        self._said.setText("")
