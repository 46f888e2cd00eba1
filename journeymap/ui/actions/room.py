"""The room: opening and leaving it, and what its keys do there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from journeymap.i18n import N_
from journeymap.ui.actions.action import Action, may_edit, open_map
from journeymap.ui.actions.editing import EDIT, MOVES
from journeymap.ui.actions.files import FILE
from journeymap.ui.actions.inserting import INSERT, LANES, NEIGHBOURS
from journeymap.ui.actions.linking import LINKING
from journeymap.ui.actions.showing import open_guide
from journeymap.ui.actions.viewing import ANALYSIS, VIEW
from journeymap.ui.actions.walking import surprise, walk, walk_here
from journeymap.ui.keys import keys_of
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.room.page import RoomPage

HOLD = frozenset(
    {
        "undo", "redo", "cut", "copy", "paste", "select_all", "rename", "delete", "duplicate", "link_to",
        "save", "next_step", "branch", "lane_above", "lane_below", "move_left", "move_right", "move_up",
        "move_down", "next_wall", "previous_wall", "next_friction", "previous_friction", "zoom_in",
        "zoom_out", "whole_map", "show_selection", "full_screen",
        *(f"lane_{n}" for n in range(1, 10)),
    }
)  # fmt: skip
"""Actions whose keys hold in the room, on its own map and line; all others are of the window behind it."""
WITHOUT_MAP = frozenset({"undo", "redo", "save", "full_screen"})
"""Those that hold in a mode that does not show the map, too."""
MAPPED: tuple[Action, ...] = (
    *EDIT, *MOVES, *FILE, *INSERT, *LANES, *NEIGHBOURS, *LINKING, *VIEW, *ANALYSIS,
)  # fmt: skip
IN_ROOM = {action.id: action for action in MAPPED if action.id in HOLD}


def room(parts: Parts) -> RoomPage | None:
    """Go into the room; from there back to the window."""
    from journeymap.ui.room.page import RoomPage

    window = parts.frame.widget()
    there = window.findChildren(RoomPage)
    for one in there:
        one.leave()
    return None if there else _enter(parts)


def _enter(parts: Parts) -> RoomPage:
    from journeymap.ui.room.page import RoomPage

    window = parts.frame.widget()
    parts.table.editor.finish()
    page = RoomPage(parts, window, lambda inside, key: _do(parts, inside, key))
    page.surprise_asked.connect(lambda: surprise(parts))
    return page


def _do(parts: Parts, inside: Parts, key: QKeySequence) -> bool:
    """What a key means in the room; what the rules refuse is said on its map."""
    through: dict[str, Callable[[], object]] = {
        "room": lambda: room(parts),
        "walk": lambda: walk(parts),
        "walk_here": lambda: walk_here(parts),
        "help": lambda: open_guide(parts),
    }
    pressed = key.toString(QKeySequence.SequenceFormat.PortableText).replace("Enter", "Return")
    for name, call in through.items():
        if pressed in keys_of(name).here():
            call()
            return True
    holds = HOLD if inside.map.isVisible() else WITHOUT_MAP
    action = next((IN_ROOM[name] for name in holds if pressed in keys_of(name).here()), None)
    if action is not None and (action.when is None or action.when(inside)):
        inside.map.attempt(partial(action.call, inside))
    return action is not None


def vote(parts: Parts) -> RoomPage:
    """The room, where it votes: friction by friction, what alone would make the customer leave."""
    from journeymap.ui.room.hall import DOTS
    from journeymap.ui.room.page import RoomPage

    there = parts.frame.widget().findChildren(RoomPage)
    page = there[0] if there else _enter(parts)
    page.show_mode(DOTS)
    return page


ROOM = (
    Action("room", N_("The room"), room, open_map),
    Action("votes", N_("Vote: what makes someone leave?"), vote, may_edit),
)
