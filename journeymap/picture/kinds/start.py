"""Where the customer's road begins (a ring) and ends (a buffer stop)."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.picture.kinds.link import cross_bar
from journeymap.picture.prims import Box, Node, Stroke
from journeymap.picture.shapes import circle, line


def start_node(id: Id, box: Box, level: float, ground: str, alt: str) -> Node:
    """A ring 18 px left of the first box, joined to it by the road."""
    x = box.x - 18
    ring = (circle(x, level, 9.5, ground), circle(x, level, 6.5, ground, Stroke("road", 4)))
    road = line(x + 8, level, box.x, level, "road", 6)
    return Node(f"start:{id}", "start", (road, *ring), id, alt, Box(x - 9, level - 9, 18, 18))


def end_node(id: Id, box: Box, level: float, ground: str, alt: str) -> Node:
    """The road runs 12 px on and ends at a bar."""
    x = box.right
    prims = (line(x + 1, level, x + 12, level, "road", 6), cross_bar(x + 11, level))
    return Node(f"end:{id}", "end", prims, id, alt, Box(x, level - 12, 16, 24))
