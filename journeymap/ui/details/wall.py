"""The card of a wall: why it stands, what people know about it, so it is or dismissed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from journeymap.analysis import words
from journeymap.analysis.findings import WallFinding, WallMark
from journeymap.edit import verbs
from journeymap.model.records import Wall
from journeymap.ui.desk import Desk
from journeymap.ui.details import sides
from journeymap.ui.details.controls import control
from journeymap.ui.details.fields import WALL
from journeymap.ui.details.form import Opened
from journeymap.ui.details.heads import head
from journeymap.ui.details.written import Words
from journeymap.ui.label import label
from journeymap.ui.lists.walls import certainty, make_friction, marks_by_id, pair_of, pair_words, strongest
from journeymap.ui.pieces import button, column, row
from journeymap.ui.why import wall as why


def mark_of(desk: Desk, id: str) -> WallMark | None:
    """The wall that an id of the map or of a list means."""
    return marks_by_id(desk.work.findings).get(id)


def page(desk: Desk, mark: WallMark, opened: Opened) -> list[QWidget]:
    """Everything about one mark; what is said goes to its strongest finding's card."""
    finding = strongest(mark)
    card = verbs.wall_with(desk.journey, finding.key) or Wall(key=finding.key)
    title = pair_words(pair_of(desk, mark))
    kind = desk.t(
        "Wall {number} · {certainty}",
        number=words.wall_number(mark.number, desk.t),
        certainty=certainty(desk, mark),
    )
    return [
        head(desk, "brick-wall", (kind,), title, None, role="wall", token="brick"),
        _why(desk, mark, opened),
        _settle(desk, mark, finding),
        *(_question(desk, card, place) for place in range(len(WALL))),
        _views(desk, mark, opened),
    ]


def _why(desk: Desk, mark: WallMark, opened: Opened) -> QWidget:
    said = [words.wall_sentence(finding, desk.journey, desk.t) for finding in mark.findings]
    hours = max((finding.hours_per_year or 0.0 for finding in mark.findings), default=0.0)
    parts: list[QWidget] = [label(desk.t("What happens here"), "group")]
    parts += [label(sentence, wrap=True) for sentence in dict.fromkeys(said)]
    if hours:
        figure = desk.t("{n} hours a year hang on this wall", n=desk.t.number(round(hours)))
        parts.append(label(figure, "rowbold", wrap=True))
    parts.append(why.fold(desk, mark, opened))
    return column(*parts, gap=6, margins=(12, 10, 12, 12), name="card")


def _settle(desk: Desk, mark: WallMark, finding: WallFinding) -> QWidget:
    key = finding.key
    reason = Words("")
    reason.setPlaceholderText(desk.t("Why is it no wall?"))
    reason.setAccessibleName(desk.t("Why is it no wall?"))
    reason.hide()

    def dismiss() -> None:
        if reason.isHidden():
            reason.show()
            reason.setFocus()
        else:
            verbs.dismiss_wall(desk.document, key, reason.text().strip() or None)

    reason.returnPressed.connect(dismiss)
    friction = button(
        desk.look, desk.t("# Friction"), lambda: make_friction(desk, mark), name=desk.t("Make it a friction")
    )
    if finding.state == "confirmed":
        back = button(desk.look, desk.t("Take back"), lambda: verbs.reopen_wall(desk.document, key))
        return row((back, 1), friction, gap=8)
    yes = button(desk.look, desk.t("So it is"), lambda: verbs.confirm_wall(desk.document, key), sign="check")
    no = button(desk.look, desk.t("Dismiss…"), dismiss)
    return column(row((yes, 1), (no, 1), gap=6), row((friction, 1)), reason, gap=6)


def _question(desk: Desk, card: Wall, place: int) -> QWidget:
    field = WALL[place]

    def say(value: Any) -> None:
        verbs.set_wall_fact(desk.document, card.key, **{field.name: value})

    made = control(desk, field, getattr(card, field.name), say)
    made.setProperty("answers", field.name)
    return made


def _views(desk: Desk, mark: WallMark, opened: Opened) -> QWidget:
    words, note = desk.t("How each side sees it"), sides.heard(desk, mark)
    return opened.fold(desk, "wall:views", words, note, lambda: sides.sides(desk, mark), usual=True)
