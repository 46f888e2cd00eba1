"""May this key mean that? A clash with another action, or with writing itself, is refused with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from journeymap.edit.message import Message
from journeymap.edit.rules.verdict import YES, Verdict
from journeymap.i18n import N_
from journeymap.storage import settings
from journeymap.ui.keys import ANYWHERE, ON_THE_MAP, keys_of, own_keys

WRITES = N_("{key} writes. Hold Ctrl with it, or take a function key.")
ALTGR = N_("Ctrl+Alt is AltGr on many keyboards: it writes @ and {{.")
SYSTEM = N_("{key} belongs to the system or to the menus.")
TAKEN = N_("{key} already means “{action}”.")
TRAVEL = N_("{key} goes about the map and in texts.")
SYSTEMS = frozenset({"F10", "Ctrl+H", "Ctrl+Shift+U", "Alt+F4", "Alt+Tab", "Meta+Tab"})
TRAVELS = frozenset(
    {"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Tab", "Esc", "Return", "Backspace"}
)
WRITING = frozenset({"Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Backspace", "Ctrl+Del"})


def portable(pressed: QKeySequence) -> str:
    """A key as the table writes it."""
    return pressed.toString(QKeySequence.SequenceFormat.PortableText).replace("Enter", "Return")


def may_mean(action: str, key: str) -> Verdict:
    """Whether a key may mean an action; its own key says nothing."""
    if not key or key in keys_of(action).here():
        return Verdict(False)
    reason = _reserved(action, key)
    if reason is not None:
        return Verdict(False, reason)
    taken = next((name for name in _rivals(action) if key in keys_of(name).here()), None)
    return YES if taken is None else Verdict(False, Message(TAKEN, key=key, action=taken))


def _rivals(action: str) -> Iterator[str]:
    """Actions whose keys hold where this one's do: keys of the map and of the window are heard together."""
    return (name for name in (*ANYWHERE, *ON_THE_MAP, *own_keys()) if name != action)


def _reserved(action: str, key: str) -> Message | None:
    held, last = set(key.split("+")[:-1]), key.rsplit("+", 1)[-1]
    if {"Ctrl", "Alt"} <= held:
        return Message(ALTGR)
    if key in SYSTEMS or ("Alt" in held and len(last) == 1):
        return Message(SYSTEM, key=key)
    if held <= {"Shift"} and (last in TRAVELS or len(last) <= 1):
        given = action in ON_THE_MAP and key in ON_THE_MAP[action].here()
        return None if given else Message(TRAVEL if last in TRAVELS else WRITES, key=key)
    return Message(TRAVEL, key=key) if key in WRITING else None


def choose(action: str, keys: tuple[str, ...]) -> None:
    """Let an action have these keys from now on, in this window and the next."""
    settings.put("keys", {**{name: list(own) for name, own in own_keys().items()}, action: list(keys)})


def go_back(action: str | None = None) -> None:
    """The usual keys again: of one action, or of all."""
    left = {name: list(own) for name, own in own_keys().items() if action is not None and name != action}
    settings.put("keys", left) if left else settings.forget("keys")
