"""What has changed since an earlier version: walls torn, new and moved, and each friction's amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.analysis.findings import RankedFriction, WallFinding
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import majority
from journeymap.model.records import Friction
from journeymap.report.matter import Earlier, Matter

ANSWERS = ("hits", "per", "wait_minutes", "work_minutes", "value_lost")


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
class Difference:
    """The whole comparison; amounts are hours a year where both versions know them."""

    torn: Sequence[WallFinding]
    new: Sequence[WallFinding]
    moved: Sequence[Moved]
    lines: Sequence[Line]
    in_hours: bool

    @property
    def before(self) -> float:
        """The earlier sum."""
        return sum(line.before or 0.0 for line in self.lines)

    @property
    def now(self) -> float:
        """The sum as it is."""
        return sum(line.now or 0.0 for line in self.lines)

    @property
    def share(self) -> float | None:
        """How much the sum has changed, in proportion; None where nothing was lost before."""
        return (self.now - self.before) / self.before if self.before else None


def difference(matter: Matter, earlier: Earlier) -> Difference:
    """Walls by their keys, frictions by their ids."""
    torn, new, moved = _walls(earlier.findings.walls, matter.findings.walls)
    known = [*earlier.findings.ranked, *matter.findings.ranked]
    in_hours = bool(known) and all(one.hours is not None for one in known)
    lines = sorted(
        _lines(matter, earlier, in_hours), key=lambda line: (-abs(line.difference), line.friction.id)
    )
    return Difference(torn, new, moved, lines, in_hours)


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


def _lines(matter: Matter, earlier: Earlier, in_hours: bool) -> Iterator[Line]:
    def amounts(ranked: Sequence[RankedFriction]) -> dict[Id, float]:
        return {one.id: one.hours if in_hours and one.hours is not None else one.per1000 for one in ranked}

    before, now = amounts(earlier.findings.ranked), amounts(matter.findings.ranked)
    for id in dict.fromkeys([*now, *before]):
        friction = matter.journey.frictions.get(id) or earlier.journey.frictions[id]
        yield Line(friction, before.get(id), now.get(id), tuple(_why(matter, earlier, id)))


def _why(matter: Matter, earlier: Earlier, id: Id) -> Iterator[str]:
    """Names of what differs: new, gone, solved, an answer, or the map around it."""
    was, is_ = earlier.journey.frictions.get(id), matter.journey.frictions.get(id)
    if was is None or is_ is None:
        yield "new" if was is None else "gone"
        return
    if is_.status == "solved" and was.status != "solved":
        yield "solved"
        return
    yield from (name for name in ANSWERS if getattr(was, name) != getattr(is_, name))
    if (was.critical, majority(was.votes)) != (is_.critical, majority(is_.votes)):
        yield "decides"
    yield from _around(matter, earlier, is_)


def _around(matter: Matter, earlier: Earlier, friction: Friction) -> Iterator[str]:
    """What differs outside the friction: how many come, how long a journey is, how many reach its step."""
    if _head(earlier.journey, "journeys_per_year") != _head(matter.journey, "journeys_per_year"):
        yield "volume"
    one, other = earlier.findings.figures.goal_minutes, matter.findings.figures.goal_minutes
    if one != other and friction.value_lost not in (None, 0, "none"):
        yield "goal_minutes"
    if friction.per == "visit" and earlier.findings.visits != matter.findings.visits:
        yield "visits"


def _head(journey: Journey, field: str) -> object:
    return getattr(journey.head, field)
