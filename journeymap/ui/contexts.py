"""Context menus by what is under the pointer: nine lines at most, every one with its key."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.records import Friction, Lane, Link, Stage, Step
from journeymap.ui.details.wall import mark_of
from journeymap.ui.menus import Menus
from journeymap.ui.parts import Parts

STEP = ("next_step", "branch", "friction", "critical", "quote", "link_to", "back_chain", None, "delete")
LINES: dict[type, tuple[str | None, ...]] = {
    Step: STEP,
    Friction: ("why", "answers", "rename", None, "delete"),
    Link: ("focus_lane", None, "delete"),
    Lane: ("lane", "rename", "focus_lane", None, "delete"),
    Stage: ("stage", "rename", "focus_stage", None, "delete"),
}
WALL = ("why", "settle", "dismiss", "next_wall")
GROUND = ("next_step", "lane", "stage", "paste", "whole_map")


def show_menu(parts: Parts, menus: Menus, ids: tuple[str, ...], at: QPoint) -> QMenu:
    """Show the menu of what is selected, or of the ground."""
    menu = QMenu(parts.frame.widget())
    record = parts.desk.journey.get(Id(ids[0])) if ids else None
    lines: tuple[str | None, ...] = LINES.get(type(record), GROUND)
    if ids and mark_of(parts.desk, ids[0]) is not None:
        lines = WALL
    menus.refresh()
    for name in lines:
        if name is None:
            menu.addSeparator()
        else:
            menu.addAction(menus.made[name])
    if isinstance(record, Link):
        menu.addAction(parts.desk.t("Reverse"), lambda: verbs.reverse(parts.desk.document, record.id))
    menu.popup(at)
    return menu
