"""Lanes that people want to use again: named sets in a file of our own beside the settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from journeymap.model.records import Lane
from journeymap.storage.own_files import read_own, write_own
from journeymap.storage.places import lanes_file
from journeymap.storage.pruning import Says, pruned
from journeymap.storage.shapes import fields_of

MOST = 200
_LEFT_OUT = ("id", "extra", "order")
"""What a lane has only on its map."""
_TEXTS = frozenset(field.name for field in fields_of(Lane) if field.form == "text")
"""What of a lane people write in their own words; a set's name is called as a lane's."""


@dataclass(frozen=True, slots=True)
class LaneSet:
    """A name and lanes from the top, without ids."""

    name: str
    lanes: tuple[Lane, ...]


def kept() -> tuple[LaneSet, ...]:
    """The sets by name; what the file says and nobody can use is passed over and stays in it."""
    found = (_read(entry) for entry in _entries())
    return tuple(sorted((one for one in found if one), key=lambda one: one.name.casefold()))


def keep(name: str, lanes: Iterable[Lane]) -> bool:
    """Keeps lanes under a name, instead of a set that had it; False where the disk refused."""
    raw = {"name": name, "lanes": [_raw(lane) for lane in lanes]}
    others = [entry for entry in _entries() if not _called(entry, name)]
    return _write([raw, *others])


def rename(name: str, new: str) -> bool:
    """Calls a set otherwise; a set that had the new name goes."""
    ours = [entry for entry in _entries() if _called(entry, name)]
    others = [entry for entry in _entries() if not _called(entry, name) and not _called(entry, new)]
    return _write([*({**entry, "name": new} for entry in ours), *others])


def drop(name: str) -> bool:
    """Takes a set away."""
    return _write([entry for entry in _entries() if not _called(entry, name)])


def saying(says: Says) -> tuple[str, ...]:
    """The names of the sets in which a name, a lane or anything said of one says the words."""
    said = (entry for entry in _entries() if pruned(entry, says, _TEXTS) != entry)
    return tuple(str(entry.get("name", "")) for entry in said)


def forget(says: Says) -> int:
    """Takes the words out: a lane or set called so goes, else only what says them; how many sets it were."""
    gone = len(saying(says))
    left = filter(None, (_without(entry, says) for entry in _entries()))
    return gone if gone and _write(list(left)) else 0


def _without(entry: Any, says: Says) -> Any:
    """The set as it may stay; None where its name or all its lanes are gone."""
    left = pruned(entry, says, _TEXTS)
    if left == entry:
        return entry
    if not isinstance(left.get("lanes"), list):
        return left if "name" in left else None
    lanes = [lane for lane in left["lanes"] if _lane(lane) is not None]
    return {**left, "lanes": lanes} if lanes and "name" in left else None


def put_aside() -> Path | None:
    """Where a file of sets lies that could not be read; it is never deleted."""
    aside = lanes_file().with_name(f"{lanes_file().name}.broken")
    return aside if aside.is_file() else None


def _entries() -> list[Any]:
    entries = read_own(lanes_file()).get("sets")
    return entries if isinstance(entries, list) else []


def _write(entries: list[Any]) -> bool:
    return write_own(lanes_file(), {"sets": entries[:MOST]})


def _called(entry: Any, name: str) -> bool:
    said = entry.get("name") if isinstance(entry, dict) else None
    return isinstance(said, str) and said.casefold() == name.casefold()


def _read(entry: Any) -> LaneSet | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("lanes"), list):
        return None
    name = entry.get("name")
    lanes = tuple(lane for lane in map(_lane, entry["lanes"]) if lane is not None)
    return LaneSet(name, lanes) if isinstance(name, str) and name.strip() and lanes else None


def _lane(raw: Any) -> Lane | None:
    try:
        lane = msgspec.convert(raw, type=Lane)
    except (msgspec.ValidationError, TypeError):
        return None
    return lane if lane.name.strip() else None


def _raw(lane: Lane) -> dict[str, Any]:
    bare = {name: getattr(lane, name) for name in lane.__struct_fields__ if name not in _LEFT_OUT}
    return {name: value for name, value in bare.items() if value is not None}
