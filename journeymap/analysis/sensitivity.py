"""What would change the order: for each of the first ten the smallest change of one answer (F38).

A change is small if it stays inside the answer's own stated range, then if it is small in
proportion. Answers move only in their own friction; ties do not count, the place must be passed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from journeymap.analysis.findings import Change
from journeymap.analysis.ranking import Entry, in_order
from journeymap.model.quantity import Range
from journeymap.model.reading import majority

FIRST = 10


def smallest_changes(entries: list[Entry]) -> tuple[Change, ...]:
    """For each of the first ten ranked the smallest change that moves it; none where none can."""
    ordered = in_order(entry for entry in entries if not entry.missing)
    found = []
    for rank, entry in enumerate(ordered[:FIRST], 1):
        changes = [*_by_figures(ordered, rank, entry), *_by_votes(ordered, rank, entry)]
        if changes:
            found.append(min(changes, key=lambda change: (not change.within, change.part, change.answer)))
    return tuple(found)


def _by_figures(ordered: list[Entry], rank: int, entry: Entry) -> Iterator[Change]:
    """Past the neighbour above or below in the same tier, by each of the four answers."""
    for step in (-1, 1):
        other = rank + step
        if 1 <= other <= len(ordered) and ordered[other - 1].tier == entry.tier:
            yield from _reaching(entry, ordered[other - 1].per1000(), other)


def _reaching(entry: Entry, per1000: float, place: int) -> Iterator[Change]:
    """The answers that alone would bring the friction to so many minutes per 1000 journeys."""
    visits, hits = entry.visits or 0.0, entry.share_hit()
    wait, work, value = entry.minutes()
    minutes = wait + work + value
    needed = per1000 / 1000
    if minutes and visits:
        yield from _to("hits", entry, entry.hits, needed / minutes / visits, place)
    if not hits:
        return
    yield from _to("wait_minutes", entry, entry.wait, needed / hits - work - value, place)
    yield from _to("work_minutes", entry, entry.work, needed / hits - wait - value, place)
    if entry.goal:
        yield from _to("value_lost", entry, entry.value, (needed / hits - wait - work) / entry.goal, place)


def _to(answer: str, entry: Entry, said: Range | None, then: float, place: int) -> Iterator[Change]:
    """The change if the answer can take that value and differs from what it is."""
    most = 1.0 if answer == "value_lost" else math.inf
    if said is not None and 0 <= then <= most and then != said.point:
        yield Change(entry.id, answer, said.point, then, place, said.low <= then <= said.high)


def _by_votes(ordered: list[Entry], rank: int, entry: Entry) -> Iterator[Change]:
    """The fewest votes that would move it into the other tier, and where it would stand there."""
    votes = entry.friction.votes
    if majority(votes) is None or votes is None or votes.yes is None or votes.of is None:
        return
    half = votes.of // 2
    then = half if entry.tier == "A" else half + 1
    other = [one for one in ordered if one.tier != entry.tier]
    better = sum(one.place < entry.place for one in other)
    stay = sum(one.tier == "A" and one is not entry for one in ordered) if entry.tier == "A" else 0
    place = stay + better + 1
    if place != rank:
        yield Change(entry.id, "votes", votes.yes, then, place, within=False)
