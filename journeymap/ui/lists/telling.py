"""What the map also tells, as the last groups of the findings: closed, with their counts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.ui.desk import Desk
from journeymap.ui.drawn import sign
from journeymap.ui.label import label
from journeymap.ui.lines import Lines
from journeymap.ui.lists.entries import Shown
from journeymap.ui.lists.filtering import Filter
from journeymap.ui.lists.frictions import heading
from journeymap.ui.lists.opening import Opening
from journeymap.ui.lists.unfolded import INDENT
from journeymap.ui.pieces import button, column, row, top
from journeymap.ui.tells import SUBJECTS, Tell, make_friction, titled, told

ALL = "tells"


def lines(desk: Desk, opening: Opening, chosen: Filter) -> Iterator[Shown]:
    """A heading, then subject by subject; of subjects without anything nothing."""
    known, headed = told(desk), False
    for subject in SUBJECTS:
        inside = [
            one
            for one in known.get(subject.name, ())
            if chosen.passes(desk.journey, one.places, certain=one.certain)
        ]
        if not inside:
            continue
        if not headed:
            yield heading(desk, ALL, desk.t("What the map also tells"), "")
            headed = True
        key = f"{ALL}:{subject.name}"
        yield opening.heading(desk, key, titled(desk, subject), desk.t.number(len(inside)), inner=True)
        if opening.is_open(key):
            yield from (_tell(desk, subject.name, one) for one in inside)


def first(desk: Desk) -> str | None:
    """The key of the first subject of which anything is told."""
    known = told(desk)
    return next((f"{ALL}:{one.name}" for one in SUBJECTS if known.get(one.name)), None)


def _tell(desk: Desk, subject: str, tell: Tell) -> Shown:
    icon, token = tell.sign

    def make() -> QWidget:
        below = [label(tell.note, "caption", wrap=True)] if tell.note else []
        body = column(Lines(tell.words, most=5), *below, gap=1)
        return row(top(sign(desk.look, icon, 18, token)), (body, 1), gap=9)

    def more() -> QWidget:
        made = button(
            desk.look,
            desk.t("# Friction"),
            partial(make_friction, desk, tell),
            role="small",
            name=desk.t("Make it a friction"),
        )
        return row(made, None, margins=(INDENT, 4, 0, 4))

    facts = (tell, desk.look, desk.t.language)
    spoken = " ".join(part for part in (tell.words, tell.note) if part)
    offered = more if tell.at is not None else None
    return Shown(f"{ALL}:{subject}:{tell.key}", facts, make, (tell.key, *tell.places), spoken, offered)
