"""Two states of a journey side by side: walls, frictions and their amounts, requirements (FEATURES 36)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.analysis.findings import Findings, RankedFriction, WallFinding
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import majority
from journeymap.model.records import Friction

ANSWERS = ("hits", "per", "wait_minutes", "work_minutes", "value_lost")


class Side(NamedTuple):
    """One of the two states, as it was examined."""

    journey: Journey
    findings: Findings


class Moved(NamedTuple):
    """A wall that no longer stands where it stood, and where it stands now."""

    before: WallFinding
    now: WallFinding


class Line(NamedTuple):
    """A friction's amount before and now (None: not ranked then) and what made the difference."""

    friction: Friction
    before: float | None
    now: float | None
    why: Sequence[str]

    @property
    def difference(self) -> float:
        return (self.now or 0.0) - (self.before or 0.0)


@dataclass(frozen=True)
class Comparison:
    """Amounts are hours a year where both states know them, else minutes of 1000 journeys.

    `solved` are frictions that rubbed before and are solved or no longer on the map, `appeared` those
    that only rub now. `asked` and `unasked` are links by id whose requirement came and went.
    """

    torn: Sequence[WallFinding]
    new: Sequence[WallFinding]
    moved: Sequence[Moved]
    lines: Sequence[Line]
    in_hours: bool
    solved: Sequence[Id] = ()
    appeared: Sequence[Id] = ()
    asked: Sequence[Id] = ()
    unasked: Sequence[Id] = ()

    @property
    def before(self) -> float:
        """The earlier sum."""
        return sum(line.before or 0.0 for line in self.lines)

    @property
    def now(self) -> float:
        """The sum as it is."""
        return sum(line.now or 0.0 for line in self.lines)

    @property
    def saved(self) -> float:
        """How much less is lost now; negative where more is."""
        return self.before - self.now

    @property
    def share(self) -> float | None:
        """How much the sum has changed, in proportion; None where nothing was lost before."""
        return (self.now - self.before) / self.before if self.before else None

    def __bool__(self) -> bool:
        changed = any(line.why or line.difference for line in self.lines)
        told = (self.torn, self.new, self.moved, self.solved, self.appeared, self.asked, self.unasked)
        return changed or any(told)


def compared(before: Side, now: Side) -> Comparison:
    """Walls by their keys; frictions, links and requirements by their ids."""
    torn, new, moved = _walls(before.findings.walls, now.findings.walls)
    known = [*before.findings.ranked, *now.findings.ranked]
    in_hours = bool(known) and all(one.hours is not None for one in known)
    lines = sorted(_lines(before, now, in_hours), key=lambda line: (-abs(line.difference), line.friction.id))
    rubbed, rubs = _rubbing(before.journey), _rubbing(now.journey)
    demanded, demands = _demanding(before.journey), _demanding(now.journey)
    return Comparison(
        torn,
        new,
        moved,
        lines,
        in_hours,
        solved=[id for id in rubbed if id not in rubs],
        appeared=[id for id in rubs if id not in rubbed],
        asked=[id for id in demands if id not in demanded],
        unasked=[id for id in demanded if id not in demands],
    )


def _rubbing(journey: Journey) -> list[Id]:
    """Frictions that are not solved."""
    return sorted(one.id for one in journey.frictions.values() if one.status != "solved")


def _demanding(journey: Journey) -> list[Id]:
    """Links on which something is demanded (METHOD 4: requirement.text not empty)."""
    links = journey.links.values()
    return sorted(one.id for one in links if one.requirement and (one.requirement.text or "").strip())


def _walls(
    before: Sequence[WallFinding], now: Sequence[WallFinding]
) -> tuple[list[WallFinding], list[WallFinding], list[Moved]]:
    """Standing walls that are gone, new, or have gone and come with one side the same."""
    old = {wall.key: wall for wall in before if wall.stands}
    fresh = {wall.key: wall for wall in now if wall.stands}
    torn = [wall for key, wall in old.items() if key not in fresh]
    new = [wall for key, wall in fresh.items() if key not in old]
    moved: list[Moved] = []
    for wall in list(torn):
        other = next((one for one in new if _same_wall(wall, one)), None)
        if other is not None:
            torn.remove(wall)
            new.remove(other)
            moved.append(Moved(wall, other))
    return torn, new, moved


def _same_wall(one: WallFinding, other: WallFinding) -> bool:
    """Of one type, about the same thing, with one of its two sides where it was."""
    if (one.type, one.promise, one.item) != (other.type, other.promise, other.item):
        return False
    return (one.source == other.source and one.source is not None) or (
        one.target == other.target and one.target is not None
    )


def _lines(earlier: Side, later: Side, in_hours: bool) -> Iterator[Line]:
    def amounts(ranked: Sequence[RankedFriction]) -> dict[Id, float]:
        return {one.id: one.hours if in_hours and one.hours is not None else one.per1000 for one in ranked}

    before, now = amounts(earlier.findings.ranked), amounts(later.findings.ranked)
    for id in dict.fromkeys([*now, *before]):
        friction = later.journey.frictions.get(id) or earlier.journey.frictions[id]
        yield Line(friction, before.get(id), now.get(id), tuple(_why(earlier, later, id)))


def _why(earlier: Side, later: Side, id: Id) -> Iterator[str]:
    """Names of what differs: new, gone, solved, an answer, or the map around it."""
    was, is_ = earlier.journey.frictions.get(id), later.journey.frictions.get(id)
    if was is None or is_ is None:
        yield "new" if was is None else "gone"
        return
    if is_.status == "solved" and was.status != "solved":
        yield "solved"
        return
    yield from (name for name in ANSWERS if getattr(was, name) != getattr(is_, name))
    if (was.critical, majority(was.votes)) != (is_.critical, majority(is_.votes)):
        yield "decides"
    yield from _around(earlier, later, is_)


def _around(earlier: Side, later: Side, friction: Friction) -> Iterator[str]:
    """What differs outside the friction: how many come, how long a journey is, how many reach its step."""
    if earlier.journey.head.journeys_per_year != later.journey.head.journeys_per_year:
        yield "volume"
    one, other = earlier.findings.figures.goal_minutes, later.findings.figures.goal_minutes
    if one != other and friction.value_lost not in (None, 0, "none"):
        yield "goal_minutes"
    if friction.per == "visit" and earlier.findings.visits != later.findings.visits:
        yield "visits"
