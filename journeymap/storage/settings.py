"""What a person has chosen for the program, in a JSON file of our own (never QSettings: it unpickles)."""

from __future__ import annotations

from typing import Any, TypeVar

from journeymap.storage.own_files import read_own, write_own
from journeymap.storage.places import config_folder

V = TypeVar("V", str, int, float, bool, list[Any], dict[str, Any])
_FILE = "settings.json"


def get(name: str, default: V) -> V:
    """The chosen value, or the default if none of the default's type was chosen."""
    value = read_own(config_folder() / _FILE).get(name)
    return value if type(value) is type(default) else default


def put(name: str, value: str | float | bool | list[Any] | dict[str, Any]) -> bool:
    """Remembers a choice; other programs' names in the file stay. False if the disk refused."""
    path = config_folder() / _FILE
    return write_own(path, {**read_own(path), name: value})


def forget(name: str) -> bool:
    """Goes back to the default."""
    path = config_folder() / _FILE
    left = read_own(path)
    return left.pop(name, None) is None or write_own(path, left)
