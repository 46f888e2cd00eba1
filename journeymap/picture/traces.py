"""The ways of links in px: corners on the tracks that the plan gave them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from journeymap.picture.layout import Frame
from journeymap.picture.prims import Box
from journeymap.picture.routing.runs import Laid, Run
from journeymap.picture.routing.wires import Wire

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Trace:
    """A link's way from the edge of its source's box to the edge of its target's."""

    wire: Wire
    spots: tuple[Spot, ...]
    alone: tuple[bool, ...] = ()

    def own(self) -> tuple[tuple[Spot, Spot], ...]:
        """The pieces that no other link shares: where a sign belongs to this link alone."""
        return tuple(piece for piece, alone in zip(self.pieces(), self.alone, strict=True) if alone)

    def pieces(self) -> tuple[tuple[Spot, Spot], ...]:
        return tuple(pairwise(self.spots))


def trace_all(frame: Frame, laid: tuple[Laid, ...]) -> Mapping[str, Trace]:
    """Every wire's way, by the wire's id."""
    users = Counter(id(run) for item in laid for run in item.runs)
    return {item.path.wire.id: _trace(frame, item, users) for item in laid}


def _trace(frame: Frame, item: Laid, users: Counter[int]) -> Trace:
    wire = item.path.wire
    boxes = frame.box_of(wire.source), frame.box_of(wire.target)
    lines = [(run.channel[0], _place(frame, run)) for run in item.runs]
    spots = [_edge(boxes[0], lines[0], item, 0)]
    for (upright, at), (_, other) in pairwise(lines):
        spots.append((at, other) if upright else (other, at))
    spots.append(_edge(boxes[1], lines[-1], item, -1))
    return Trace(wire, tuple(spots), tuple(users[id(run)] == 1 for run in item.runs))


def _place(frame: Frame, run: Run) -> float:
    """Where a run lies across its channel: x of an upright one, y of a level one."""
    upright, slot = run.channel
    if upright:
        return frame.xs[slot] + run.offset - (run.reach / 2 if slot % 2 == 0 else 0.0)
    first, direction = frame.strips[slot]
    if frame.is_row(slot):
        return frame.ys[slot] + run.offset
    return first + run.offset if direction > 0 else first - (run.reach - run.offset)


def _edge(box: Box, line: tuple[bool, float], item: Laid, end: int) -> Spot:
    """Where a way meets a box: on the side towards its next corner."""
    upright, at = line
    points = item.path.points if end == 0 else item.path.points[::-1]
    ahead = points[1][1] > points[0][1] if upright else points[1][0] > points[0][0]
    if upright:
        return (at, box.bottom if ahead else box.y)
    return (box.right if ahead else box.x, at)
