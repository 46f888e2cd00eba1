"""Second versions of a map that other programs leave: Git's markers and a sync client's conflict copies."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from journeymap.model.journey import Journey
from journeymap.storage import envelope, files
from journeymap.storage.blind_merge import merge_blind
from journeymap.storage.errors import StorageError
from journeymap.storage.merge import Merged, merge

_MARKER = re.compile(rb"(<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?\r?")
MOST_SIBLINGS = 50
"""Files looked into; a folder of hundreds of maps must not be read through."""


class Sides(NamedTuple):
    """The files that Git could not merge, and what they came from where the markers tell of it."""

    ours: bytes
    theirs: bytes
    base: bytes | None


def git_sides(data: bytes) -> Sides:
    """The files out of one with Git's markers, ours first."""
    ours: list[bytes] = []
    theirs: list[bytes] = []
    base: list[bytes] = []
    everywhere = (ours, theirs, base)
    into: tuple[list[bytes], ...] = everywhere
    places: dict[bytes, tuple[list[bytes], ...]] = {
        b"<<<<<<<": (ours,), b"|||||||": (base,), b"=======": (theirs,), b">>>>>>>": everywhere,
    }  # fmt: skip
    told = 0
    for row in data.split(b"\n"):
        match = _MARKER.fullmatch(row)
        if match:
            into = places[match[1]]
            told += (match[1] == b"|||||||") - (match[1] == b"<<<<<<<")
        for side in () if match else into:
            side.append(row)
    return Sides(b"\n".join(ours), b"\n".join(theirs), None if told else b"\n".join(base))


def merge_git(data: bytes, file: str, history: Sequence[Journey] = ()) -> Merged:
    """Both sides of a file with Git's markers in one map; StorageError if one of them is no map."""
    sides = git_sides(data)
    ours, theirs = (envelope.decode(side, file).journey for side in (sides.ours, sides.theirs))
    if sides.base is not None:
        with contextlib.suppress(StorageError):
            return merge(envelope.decode(sides.base, file).journey, ours, theirs)
    return merge_blind(ours, theirs, history)


_COPY_MARK = re.compile(
    r"conflict|konflikt|sync-conflict|"  # Dropbox, Nextcloud, Syncthing, in our three languages
    r"^ ?\(\d+\)|^-[A-Za-z0-9][A-Za-z0-9-]{1,40}$|^ \([^)]+\)$",  # a second download, OneDrive, Box
    re.IGNORECASE,
)


def conflict_copies(path: Path, document: str) -> tuple[Path, ...]:
    """Maps in the same folder with the same id whose names say that they are somebody's other version."""
    if not document:
        return ()
    try:
        near = sorted(each for each in path.parent.glob("*.journey") if is_copy_of(path, each))
    except OSError:
        return ()
    return tuple(each for each in near[:MOST_SIBLINGS] if _id_of(each) == document)


def is_copy_of(path: Path, other: Path) -> bool:
    """Whether a name is the map's with what sync clients put behind it."""
    rest = other.stem[len(path.stem) :]
    return other.stem.startswith(path.stem) and bool(_COPY_MARK.search(rest))


def _id_of(path: Path) -> str | None:
    try:
        return files.load(path).journey.head.document
    except StorageError:
        return None
