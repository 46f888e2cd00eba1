"""The mode in which the room votes, friction by friction: what alone would make the customer leave."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeymap.canvas.guard import guard
from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.ui.desk import Desk
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.pieces import button, clear, column, row, scrolled
from journeymap.ui.softening import softened


class Number(QLineEdit):
    """A whole number up to 999; `spaced` when Space was pressed in it."""

    spaced = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,3}"), self))
        self.setObjectName("room_number")
        self.setAccessibleName(name)
        self.setFixedWidth(desk.look.px(110))

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.spaced.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()  # the map's: votes are taken back as they were given
        else:
            super().keyPressEvent(event)


class Dots(QWidget):
    """Type the yes-votes, Enter, next. How many vote is asked once. The result is hidden until Space."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ids = in_order(desk)
        self.place = 0
        self.open = False
        t = desk.t
        self._count, self._said = label("", "title"), label("", "row", wrap=True)
        self._title = Lines("", "room_friction", 4)
        self.of, self.yes = Number(desk, t("People voting")), Number(desk, t("Say yes"))
        self._results = QVBoxLayout()
        self._lay_out()
        self.of.returnPressed.connect(self.take_focus)
        self.yes.returnPressed.connect(self.next)
        for field in (self.of, self.yes):
            field.spaced.connect(self.turn)
        desk.work.edited.connect(self._edited)
        self.refresh()

    def _edited(self, _news: object) -> None:
        self.refresh()

    def _lay_out(self) -> None:
        t, look = self._desk.t, self._desk.look
        self._asked = row(
            column(label(t("People voting"), "row"), self.of, gap=look.px(3)),
            column(label(t("Say yes"), "row"), self.yes, gap=look.px(3)),
            (self._said, 1),
            gap=look.px(16),
        )
        self._ways = (button(look, t("Back"), lambda: self.go(-1)), button(look, t("Next"), self.next))
        self._buttons = row(*self._ways, None, gap=look.px(8))
        side = look.px(40)
        here = column(
            None, self._count, self._title, self._asked, self._buttons, None,
            gap=look.px(14), margins=(side, look.px(16), side, look.px(16)),
        )  # fmt: skip
        self._results.setSpacing(look.px(5))
        inner = QWidget()
        inner.setObjectName("scrolled")
        listed = QVBoxLayout(inner)
        listed.setContentsMargins(look.px(14), look.px(9), look.px(14), look.px(9))
        listed.setSpacing(look.px(7))
        listed.addWidget(label(t("Result"), "rowbold"))
        listed.addLayout(self._results)
        listed.addStretch(1)
        beside = QFrame()
        beside.setObjectName("room_beside")
        beside.setFixedWidth(look.px(300))
        frame = QVBoxLayout(beside)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(inner))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(here, 1)
        layout.addWidget(beside)

    # -- voting -----------------------------------------------------------------------------------

    def next(self) -> None:
        """Keep what was typed and go on to the next friction; after the last one stay."""
        if self._keep():
            self.go(1)

    def go(self, by: int) -> None:
        """To another friction."""
        if 0 <= self.place + by < len(self.ids):
            self.place += by
            self.refresh()
            self.take_focus()
        elif by > 0 and self.ids:
            self.say(self._desk.t("That was the last one. Space shows the result."))

    def turn(self) -> None:
        """Show the result, or hide it again."""
        self.open = not self.open
        self.refresh()

    def _keep(self) -> bool:
        """Write the votes down; more yes than voters is said, not kept. Nothing typed: nothing said."""
        friction = self._friction
        if friction is None or not self.yes.text():
            return True
        yes, of = int(self.yes.text()), int(self.of.text() or 0)
        if yes > of:
            self.say(self._desk.t("More say yes than vote. How many vote?"))
            self.of.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        verbs.set_votes(self._desk.document, friction, yes, of)
        return True

    @property
    def _friction(self) -> Id | None:
        return self.ids[self.place] if self.ids else None

    # -- showing ----------------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        """Esc has nothing to take back here: what is typed stays until Enter."""
        return True

    def say(self, sentence: str) -> None:
        """A sentence beside the fields."""
        self._said.setText(sentence)

    def take_focus(self) -> None:
        """The keyboard counts: the people first, where nobody said how many they are."""
        field = self.yes if self.of.text() else self.of
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def refresh(self) -> None:
        """Show the friction, and the result where it may be seen; frictions may have come or gone."""
        self._follow()
        t, friction = self._desk.t, self._desk.journey.frictions.get(self._friction or Id(""))
        may = friction is not None and not self._desk.work.filing.read_only
        for part in (self.of, self.yes, *self._ways):
            part.setEnabled(may)
        for shown in (self._asked, self._buttons):
            shown.setVisible(friction is not None)
        self.yes.setEchoMode(QLineEdit.EchoMode.Normal if self.open else QLineEdit.EchoMode.Password)
        self.say("")
        self._count.setText(t("{n} of {m}", n=self.place + 1, m=len(self.ids)) if self.ids else "")
        words = friction.title if friction else t("Nothing hurts yet. Stand on a step and type #.")
        self._title.show_text(softened(words, t.language))
        votes = friction.votes if friction else None
        self.yes.setText("" if votes is None or votes.yes is None else str(votes.yes))
        if votes is not None and votes.of:
            self.of.setText(str(votes.of))
        self._show_results()

    def _follow(self) -> None:
        """What came stands last, what went is left out: an order that followed the votes would tell."""
        now, there = self._friction, in_order(self._desk)
        kept = [id for id in self.ids if id in there]
        self.ids = [*kept, *(id for id in there if id not in kept)]
        self.place = self.ids.index(now) if now in self.ids else min(self.place, max(0, len(self.ids) - 1))

    def _show_results(self) -> None:
        clear(self._results)
        t, look = self._desk.t, self._desk.look
        if not self.open:
            self._results.addWidget(label(t("Space shows it."), "quiet"))
            return
        for id in self.ids:
            friction = self._desk.journey.frictions[id]
            votes = friction.votes
            counted = votes is not None and votes.yes is not None and bool(votes.of)
            said = t("{n} of {m}", n=votes.yes, m=votes.of) if counted and votes is not None else ""
            margins = (look.px(9), look.px(6), look.px(9), look.px(6))
            title = Lines(softened(friction.title, t.language), "row", 2)
            self._results.addWidget(row((title, 1), label(said, "rowbold"), margins=margins, name="card"))


def in_order(desk: Desk) -> list[Id]:
    """Every friction, ranked ones first."""
    found = desk.work.findings
    ids = [*(line.id for line in found.ranked), *(line.id for line in found.unranked)]
    rest = [id for id in desk.journey.frictions if id not in ids]
    return [id for id in (*ids, *rest) if id in desk.journey.frictions]
