"""Which nodes lie where: a coarse grid for culling and for finding what is under the pointer."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from journeymap.canvas.boxes import Boxes
from journeymap.canvas.extent import distance_to_box, distance_to_line, line_of, node_extent
from journeymap.picture.prims import Box, Node

CELL = 512.0
"""Side of a grid cell in world px: some 4 × 4 steps."""
A_COLUMN = 1 << 20
"""More rows than any map has: a cell is one number."""

LINES = frozenset({"link", "promise"})
"""Roles that are touched along their line rather than in a box."""


class Laid(NamedTuple):
    """Nodes with their boxes as they lay at one moment: safe to read while the grid goes on."""

    nodes: Sequence[Node]
    boxes: Boxes


class Grid:
    """The nodes of one picture by the cells they reach into; order is painting order."""

    def __init__(self, nodes: Sequence[Node], before: Grid | Laid | None = None) -> None:
        """`before` is the grid of the picture before: nodes that stayed need no measuring."""
        self.nodes: list[Node] = list(nodes)
        self.boxes = Boxes(map(node_extent, nodes)) if before is None else _boxes(nodes, before)
        self._cells: dict[int, array[int]] = {}
        self._put: dict[str, int] = {}
        """Places of the nodes that were put here since, by their ids."""
        for place, box in enumerate(self.boxes):
            self._enter(place, _cells_of(box))

    def laid(self) -> Laid:
        """What lies where now, to compare a later picture with, in any thread."""
        return Laid(tuple(self.nodes), self.boxes.copied())

    def put(self, node: Node, old: Node | None) -> tuple[Box, Box]:
        """Let a node stand in the place of the one with its id, or on top of all; both their boxes.

        `old` is the node with that id as it lies here, or None where there is none yet. Its cells are
        added to: where it no longer is, it is sifted out by its box.
        """
        place = self._place_of(node.id, old)
        box = node_extent(node)
        if place is None:
            place = self._put[node.id] = len(self.nodes)
            self.nodes.append(node)
            self.boxes.append(box)
            self._enter(place, _cells_of(box))
            return box, box
        self._put[node.id] = place
        was = self.boxes[place]
        self.nodes[place], self.boxes[place] = node, box
        self._enter(place, {*_cells_of(box)} - {*_cells_of(was)})
        return was, box

    def _place_of(self, id: str, old: Node | None) -> int | None:
        """The place of the node with this id: found where it lies, without asking all."""
        if id in self._put or old is None:
            return self._put.get(id)
        cells = (self._cells.get(cell, ()) for cell in _cells_of(node_extent(old)))
        return next((place for cell in cells for place in cell if self.nodes[place].id == id), None)

    def within(self, box: Box) -> list[int]:
        """Places in `nodes` of those that reach into the box, bottom first."""
        found: set[int] = set()
        for cell in _cells_of(box):
            found.update(self._cells.get(cell, ()))
        return self.boxes.meeting(box, sorted(found))

    def _enter(self, place: int, cells: Iterable[int]) -> None:
        for cell in cells:
            there = self._cells.get(cell)
            if there is None:
                self._cells[cell] = array("i", (place,))
            else:
                there.append(place)

    def under(self, x: float, y: float, reach: float) -> Iterator[Node]:
        """Nodes that can be touched at a point, best first.

        `reach` is half the smallest target in world px: what is hit squarely comes before what
        is only near, and of those the one on top.
        """
        near: list[tuple[float, int]] = []
        for place in self.within(Box(x, y, 0.0, 0.0).grown(reach)):
            away = _distance(self.nodes[place], x, y)
            if away <= reach:
                near.append((away, -place))
        for _away, place in sorted(near):
            yield self.nodes[-place]


def _distance(node: Node, x: float, y: float) -> float:
    """How far the pointer is off what can be touched of a node; infinite if it never can."""
    if node.about is None:
        return float("inf")
    if node.role in LINES:
        line = line_of(node)
        return float("inf") if line is None else max(1e-6, distance_to_line((x, y), line) - 3)
    return float("inf") if node.hit is None else distance_to_box((x, y), node.hit)


def _boxes(nodes: Sequence[Node], before: Grid | Laid) -> Boxes:
    """The boxes of nodes, most of which have one already."""
    known, boxes = {id(node): place for place, node in enumerate(before.nodes)}, Boxes()
    for node in nodes:
        place = known.get(id(node))
        if place is None:
            boxes.append(node_extent(node))
        else:
            boxes.append_of(before.boxes, place)
    return boxes


def _cells_of(box: Box) -> list[int]:
    """Numbers of the cells that a box reaches into."""
    x, y, w, h = box
    rows = range(int(y // CELL), int((y + h) // CELL) + 1)
    columns = range(int(x // CELL), int((x + w) // CELL) + 1)
    return [column * A_COLUMN + row for column in columns for row in rows]
