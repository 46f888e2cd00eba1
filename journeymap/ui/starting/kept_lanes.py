"""Kept sets of lanes as they are offered where a map begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from journeymap.i18n import Catalogue
from journeymap.model.reading import is_customer_lane
from journeymap.storage.lane_sets import LaneSet
from journeymap.ui.label import tip
from journeymap.ui.look import Look
from journeymap.ui.mnemonics import letter
from journeymap.ui.pieces import button, row


def said_as(kept: LaneSet) -> str:
    """The set as one writes it: "Guest, Reception, Cleaning firm*", the customer first."""
    first = sorted(kept.lanes, key=lambda lane: not is_customer_lane(lane))
    return ", ".join(lane.name + ("*" if lane.kind == "supplier" else "") for lane in first)


def chips(t: Catalogue, look: Look, kept: Sequence[LaneSet], take: Callable[[LaneSet], object]) -> QWidget:
    """One button with the sets behind it; a single set is named on it."""
    if len(kept) == 1:
        words = t("Lanes of {name}", name=kept[0].name)
        made = button(look, words, lambda: take(kept[0]), role="chip", sign="rows-3")
        tip(made, said_as(kept[0]))
        return row(made, None)
    made = button(look, t("Lanes used before"), role="chip", sign="rows-3")
    made.clicked.connect(lambda: _menu(made, kept, take))
    return row(made, None)


def _menu(over: QPushButton, kept: Sequence[LaneSet], take: Callable[[LaneSet], object]) -> None:
    menu = QMenu(over)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for one in kept:
        action = menu.addAction(one.name.replace("&", "&&"))
        action.triggered.connect(lambda _=False, one=one: take(one))
    letter(menu)
    menu.popup(over.mapToGlobal(over.rect().bottomLeft()))
