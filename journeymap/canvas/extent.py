"""How far a shape reaches on the map: boxes around prims and nodes, and distances to lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot

from journeymap.picture.prims import Box, Image, Node, Path, Prim, Rect, Text

Point = tuple[float, float]
EMPTY = Box(0.0, 0.0, 0.0, 0.0)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all; EMPTY around nothing."""
    found = list(boxes)
    if not found:
        return EMPTY
    left, top = min(box.x for box in found), min(box.y for box in found)
    right, bottom = max(box.right for box in found), max(box.bottom for box in found)
    return Box(left, top, right - left, bottom - top)


def around(prim: Prim) -> Box:
    """The box a prim may paint in, its line width and halo counted in; never too small."""
    if isinstance(prim, Text):
        top = prim.y - 1.2 * prim.size
        return Box(prim.x, top, prim.width, 1.6 * prim.size).grown(2 + prim.halo)
    if isinstance(prim, Image):
        return Box(prim.x, prim.y, prim.w, prim.h)
    room = 0.0 if prim.stroke is None else prim.stroke.width
    if isinstance(prim, Rect):
        return Box(prim.x, prim.y, prim.w, prim.h).grown(room)
    return _points_box(points_of(prim)).grown(room)


def extent(prims: Iterable[Prim]) -> Box:
    """The box around several prims."""
    return union(around(prim) for prim in prims)


def node_extent(node: Node) -> Box:
    """The box around everything a node may paint at any level, and where it can be touched."""
    shapes = [extent(prims) for prims in (node.prims, node.middle, node.far) if prims]
    return union([*shapes, node.hit] if node.hit is not None else shapes)


def points_of(path: Path) -> Iterator[Point]:
    """Corners and control points of a path."""
    for segment in path.segments:
        numbers: tuple[float, ...] = segment[1:]
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def _points_box(points: Iterable[Point]) -> Box:
    found = list(points)
    if not found:
        return EMPTY
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def line_of(node: Node) -> Path | None:
    """The line a link is known by: its longest path that is stroked and not filled."""
    lines = [p for p in node.prims if isinstance(p, Path) and p.stroke is not None and p.fill is None]
    return max(lines, key=_length, default=None)


def _length(path: Path) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points_of(path)))


def distance_to_box(point: Point, box: Box) -> float:
    """How far outside the box; 0 within."""
    across = max(box.x - point[0], 0.0, point[0] - box.right)
    down = max(box.y - point[1], 0.0, point[1] - box.bottom)
    return hypot(across, down)


def distance_to_line(point: Point, path: Path) -> float:
    """How far from the path; curves are taken by their control points, which lie within a corner."""
    stretches = pairwise(points_of(path))
    return min((_to_stretch(point, a, b) for a, b in stretches), default=float("inf"))


def _to_stretch(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    along = 0.0 if square == 0 else ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square
    along = min(1.0, max(0.0, along))
    return hypot(point[0] - a[0] - along * dx, point[1] - a[1] - along * dy)
