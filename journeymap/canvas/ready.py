"""A picture made ready to be shown: compared with the one before it and sorted by place, in any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeymap.canvas.extent import EMPTY, union
from journeymap.canvas.grid import Grid, Laid
from journeymap.canvas.sight import Sight
from journeymap.picture.prims import Box, Node, Picture

GRID_LAYERS = frozenset({"ground", "map"})
"""Layers that lie on the map and move with it."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture to follow `before`: where its nodes lie, and where the two differ."""

    before: Picture
    picture: Picture
    grid: Grid
    sight: Sight
    differs: Sequence[Box]


def ready(before: Picture, laid: Grid | Laid, picture: Picture) -> Ready:
    """Works out what showing a picture takes; `laid` is how the one before lay."""
    picture = shared(before, picture)
    found = Grid([node for node in picture.nodes if node.layer in GRID_LAYERS], laid)
    return Ready(before, picture, found, Sight(picture), differing(laid, found))


def shared(before: Picture, after: Picture) -> Picture:
    """The picture with nodes of the one before where they are equal: drawings stay compiled."""
    old = {node.id: node for node in before.nodes}
    nodes = tuple(was if (was := old.get(node.id)) == node else node for node in after.nodes)
    return replace(after, nodes=nodes)


def differing(before: Grid | Laid, after: Grid) -> Sequence[Box]:
    """Where two pictures differ: boxes of nodes that came, went, moved or look different."""
    if not before.nodes or not after.nodes:
        return [union((*before.boxes, *after.boxes))]
    old: dict[str, tuple[Node | None, Box]] = {
        node.id: (node, box) for node, box in zip(before.nodes, before.boxes, strict=True)
    }
    boxes: list[Box] = []
    for node, box in zip(after.nodes, after.boxes, strict=True):
        was, was_box = old.pop(node.id, (None, EMPTY))
        if was is not node:
            boxes += [box] if was is None else [box, was_box]
    return boxes + [box for _, box in old.values()]
