"""Pieces of paths gathered on their channels; pieces of one trunk become one run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from journeymap.picture.routing.wires import Family, Path, Point, upright

Channel = tuple[bool, int]
"""Whether it runs upright, and its slot number."""

BOX = 0.3
TURN = 0.2


@dataclass(slots=True)
class Run:
    """A straight piece that wires share. `low` and `high` are slots along it, where ends at a box
    stop short of the slot and turns reach a little beyond, so that what touches counts as meeting.

    `joins` are the pieces that leave it sideways: (slot along, −1 or +1); `at_box` tells whether
    an end sits on a box, where the middle is worth having. `offset` is px from the channel's middle
    (in strips from the first track), `reach` the last offset among the runs it meets.
    """

    channel: Channel
    family: Family
    width: float
    key: tuple[object, ...]
    low: float = float("inf")
    high: float = float("-inf")
    joins: list[tuple[float, int]] = field(default_factory=list)
    at_box: bool = False
    starts: bool = False
    rises: bool = False
    weight: float = 0.0
    offset: float = 0.0
    reach: float = 0.0

    def meets(self, other: Run) -> bool:
        return self.low < other.high and other.low < self.high


@dataclass(frozen=True, slots=True)
class Laid:
    """A path with the run of each of its pieces."""

    path: Path
    runs: tuple[Run, ...]


def gather(paths: Iterable[Path]) -> tuple[tuple[Laid, ...], Mapping[Channel, list[Run]]]:
    """Every path's runs, and every channel's runs. Roads to one target share their last pieces,
    information from one source its first ones; nothing else shares a track (VISUAL 7.5)."""
    known: dict[tuple[object, ...], Run] = {}
    channels: dict[Channel, list[Run]] = defaultdict(list)
    laid = []
    for path in paths:
        runs = []
        for index, (a, b) in enumerate(pairwise(path.points)):
            key = _key(path, index, a, b)
            run = known.get(key)
            if run is None:
                channel = (True, a[0]) if upright(a, b) else (False, a[1])
                run = known[key] = Run(channel, path.wire.family, path.wire.width, key)
                channels[channel].append(run)
            _extend(run, path, index)
            runs.append(run)
        laid.append(Laid(path, tuple(runs)))
    return tuple(laid), channels


def _key(path: Path, index: int, a: Point, b: Point) -> tuple[object, ...]:
    wire, points = path.wire, path.points
    axis = (upright(a, b), a[0] if upright(a, b) else a[1], b > a)
    if wire.family == "information":
        return ("from", wire.source, wire.bundle, axis, points[: index + 1])
    if wire.family == "order":
        return ("alone", wire.id, index)
    return ("to", wire.target, wire.family, wire.bundle, wire.width, axis, points[index + 1 :])


def _extend(run: Run, path: Path, index: int) -> None:
    points = path.points
    along = 1 if run.channel[0] else 0
    ends = (points[index][along], points[index + 1][along])
    sign = 1 if ends[1] > ends[0] else -1
    first, last = index == 0, index == len(points) - 2
    start = ends[0] + sign * (BOX if first else -TURN)
    stop = ends[1] - sign * (BOX if last else -TURN)
    run.low = min(run.low, start, stop)
    run.high = max(run.high, start, stop)
    run.at_box = run.at_box or first or last
    run.starts = run.starts or first
    run.rises = run.rises or (first and sign < 0)
    run.weight = max(run.weight, path.wire.weight)
    _join(run, points, index, index - 1, along)
    _join(run, points, index, index + 2, along)


def _join(run: Run, points: tuple[Point, ...], index: int, other: int, along: int) -> None:
    """Notes the piece towards corner `other`, if there is one, and to which side it leaves."""
    if not 0 <= other < len(points):
        return
    corner = points[index] if other < index else points[index + 1]
    side = 1 if points[other][1 - along] > corner[1 - along] else -1
    join = (float(corner[along]), side)
    if join not in run.joins:
        run.joins.append(join)
