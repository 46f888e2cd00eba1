"""Which page of the guide fits the place where the keyboard is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from journeymap.model.ids import Id
from journeymap.model.records import Action, Friction, Step
from journeymap.ui.desk import Desk
from journeymap.ui.details.wall import mark_of
from journeymap.ui.help.pages import FIRST
from journeymap.ui.lists.panel import ListName, Lists

GUIDE = "guide"
"""The property by which any part can name its page: `part.setProperty(GUIDE, "report.md")`."""
PAGES = {
    "ChainPanel": "behind.md",
    "Clashes": "together.md",
    "ComparePanel": "compare.md",
    "FindBar": "change.md",
    "Foot": "line.md",
    "FourAnswers": "frictions.md",
    "HandoffQuestion": "hand-offs.md",
    "KeysPage": "keys.md",
    "LaneSets": "start.md",
    "ReportDialog": "report.md",
    "Settings": "settings.md",
    "RoomPage": "room.md",
    "StartPage": "start.md",
    "TablePane": "sheets.md",
    "Surprise": "walk.md",
    "Templates": "start.md",
    "Versions": "safe.md",
    "WalkPage": "walk.md",
    "WhatIfPanel": "what-if.md",
}
"""Parts of the window by the name of their class, and the page about them."""

LISTS: Mapping[ListName, str] = {
    "frictions": "frictions.md",
    "walls": "hand-offs.md",
    "findings": "rules.md",
    "outline": "lists.md",
}


def page_for(widget: QWidget | None, desk: Desk) -> str:
    """The page that the nearest part around the widget names, else that of what is selected."""
    while widget is not None:
        named = widget.property(GUIDE) or PAGES.get(type(widget).__name__)
        if isinstance(widget, Lists):
            named = LISTS.get(widget.name)
        if isinstance(named, str):
            return named
        widget = widget.parentWidget()
    return page_about(desk) if desk.work.is_open else "start.md"


def page_about(desk: Desk) -> str:
    """The page about what is selected on the map."""
    chosen = desk.selection.one
    if not chosen:
        return FIRST
    record = desk.journey.get(Id(chosen))
    if isinstance(record, Friction):
        return "frictions.md"
    if isinstance(record, Action):
        return "actions.md"
    if mark_of(desk, chosen) is not None:
        return "hand-offs.md"
    if isinstance(record, Step) and record.critical:
        return "critical.md"
    return "change.md"
