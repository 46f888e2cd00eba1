"""A question of the map in the details: what is asked, where, how sure, and what to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from journeymap.analysis.findings import RuleFinding
from journeymap.analysis.words import rule_sentence
from journeymap.model.ids import Id
from journeymap.model.reading import name_of
from journeymap.model.records import Link
from journeymap.ui.desk import Desk
from journeymap.ui.details.heads import head
from journeymap.ui.label import label
from journeymap.ui.lists.unfolded import settling_row
from journeymap.ui.pieces import column
from journeymap.ui.why.link import LinkLine
from journeymap.ui.why.wall_words import link_said


def page(desk: Desk, finding: RuleFinding) -> list[QWidget]:
    """The question, the things it is about, and its three buttons."""
    t = desk.t
    title = rule_sentence(finding, desk.journey, t)
    places = [(id, _name(desk, id)) for id in finding.about]
    links = [LinkLine(name, partial(desk.selection.choose, id)) for id, name in places if name]
    sure = (
        t("The map says so by itself.")
        if finding.certainty == "certain"
        else t("It may be so: only you know.")
    )
    about = [column(label(t("It is about"), "group"), *links, gap=0)] if links else []
    buttons = settling_row(desk, finding.key)
    layout = buttons.layout()
    if layout is not None:
        layout.setContentsMargins(0, 0, 0, 0)
    return [
        head(desk, "circle-help", (t("Question"),), title, None),
        label(t("Dismissed. It comes back when the facts change.") if finding.dismissed else sure, wrap=True),
        *about,
        buttons,
    ]


def _name(desk: Desk, id: Id) -> str:
    record = desk.journey.get(id)
    return link_said(record, desk.journey, desk.t) if isinstance(record, Link) else name_of(record)
