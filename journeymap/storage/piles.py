"""Notes of a silent round that are gathered and not told yet: kept beside the map, so that none is lost."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from journeymap.storage.own_files import read_own, write_own
from journeymap.storage.places import piles_folder, safe_name

MOST = 500
"""Notes of one round: more than a room writes."""


@dataclass(frozen=True, slots=True)
class Pile:
    """What was asked (empty: what the program asks), whether each note is a friction, and the notes."""

    question: str = ""
    frictions: bool = True
    notes: tuple[str, ...] = ()


def pile_of(document: str) -> Pile:
    """The pile that waits for a map; an empty one where none does, or where its file says other things."""
    found = read_own(piles_folder() / f"{safe_name(document)}.json") if document else {}
    question, frictions, notes = (found.get(name) for name in ("question", "frictions", "notes"))
    said = notes if isinstance(notes, list) else []
    return Pile(
        question if isinstance(question, str) else "",
        frictions if isinstance(frictions, bool) else True,
        tuple(note for note in said if isinstance(note, str))[:MOST],
    )


def keep_pile(document: str, pile: Pile) -> bool:
    """Keep a pile; an empty one leaves nothing behind. False if the disk refused."""
    if not document:
        return False
    path = piles_folder() / f"{safe_name(document)}.json"
    if not pile.notes:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return not path.exists()
    content = {"question": pile.question, "frictions": pile.frictions, "notes": list(pile.notes)}
    return write_own(path, content)
