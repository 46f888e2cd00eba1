"""Second versions of a map that other programs leave: Git's markers and a sync client's conflict copies."""

from __future__ import annotations

import re
from pathlib import Path

from journeymap.storage import files
from journeymap.storage.errors import StorageError

_MARKER = re.compile(rb"(<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?\r?")
MOST_SIBLINGS = 50
"""Files looked into; a folder of hundreds of maps must not be read through."""


def git_sides(data: bytes) -> tuple[bytes, bytes]:
    """The two files that Git could not merge, ours first, out of one with its markers."""
    ours: list[bytes] = []
    theirs: list[bytes] = []
    into: tuple[list[bytes], ...] = (ours, theirs)
    places: dict[bytes, tuple[list[bytes], ...]] = {
        b"<<<<<<<": (ours,), b"|||||||": (), b"=======": (theirs,), b">>>>>>>": (ours, theirs),
    }  # fmt: skip
    for row in data.split(b"\n"):
        match = _MARKER.fullmatch(row)
        if match:
            into = places[match[1]]
        for side in () if match else into:
            side.append(row)
    return b"\n".join(ours), b"\n".join(theirs)


def conflict_copies(path: Path, document: str) -> tuple[Path, ...]:
    """Maps in the same folder with the same id and a name that begins alike: somebody's other version."""
    if not document:
        return ()
    try:
        near = sorted(each for each in path.parent.glob("*.journey") if each.stem.startswith(path.stem))
    except OSError:
        return ()
    return tuple(each for each in near[:MOST_SIBLINGS] if each.name != path.name and _id_of(each) == document)


def _id_of(path: Path) -> str | None:
    try:
        return files.load(path).journey.head.document
    except StorageError:
        return None
