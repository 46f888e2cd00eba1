"""Context menus by what is under the pointer: nine lines at most, every one with its key (LINE 3)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from journeymap.edit import verbs
from journeymap.model.ids import Id
from journeymap.model.reading import lanes_in_order
from journeymap.model.records import Friction, Lane, Link, Stage, Step
from journeymap.ui.actions.action import selected_steps
from journeymap.ui.actions.clipping import paste_at
from journeymap.ui.details.wall import mark_of
from journeymap.ui.menus import CARRIER_MENU, KIND_MENU, LINK_KINDS_MENU, Menus, lettered
from journeymap.ui.parts import Parts

TO_LANE, STEP_HERE, PASTE_HERE = "*to_lane", "*step_here", "*paste_here"
"""Lines that hang on what is selected or on where the pointer is."""
Lines = tuple[str | None, ...]

OF_KIND: dict[type, Lines] = {
    Step: (
        *("next_step", "branch", "friction", "critical", "quote", "link_to", "back_chain"),
        *(TO_LANE, "delete"),
    ),
    Lane: (
        "lane_new_below",
        "rename",
        KIND_MENU,
        "lane_unit",
        "focus_lane",
        "lane_card",
        "lane_merge",
        "delete",
    ),
    Stage: ("stage", "rename", "select_stage", "focus_stage", "delete"),
    Link: (
        *(LINK_KINDS_MENU, CARRIER_MENU, "requirement", "insert_in_link", "link_target", "link_source"),
        *("reverse", "what_if", "delete"),
    ),
    Friction: ("why", "answers", "act", "what_if", "rename", "delete"),
}
WALL: Lines = ("settle", "dismiss", "wall_friction", "why", "wall_owner", "wall_excuse", "what_if")
SEVERAL: Lines = ("link_to", TO_LANE, "lane_split", "critical", "duplicate", "cut", "copy", "delete")
IN_TABLE: Lines = (
    *("cut", "copy", "paste", "row_below", "remove_rows", "fill_down", "filter_column", "sort_up"),
    "choose_columns",
)
GROUND: Lines = (STEP_HERE, "lane", PASTE_HERE, "whole_map")


def lines_for(parts: Parts, ids: tuple[str, ...]) -> Lines:
    """The lines of what is selected, or of the ground."""
    if not ids:
        return GROUND
    if mark_of(parts.desk, ids[0]) is not None:
        return WALL
    record = parts.desk.journey.get(Id(ids[0]))
    if isinstance(record, Step) and len(ids) > 1:
        return SEVERAL
    return OF_KIND.get(type(record), ("delete",))


def show_menu(parts: Parts, menus: Menus, lines: Lines, at: QPoint) -> QMenu:
    """Show a menu of these lines."""
    menu = QMenu(parts.frame.widget())
    menus.refresh()
    for line in lines:
        if line == TO_LANE:
            menu.addMenu(_to_lane(parts, menu))
        elif line in (STEP_HERE, PASTE_HERE):
            _here(parts, menu, line, at)
        else:
            menus.fill(menu, (line,))
    lettered(menu)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
    return menu


def _to_lane(parts: Parts, menu: QMenu) -> QMenu:
    """Every lane by number and name; the steps' own cannot be chosen."""
    t, journey = parts.desk.t, parts.desk.journey
    made, steps = QMenu(t("Move to lane"), menu), selected_steps(parts)
    own = {journey.steps[step].lane for step in steps}
    for number, lane in enumerate(lanes_in_order(journey), start=1):
        call = partial(verbs.move_to_lane, parts.desk.document, steps, lane.id)
        words = f"{number}   {lane.name}".replace("&", "&&")
        action = made.addAction(words, partial(parts.map.attempt, call))
        action.setEnabled(own != {lane.id})
    lettered(made)
    return made


def _here(parts: Parts, menu: QMenu, line: str, at: QPoint) -> None:
    """A new step, or what is on the clipboard, in the cell under the pointer."""
    view, t = parts.map, parts.desk.t
    place = view.place_at(view.viewport().mapFromGlobal(at).toPointF())
    if place is None:
        return
    if line == STEP_HERE:
        menu.addAction(t("New step here"), partial(parts.writing.stand_at, place.lane, place.column))
    else:
        menu.addAction(t("Paste here"), partial(paste_at, parts, place.lane, place.column))
