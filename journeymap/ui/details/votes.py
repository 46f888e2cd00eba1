"""How many of how many said that this alone decides: two small fields, one answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.records import Votes
from journeymap.ui.desk import Desk
from journeymap.ui.details.written import Words
from journeymap.ui.label import label
from journeymap.ui.pieces import row


def votes_row(desk: Desk, id: Id, votes: Votes | None) -> QWidget:
    """ "8 of 12 votes": both numbers are needed before anything is kept."""
    yes = _number(desk, votes.yes if votes else None, desk.t("Votes for yes"))
    of = _number(desk, votes.of if votes else None, desk.t("Everybody who voted"))

    def said(_: str) -> None:
        numbers = (_read(yes.text()), _read(of.text()))
        if None not in numbers or (not yes.text() and not of.text()):
            verbs.set_votes(desk.document, id, *numbers)

    yes.said.connect(said)
    of.said.connect(said)
    made = row(
        yes, label(desk.t.context("votes", "of"), "quiet"), of, label(desk.t("votes"), "quiet"), None, gap=6
    )
    made.setProperty("answers", "votes")
    return made


def _number(desk: Desk, value: int | None, name: str) -> Words:
    made = Words("" if value is None else str(value))
    made.setFixedWidth(desk.look.px(48))
    made.setMaxLength(4)
    made.setAccessibleName(name)
    return made


def _read(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None
