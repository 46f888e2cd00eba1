"""Votes: friction by friction, how many of the people here say that this alone makes someone leave."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from journeymap.analysis.words import customer_forms
from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.ui.desk import Desk
from journeymap.ui.label import label
from journeymap.ui.pieces import button, column, row


class Votes(QDialog):
    """Type the yes-votes, Enter, next. How many vote is asked once. Nothing typed: nothing said."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ids = in_order(desk)
        self._place = 0
        self.setWindowTitle(desk.t("Votes"))
        self._build()
        self._show()

    def _build(self) -> None:
        t, look = self._desk.t, self._desk.look
        question = t("Could this alone make {the_guest} leave?", **customer_forms(self._desk.journey, t))
        self._count = label("", "caption")
        self._title = label("", "page", wrap=True)
        self.of = self._number(t("People voting"))
        self.yes = self._number(t("Say yes"))
        self._said = label("", "quiet", wrap=True)
        self.of.returnPressed.connect(lambda: self.yes.setFocus(Qt.FocusReason.TabFocusReason))
        self.yes.returnPressed.connect(self._next)
        made = column(
            row(label(question, "row"), None, self._count),
            self._title,
            row(
                column(label(t("People voting"), "caption"), self.of, gap=3),
                column(label(t("Say yes"), "caption"), self.yes, gap=3),
                (self._said, 1),
                gap=16,
            ),
            row(
                button(look, t("Back"), lambda: self._go(-1)),
                None,
                button(look, t("Close"), self.accept),
                button(look, t("Next"), self._next, role="primary"),
            ),
            gap=18,
            margins=(28, 24, 28, 22),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        self.setMinimumWidth(look.px(600))
        for one in made.findChildren(type(button(look, ""))):
            one.setAutoDefault(False)

    def _number(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,3}"), made))
        made.setFixedWidth(self._desk.look.px(110))
        made.setAccessibleName(name)
        return made

    def _show(self) -> None:
        if not self._ids:
            self._title.setText(self._desk.t("Nothing hurts yet. Stand on a step and type #."))
            self.yes.setEnabled(False)
            return
        friction = self._desk.journey.frictions[self._ids[self._place]]
        self._count.setText(self._desk.t("{n} of {m}", n=self._place + 1, m=len(self._ids)))
        self._title.setText(friction.title)
        votes = friction.votes
        self.yes.setText("" if votes is None or votes.yes is None else str(votes.yes))
        if votes is not None and votes.of:
            self.of.setText(str(votes.of))
        (self.yes if self.of.text() else self.of).setFocus(Qt.FocusReason.OtherFocusReason)
        self.yes.selectAll()

    def _next(self) -> None:
        if self._keep():
            self._go(1)

    def _keep(self) -> bool:
        """Write the votes down; more yes than voters is said, not kept."""
        if not self._ids or not self.yes.text():
            return True
        yes, of = int(self.yes.text()), int(self.of.text() or 0)
        if yes > of:
            self._said.setText(self._desk.t("More say yes than vote. How many vote?"))
            self.of.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._said.setText("")
        verbs.set_votes(self._desk.document, self._ids[self._place], yes, of)
        return True

    def _go(self, by: int) -> None:
        place = self._place + by
        if place >= len(self._ids):
            self.accept()
        elif place >= 0:
            self._place = place
            self._show()


def in_order(desk: Desk) -> list[Id]:
    """Every friction, ranked ones first."""
    found = desk.work.findings
    ids = [*(line.id for line in found.ranked), *(line.id for line in found.unranked)]
    rest = [id for id in desk.journey.frictions if id not in ids]
    return [id for id in (*ids, *rest) if id in desk.journey.frictions]
