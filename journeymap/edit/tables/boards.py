"""Tables of whiteboards: what only says who, when and in which colour; areas and frames of the board."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from journeymap.edit.tables.cells import Cell, Sheet, is_empty, line_of
from journeymap.edit.tables.headings import meaning_of, plain
from journeymap.edit.tables.values import UnreadError, read_number

_ABOUT = """author, creator, created by, created, created at, created on, updated by, updated, updated
    at, last updated by, last updated, modified by, modified, last modified, last modified by, timestamp,
    time stamp, date, color, colour, bg color, background color, sticky color, sticky note color, fill
    color, border color, font size, link, links, url, sticky link, width, height, rotation, y, position
    y, pos y, opacity, votes, locked, skapad, skapad av, skapat, ändrad, ändrad av, senast ändrad,
    uppdaterad, tidsstämpel, datum, färg, bakgrundsfärg, länk, bredd, höjd, röster, opprettet, opprettet
    av, endret, endret av, sist endret, oppdatert, tidsstempel, dato, farge, bakgrunnsfarge, action
    owner, owner of action, ansvarig för åtgärd, åtgärdsansvarig, ansvarlig for tiltak, tiltaksansvarlig,
    lenke, høyde, stemmer"""
_AREAS = (
    "area, areas, frame, frames, frame name, section, sections, group, område, ram, avsnitt, ramme, seksjon"
)
_TIMES = """before, during, after, awareness, aware, consideration, consider, decision, discover,
    explore, choose, purchase, buy, order, onboarding, onboard, delivery, use, usage, support, service,
    retention, loyalty, renew, advocacy, leave, search, arrive, stay, before the visit, during the visit,
    after the visit, prepare, start, end, before service, during service, after service, före, innan,
    under, efter, upptäcka, söka, välja, köpa, beställa, leverans, använda, support, uppföljning, avslut,
    före besöket, under besöket, efter besöket, början, slutet, start, slut, før, underveis, under,
    etter, oppdage, søke, velge, kjøpe, bestille, levering, bruke, oppfølging, avslutning, før besøket,
    under besøket, etter besøket, slutt"""
_MOST_FRAMES = 30


@cache
def _set(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split(","))


def says_nothing_of_steps(heading: str) -> bool:
    """A column about the note and not about the journey: who wrote it, when, in which colour."""
    return plain(heading) in _set(_ABOUT)


def is_area(heading: str) -> bool:
    """A column that names the part of the board on which a note lies."""
    return plain(heading) in _set(_AREAS)


def follow_one_another(areas: Sequence[Cell], places: Sequence[Cell]) -> bool:
    """Whether the areas lie beside one another along the board, as stages do, and not above one another."""
    ends: dict[str, tuple[float, float]] = {}
    for area, place in zip(areas, places, strict=False):
        at = _number(place)
        if at is not None and not is_empty(area):
            low, high = ends.get(line_of(area), (at, at))
            ends[line_of(area)] = min(low, at), max(high, at)
    ordered = sorted(ends.values())
    return len(ordered) > 1 and all(one[1] < other[0] for one, other in pairwise(ordered))


def _number(cell: Cell) -> float | None:
    try:
        return read_number(cell)
    except UnreadError:
        return None


def looks_like_frames(sheet: Sheet) -> bool:
    """Each column a frame of the board: its name, its notes below; no heading says what a column holds.

    Known by names that are times ("Before", "During"), or by columns of different lengths in which no
    note stands twice: lanes, which stand beside steps, come again and again.
    """
    rows = [row for row in sheet.rows if any(not is_empty(cell) for cell in row)]
    if len(rows) < 2 or not 2 <= sheet.width <= _MOST_FRAMES:
        return False
    names = [line_of(cell) for cell in rows[0]]
    if len(names) < sheet.width or not all(names) or len(set(names)) < len(names):
        return False
    if any(len(name) > 40 or meaning_of(name) is not None for name in names):
        return False
    columns = [[line_of(row[at]) if at < len(row) else "" for row in rows[1:]] for at in range(sheet.width)]
    return _are_times(names) or _are_lists(columns)


def _are_times(names: Sequence[str]) -> bool:
    return sum(plain(name) in _set(_TIMES) for name in names) * 2 > len(names)


def _are_lists(columns: Sequence[Sequence[str]]) -> bool:
    """Filled from above without a gap, as long as they happen to be, nothing twice."""
    notes = [note for column in columns for note in column if note]
    lengths = [sum(map(bool, column)) for column in columns]
    without_gaps = all(all(column[:length]) for column, length in zip(columns, lengths, strict=True))
    uneven = max(lengths) > lengths[0] or len(set(lengths)) > 2
    return len(columns) > 2 and len(notes) > 5 and without_gaps and uneven and len(set(notes)) == len(notes)
