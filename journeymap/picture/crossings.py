"""Where links cross, and the bridges on which the upper one passes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journeymap.model.ids import Id
from journeymap.picture.kinds.link import Bridge
from journeymap.picture.scene import Scene

STRETCH = 288.0
"""Level pieces are looked up by stretches of the map this wide, px."""


class Piece(NamedTuple):
    """A straight piece of a link: where it lies across, from and to along, and the link's place
    in the painting order."""

    at: float
    low: float
    high: float
    rank: int


class Crossing(NamedTuple):
    """Two links meeting at right angles: their places in the painting order."""

    x: float
    y: float
    level: int
    upright: int


def crossings(scene: Scene, order: Sequence[Id]) -> list[Crossing]:
    """All crossings of links, except at their very ends."""
    levels, uprights = _pieces(scene, order)
    near: dict[int, list[Piece]] = defaultdict(list)
    for level in levels:
        for stretch in range(int(level.low // STRETCH), int(level.high // STRETCH) + 1):
            near[stretch].append(level)
    found = []
    for piece in uprights:
        for level in near.get(int(piece.at // STRETCH), ()):
            inside = piece.low + 1 < level.at < piece.high - 1
            if inside and level.low + 1 < piece.at < level.high - 1 and level.rank != piece.rank:
                found.append(Crossing(piece.at, level.at, level.rank, piece.rank))
    return found


def _pieces(scene: Scene, order: Sequence[Id]) -> tuple[list[Piece], list[Piece]]:
    levels, uprights = [], []
    for rank, id in enumerate(order):
        for (ax, ay), (bx, by) in scene.traces[id].pieces():
            if abs(ax - bx) < 0.01:
                uprights.append(Piece(ax, min(ay, by), max(ay, by), rank))
            else:
                levels.append(Piece(ay, min(ax, bx), max(ax, bx), rank))
    return levels, uprights


def bridges_of(
    scene: Scene, order: Sequence[Id], found: Sequence[Crossing]
) -> Mapping[Id, tuple[Bridge, ...]]:
    """For every link the bridges laid under it; none where two share a trunk."""
    bridges: dict[Id, list[Bridge]] = defaultdict(list)
    for crossing in found:
        upper, lower = max(crossing.level, crossing.upright), min(crossing.level, crossing.upright)
        above, below = order[upper], order[lower]
        width = scene.looks[above].width + 5 + (4 if scene.looks[above].double else 0)
        reach = scene.looks[below].width / 2 + (4 if scene.looks[below].double else 1.5)
        ground = ground_of(scene, crossing.y)
        x, y = crossing.x, crossing.y
        if crossing.upright == upper:
            bridges[above].append(Bridge((x, y - reach), (x, y + reach), width, ground))
        else:
            bridges[above].append(Bridge((x - reach, y), (x + reach, y), width, ground))
    return {id: tuple(own) for id, own in bridges.items()}


def ground_of(scene: Scene, y: float) -> str:
    """The colour of the ground at a height of the map."""
    back = scene.grid.back_from
    behind = back < len(scene.grid.lanes) and y > scene.frame.border(back)
    return "back" if behind else "paper"
