"""The number of each step beside its box, by which every table of the report names it."""

from __future__ import annotations

from dataclasses import replace

from journeymap.model.ids import Id
from journeymap.picture.prims import Node, Picture, Text
from journeymap.picture.text import TextStyle, width
from journeymap.report.matter import Matter


def numbered(picture: Picture, matter: Matter, size: float) -> Picture:
    """The picture with numbers so many px high over the upper left corners of its steps."""
    style = TextStyle(size, 600, True)
    numbers = [
        Text(
            node.hit.x + 2, node.hit.y - 0.35 * size, number, size, "ink2", width(number, style), 600, True,
            halo=0.18 * size,
        )
        for node in picture.nodes
        if node.role == "step" and node.hit is not None
        and (number := matter.step_number(Id(node.about or "")))
    ]  # fmt: skip
    return replace(picture, nodes=(*picture.nodes, Node("step_numbers", "step_numbers", tuple(numbers))))
