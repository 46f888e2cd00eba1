"""What would change the order: for each of the first ten the smallest change of one answer (F38).

A change that stays inside the answer's own stated range is smaller than one that leaves it; then
proportion decides: of the answer itself, for votes of all who voted. By proportion alone it would
nearly always be the hits, which multiply everything else. Answers move only in their own friction,
and a place must be passed, not only reached. A tick has no size: it counts only where no figure can
move the friction.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from journeymap.analysis.findings import Change
from journeymap.analysis.ranking import Entry, in_order
from journeymap.model.quantity import Range
from journeymap.model.reading import majority

FIRST = 10
_ORDER = ("hits", "wait_minutes", "work_minutes", "value_lost", "votes", "critical")
"""Which answer is named first where two changes are equally small."""


def smallest_changes(entries: list[Entry]) -> tuple[Change, ...]:
    """For each of the first ten ranked the smallest change that moves it; none where none can."""
    ordered = in_order(entry for entry in entries if not entry.missing)
    found = []
    for rank, entry in enumerate(ordered[:FIRST], 1):
        changes = [*_by_figures(ordered, rank, entry), *_by_tier(ordered, rank, entry)]
        if changes:
            found.append(min(changes, key=_size))
    return tuple(found)


def _size(change: Change) -> tuple[bool, float, int]:
    return (not change.within, change.part, _ORDER.index(change.answer))


def _by_figures(ordered: list[Entry], rank: int, entry: Entry) -> Iterator[Change]:
    """Past the neighbour above or below in the same tier, by each of the four answers."""
    for step in (-1, 1):
        other = rank + step
        if not (1 <= other <= len(ordered) and ordered[other - 1].tier == entry.tier):
            continue
        target = ordered[other - 1].per1000()
        place = _beyond(ordered, other, step)
        if target == entry.per1000():
            yield from _from_level(entry, target, place, step)
        else:
            yield from _reaching(entry, target, place)


def _beyond(ordered: list[Entry], other: int, step: int) -> int:
    """The place behind the neighbour and behind all that are level with it."""
    neighbour = ordered[other - 1]
    key = (neighbour.tier, neighbour.per1000())
    while 1 <= other + step <= len(ordered):
        next_one = ordered[other + step - 1]
        if (next_one.tier, next_one.per1000()) != key:
            break
        other += step
    return other


def _from_level(entry: Entry, target: float, place: int, step: int) -> Iterator[Change]:
    """Two that are level part by the least change; below nothing there is no place."""
    minutes = sum(entry.minutes())
    answer, said = ("hits", entry.hits) if minutes else ("wait_minutes", entry.wait)
    if said is not None and (target or (step < 0 and (minutes or entry.share_hit()))):
        yield Change(entry.id, answer, said.point, said.point, place, part=0.0, within=True)


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
    """The change if the answer can go beyond that value."""
    most = 1.0 if answer == "value_lost" else math.inf
    if said is None or not 0 < then < most or then == said.point:
        return
    part = abs(then - said.point) / said.point if said.point else math.inf
    within = said.low <= then <= said.high
    yield Change(entry.id, answer, said.point, then, place, part=part, within=within)


def _by_tier(ordered: list[Entry], rank: int, entry: Entry) -> Iterator[Change]:
    """The fewest votes, or the tick where nobody voted, that would move it into the other tier."""
    place = _in_other_tier(ordered, entry)
    if place == rank:
        return
    votes, decisive = entry.friction.votes, entry.tier == "A"
    if majority(votes) is None or votes is None or votes.yes is None or not votes.of:
        now = float(decisive)
        yield Change(entry.id, "critical", now, 1 - now, place, part=math.inf, within=False)
        return
    then = votes.of // 2 + (not decisive)
    part = abs(then - votes.yes) / votes.of
    yield Change(entry.id, "votes", votes.yes, then, place, part=part, within=False)


def _in_other_tier(ordered: list[Entry], entry: Entry) -> int:
    """Where the friction would stand if it were of the other tier."""
    other = [one for one in ordered if one.tier != entry.tier]
    better = sum(one.place < entry.place for one in other)
    stay = sum(one.tier == "A" and one is not entry for one in ordered) if entry.tier == "A" else 0
    return stay + better + 1
