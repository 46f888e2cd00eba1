"""The maps opened lately, the latest first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

from journeymap.i18n import N_
from journeymap.storage.own_files import read_own, write_own
from journeymap.storage.places import config_folder

MOST = 20
MOVED = N_("{file} is no longer where it was. Find it or take it off the list.")
"""To be said when a recent map is chosen and `exists` is False."""
_FILE = "recent.json"


class Recent(NamedTuple):
    """One map: where it lies, what it is called, its id, when it was opened (UTC, ISO)."""

    path: str
    title: str = ""
    document: str = ""
    when: str = ""

    @property
    def exists(self) -> bool:
        """Whether a file lies there now."""
        try:
            return Path(self.path).is_file()
        except (OSError, ValueError):
            return False


def recents() -> tuple[Recent, ...]:
    """The list as it stands; entries that say nothing usable are passed over."""
    entries = read_own(config_folder() / _FILE).get("recent")
    found = map(_recent, entries if isinstance(entries, list) else [])
    return tuple(recent for recent in found if recent is not None)


def add(path: str | os.PathLike[str], title: str = "", document: str = "") -> None:
    """Puts a map on top of the list."""
    from datetime import UTC, datetime  # noqa: PLC0415 - a start only reads the list

    place = os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow the person's own links
    latest = Recent(place, title, document, datetime.now(UTC).isoformat(timespec="seconds"))
    _write((latest, *(recent for recent in recents() if recent.path != place)))


def remove(path: str | os.PathLike[str]) -> None:
    """Takes a map off the list."""
    gone = {os.fspath(path), os.path.abspath(path)}  # noqa: PTH100 - as above
    _write(tuple(recent for recent in recents() if recent.path not in gone))


def clear() -> None:
    """Empties the list."""
    _write(())


def _write(entries: tuple[Recent, ...]) -> None:
    write_own(config_folder() / _FILE, {"recent": [entry._asdict() for entry in entries[:MOST]]})


def _recent(entry: Any) -> Recent | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("path"), str):
        return None
    texts = {name: entry.get(name) for name in ("title", "document", "when")}
    return Recent(entry["path"], **{name: text for name, text in texts.items() if isinstance(text, str)})
