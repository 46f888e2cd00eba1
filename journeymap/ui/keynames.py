"""How a key is called on this system and in this language: "Ctrl+Skift+→", "⇧⌘→", "Mellanslag"."""

from __future__ import annotations

import sys

from journeymap.i18n import N_, Catalogue

NAMES = {
    "Shift": N_("Shift"),
    "Space": N_("Space"),
    "Backspace": N_("Backspace"),
    "Tab": N_("Tab"),
    "Return": "Enter",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
    "Menu": N_("Menu key"),
}
"""Keys that are written otherwise than Qt writes them, or otherwise in another language."""
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
ON_MAC = {"Meta": "⌃", "Alt": "⌥", "Shift": "⇧", "Ctrl": "⌘"}
"""Qt's "Ctrl" is ⌘ there, its "Meta" is ⌃; they are written in this order, without plus."""


def named(t: Catalogue, key: str, platform: str = sys.platform) -> str:
    """A key as people read it; `key` is written as Qt writes it, such as "Ctrl+Shift+Right"."""
    *held, pressed = parted(key)
    last = ARROWS.get(pressed) or _name(t, pressed)
    if platform != "darwin":
        return "+".join([*(_name(t, one) for one in held), last])
    return "".join(sign for one, sign in ON_MAC.items() if one in held) + last


def parted(key: str) -> list[str]:
    """The keys of a combination: "Ctrl++" is Ctrl and +."""
    if key.endswith("+"):
        return [*(key[:-2].split("+") if len(key) > 1 else []), "+"]
    return key.split("+")


def _name(t: Catalogue, key: str) -> str:
    return t(NAMES[key]) if key in NAMES else key
