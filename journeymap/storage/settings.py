"""What a person has chosen for the program, in a JSON file of our own (never QSettings: it unpickles)."""

from __future__ import annotations

from typing import Any, TypeVar

from journeymap.storage.own_files import read_own, write_own
from journeymap.storage.places import config_folder
from journeymap.storage.pruning import Says, pruned

V = TypeVar("V", str, int, float, bool, list[Any], dict[str, Any])
PERSONAL = frozenset({"name", "walk_role", "folder"})
"""What may hold a person's own words: who they are, and folders called after somebody."""
_FILE = "settings.json"
_CHANGES: list[str] = []


def get(name: str, default: V) -> V:
    """The chosen value, or the default if none of the default's type was chosen."""
    value = read_own(config_folder() / _FILE).get(name)
    return value if type(value) is type(default) else default


def put(name: str, value: str | float | bool | list[Any] | dict[str, Any]) -> bool:
    """Remembers a choice; other programs' names in the file stay. False if the disk refused."""
    path = config_folder() / _FILE
    _CHANGES.append(name)
    return write_own(path, {**read_own(path), name: value})


def changes() -> int:
    """How often something was chosen since the program began: what was read before may be old then."""
    return len(_CHANGES)


def saying(says: Says) -> tuple[str, ...]:
    """Which of the choices that hold a person's own words say these."""
    said = read_own(config_folder() / _FILE)
    left = pruned(said, says, PERSONAL)
    return tuple(name for name in said if said[name] != left.get(name))


def forget_words(says: Says) -> int:
    """Takes the words out of the choices; how many of them it were."""
    path, gone = config_folder() / _FILE, len(saying(says))
    return gone if gone and write_own(path, pruned(read_own(path), says, PERSONAL)) else 0


def forget(name: str) -> bool:
    """Goes back to the default."""
    path = config_folder() / _FILE
    _CHANGES.append(name)
    left = read_own(path)
    return left.pop(name, None) is None or write_own(path, left)
