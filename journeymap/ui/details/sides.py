"""How each side of a wall sees it, side by side; each is written where it is read."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.analysis.findings import WallMark
from journeymap.analysis.two_sided import TwoSidedWall
from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.ui.desk import Desk
from journeymap.ui.details.written import LongWords
from journeymap.ui.label import label
from journeymap.ui.lists.walls import strongest
from journeymap.ui.pieces import column, row


def sides(desk: Desk, mark: WallMark) -> QWidget:
    """A field a side, beside one another; below, whose part the wall is."""
    lanes = [lane for lane in dict.fromkeys((mark.giver, mark.receiver)) if lane in desk.journey.lanes]
    views = said(desk, mark)
    fields = [(_side(desk, mark, Id(lane), views.get(Id(lane), "")), 1) for lane in lanes if lane]
    return column(row(*fields, gap=8), label(_whose(desk, mark), "caption", wrap=True), gap=6)


def said(desk: Desk, mark: WallMark) -> dict[Id, str]:
    """Lane → its words, from all cards of the mark: the strongest finding's before the others'."""
    found: dict[Id, str] = {}
    first = strongest(mark)
    for finding in (first, *(one for one in mark.findings if one is not first)):
        card = verbs.wall_with(desk.journey, finding.key)
        for lane, text in (card.views or {}).items() if card is not None else ():
            if text.strip():
                found.setdefault(Id(lane), text.strip())
    return found


def heard(desk: Desk, mark: WallMark) -> str:
    """ "1 of 2", for the closed section."""
    lanes = [lane for lane in dict.fromkeys((mark.giver, mark.receiver)) if lane in desk.journey.lanes]
    views = said(desk, mark)
    count = sum(lane in views for lane in lanes)
    return desk.t("{n} of {all}", n=desk.t.number(count), all=desk.t.number(len(lanes)))


def _side(desk: Desk, mark: WallMark, lane: Id, text: str) -> QWidget:
    name = name_of(desk.journey.lanes[lane])
    field = LongWords(text, least=3, most=8)
    field.setProperty("role", "small")
    field.setAccessibleName(desk.t("How {lane} sees it", lane=name))
    field.setPlaceholderText(desk.t("In their own words"))
    field.said.connect(partial(_say, desk, mark, lane))
    return column(label(name, "caption", wrap=True), None, field, gap=3)


def _say(desk: Desk, mark: WallMark, lane: Id, text: str) -> None:
    """Kept on the strongest finding's card; the same side's words on other cards give way to it."""
    for finding in mark.findings:
        card = verbs.wall_with(desk.journey, finding.key)
        kept = {one: view for one, view in ((card.views if card else None) or {}).items() if one != lane}
        if finding is strongest(mark):
            kept = {**kept, lane: text} if text else kept
        elif card is None or not card.views or lane not in card.views:
            continue
        verbs.set_wall_fact(desk.document, finding.key, views=kept or None)


def _whose(desk: Desk, mark: WallMark) -> str:
    """How the wall counts: to its owner, else in equal parts to its sides."""
    further = desk.telling.now()
    known: TwoSidedWall | None = next(
        (wall for wall in (further.walls if further else ()) if wall.number == mark.number), None
    )
    if known is None or not known.parts:
        return ""
    names = [name_of(desk.journey.lanes.get(lane)) for lane in known.parts]
    if len(names) == 1:
        return desk.t("The wall counts to {lane}.", lane=names[0])
    return desk.t("Neither side owns it: it counts in equal parts to {lanes}.", lanes=desk.t.listed(names))
