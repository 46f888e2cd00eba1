"""Finds every wire its way, the heaviest first: least bends, length, crossings (VISUAL 7.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from journeymap.picture.routing.board import Board
from journeymap.picture.routing.ways import Way, Ways
from journeymap.picture.routing.wires import Path, Point, Wire, is_edge, upright

BEND = 8.0
CROSSING = 3.6
OFF_CENTRE = 5.0
PX_PER_POINT = 60.0
ARRIVE_RIGHT = 9.0
FAR_WALL = 0.03
OVER = 2.0
"""Loops back run under their row: passing above costs a little more."""


def find_paths(board: Board, wires: Iterable[Wire]) -> tuple[Path, ...]:
    """A path for every wire. None meets a box other than its two: boxes are never a mere cost."""
    finder = _Finder(board)
    order = sorted(wires, key=lambda wire: (-wire.weight, _span(wire), wire.id))
    return tuple(Path(wire, finder.find(wire)) for wire in order)


def _span(wire: Wire) -> int:
    return abs(wire.end[0] - wire.start[0]) + abs(wire.end[1] - wire.start[1])


class _Finder:
    def __init__(self, board: Board) -> None:
        self.board = board
        self.ports: Counter[tuple[str, str]] = Counter()
        self.arrived: set[tuple[str, str, str, float]] = set()

    def find(self, wire: Wire) -> Way:
        best: Way | None = None
        least = float("inf")
        ways = Ways(wire.start, wire.end, self._strips)
        floor = self.board.length((wire.start, (wire.end[0], wire.start[1]), wire.end)) / PX_PER_POINT
        for bends in range(5):
            if least <= BEND * bends + floor:
                break
            for way in ways.by_bends(bends):
                if self._fits(wire, way) and self.board.clear(way):
                    cost = self._cost(wire, way)
                    if cost < least:
                        best, least = way, cost
        assert best is not None, "the way round through two gutters is always free"
        self._lay(wire, best)
        return best

    def _strips(self, y: int) -> tuple[int, ...]:
        """The padding below and above a row."""
        return (y + 1, y - 1)

    def _fits(self, wire: Wire, way: Way) -> bool:
        """A promise's thread leaves and arrives upright, whatever crosses the border goes level."""
        first, last = upright(way[0], way[1]), upright(way[-2], way[-1])
        if wire.family == "promise":
            return first and last
        return not (first and is_edge(wire.source)) and not (last and is_edge(wire.target))

    def _cost(self, wire: Wire, way: Way) -> float:
        board = self.board
        cost = BEND * (len(way) - 2) + board.length(way) / PX_PER_POINT
        cost += CROSSING * board.crossings(way)
        return cost + self._leaving(wire, way) + self._arriving(wire, way) + _looping(way)

    def _leaving(self, wire: Wire, way: Way) -> float:
        """The road leaves sideways first, information up or down."""
        is_upright = upright(way[0], way[1])
        cost = OFF_CENTRE if self.ports[wire.source, _side(way[0], way[1])] else 0.0
        if wire.family in ("road", "refer"):
            inside = self.board.lane_of[wire.start[1]] == self.board.lane_of[wire.end[1]]
            far = 0.0 if inside else FAR_WALL * _along(self.board, way)
            return cost + far + (0.0 if not is_upright else 2.0 if inside else 6.0)
        return cost + (0.0 if is_upright else 3.0)

    def _arriving(self, wire: Wire, way: Way) -> float:
        side = _side(way[-1], way[-2])
        merges = (wire.target, side, wire.family, wire.width) in self.arrived
        cost = OFF_CENTRE if self.ports[wire.target, side] and not merges else 0.0
        return cost + (ARRIVE_RIGHT if side == "right" else 0.0)

    def _lay(self, wire: Wire, way: Way) -> None:
        self.board.lay(way)
        self.ports[wire.source, _side(way[0], way[1])] += 1
        self.ports[wire.target, _side(way[-1], way[-2])] += 1
        self.arrived.add((wire.target, _side(way[-1], way[-2]), wire.family, wire.width))


def _side(own: Point, other: Point) -> str:
    """The side of the cell `own` on which a piece towards `other` touches its box."""
    if own[0] == other[0]:
        return "bottom" if other[1] > own[1] else "top"
    return "right" if other[0] > own[0] else "left"


def _along(board: Board, way: Sequence[Point]) -> float:
    """Px of a level last piece: the wall before it then stands far from the box."""
    a, b = way[-2], way[-1]
    return 0.0 if upright(a, b) else abs(board.px[a[0]] - board.px[b[0]])


def _looping(way: Way) -> float:
    if way[0][1] == way[-1][1] and len(way) > 2:
        return OVER if min(y for _, y in way) < way[0][1] else 0.0
    return 0.0
