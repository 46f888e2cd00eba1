"""Every key of the window, per action; the one table menus, shortcuts and the key list read.

Written as Qt writes them: "Ctrl" is ⌘ on macOS, "Meta" is ⌃ there. No key stands twice in one
context, none needs AltGr or a dead key on Nordic keyboards. A person's own keys stand before ours.
"""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

from journeymap.storage import settings


class Keys(NamedTuple):
    """The keys of an action; `mac` only where they differ there. The first one is shown."""

    usual: tuple[str, ...]
    mac: tuple[str, ...] | None = None

    def here(self, platform: str = sys.platform) -> tuple[str, ...]:
        """The keys on this platform."""
        return self.mac if platform == "darwin" and self.mac is not None else self.usual


def _k(*usual: str, mac: tuple[str, ...] | None = None) -> Keys:
    return Keys(usual, mac)


TO_THE_MENUS = "F10"
"""Opens the first menu, as the system's own key does elsewhere; it cannot be given to anything else."""
MENU_HERE = "Shift+F10"
"""The menu of what has the keyboard; of desktop systems only Windows hears it by itself."""
ANYWHERE: dict[str, Keys] = {
    "new": _k("Ctrl+N"),
    "open": _k("Ctrl+O"),
    "save": _k("Ctrl+S"),
    "save_as": _k("Ctrl+Shift+S"),
    "close": _k("Ctrl+W"),
    "quit": _k("Ctrl+Q"),
    "settings": _k("Ctrl+,"),
    "report": _k("Ctrl+P"),
    "export": _k("Ctrl+Shift+E"),
    "import": _k("Ctrl+Shift+O"),
    "undo": _k("Ctrl+Z"),
    "redo": _k("Ctrl+Y", "Ctrl+Shift+Z", mac=("Ctrl+Shift+Z",)),
    "cut": _k("Ctrl+X"),
    "copy": _k("Ctrl+C"),
    "paste": _k("Ctrl+V"),
    "select_all": _k("Ctrl+A"),
    "find": _k("Ctrl+F"),
    "find_next": _k("F3", "Ctrl+G", mac=("Ctrl+G",)),
    "find_previous": _k("Shift+F3", "Ctrl+Shift+G", mac=("Ctrl+Shift+G",)),
    "do_anything": _k("Ctrl+K"),
    "help": _k("F1", mac=("Ctrl+?",)),
    "next_view": _k("Ctrl+Tab", mac=("Meta+Tab",)),
    "previous_view": _k("Ctrl+Shift+Tab", mac=("Meta+Shift+Tab",)),
    "filter_rows": _k("Ctrl+Shift+F"),
    "filter_column": _k("Ctrl+Shift+L"),
    "next_pane": _k("F6"),
    "previous_pane": _k("Shift+F6"),
    "lists": _k("Ctrl+B"),
    "details": _k("Ctrl+I"),
    "map_only": _k("Ctrl+Shift+M"),
    "zoom_in": _k("Ctrl++", "Ctrl+="),
    "zoom_out": _k("Ctrl+-"),
    "whole_map": _k("Ctrl+0"),
    "show_selection": _k("Ctrl+J"),
    "why": _k("Ctrl+E"),
    "room": _k("Ctrl+R"),
    "walk": _k("F5"),
    "walk_here": _k("Shift+F5"),
    "full_screen": _k("F11", mac=("Meta+Ctrl+F",)),
}
"""Keys that work wherever the caret stands."""

ON_THE_MAP: dict[str, Keys] = {
    "next_step": _k("Return"),
    "branch": _k("Shift+Return"),
    "lane_above": _k("Ctrl+Up"),
    "lane_below": _k("Ctrl+Down"),
    "move_left": _k("Alt+Left"),
    "move_right": _k("Alt+Right"),
    "move_up": _k("Alt+Up"),
    "move_down": _k("Alt+Down"),
    "open_column": _k("Ctrl+Shift+Right"),
    "close_column": _k("Ctrl+Shift+Left"),
    "rename": _k("F2"),
    "delete": _k("Del", "Backspace"),
    "link_to": _k("Ctrl+L"),
    "duplicate": _k("Ctrl+D"),
    "next_wall": _k("F4"),
    "previous_wall": _k("Shift+F4"),
    "next_finding": _k("F7"),
    "previous_finding": _k("Shift+F7"),
    "next_friction": _k("F8"),
    "previous_friction": _k("Shift+F8"),
    "settle": _k("Space"),
    "back_chain": _k("Ctrl+Shift+B"),
    "focus_lane": _k("F9"),
    "focus_stage": _k("Shift+F9"),
    **{f"lane_{n}": _k(f"Ctrl+{n}") for n in range(1, 10)},
}
"""Keys of the map and, while it is empty, of the line."""

LINE_SIGNS = {
    "friction": "#",
    "critical": "!",
    "quote": '"',
    "sent_on": ">",
    "behind": "<",
    "promise": "=",
    "information": "+",
    "stage": "/",
    "value": "*",
    "park": "?",
}
"""First characters that make a line a fact instead of a step (LINE 2)."""


def keys_of(action: str) -> Keys:
    """The keys of an action, wherever they hold; a person's own before ours, no keys if it has none."""
    own = own_keys().get(action)
    return Keys(own) if own is not None else usual_keys(action)


def usual_keys(action: str) -> Keys:
    """The keys an action has unless somebody gave it others."""
    return ANYWHERE.get(action) or ON_THE_MAP.get(action) or Keys(())


def own_keys() -> dict[str, tuple[str, ...]]:
    """What the person has chosen: action → keys. An action that had none is heard anywhere."""
    chosen = settings.get("keys", dict[str, Any]())
    return {
        name: tuple(key for key in keys if isinstance(key, str))
        for name, keys in chosen.items()
        if isinstance(keys, list)
    }
