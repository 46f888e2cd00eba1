"""The number of each step beside its box, by which every table of the report names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeymap.model.ids import Id
from journeymap.picture.prims import Box, Node, Picture, Text
from journeymap.picture.text import TextStyle, width
from journeymap.report.matter import Matter

BUOY = 9.0
"""Px from a step's corner to the side of its life-buoy."""


def numbered(picture: Picture, matter: Matter, size: float) -> Picture:
    """The picture with its numbers."""
    node = Node("step_numbers", "step_numbers", tuple(numbers(picture, matter, size)))
    return replace(picture, nodes=(*picture.nodes, node))


def numbers(picture: Picture, matter: Matter, size: float) -> Iterator[Text]:
    """Numbers so many px high over the upper left corners of the picture's steps."""
    signs = [node.hit for node in picture.nodes if node.role == "sign" and node.hit is not None]
    for node in picture.nodes:
        id = Id(node.about or "")
        if node.role == "step" and node.hit is not None and id in matter.step_numbers:
            corner = Box(node.hit.x, node.hit.y - 1.3 * size, 2 * size, size)
            step = matter.journey.steps[id]
            aside = bool(step.value_in_use) or any(map(corner.meets, signs))
            yield _number(node.hit, matter.step_number(id), size, aside, bool(step.recovery))


def _number(box: Box, number: str, size: float, aside: bool, ringed: bool) -> Text:
    """Over the corner, or aside to the left of it where the step's value or a flag stands above the box;
    beyond the life-buoy of a step that puts right what went wrong."""
    wide = width(number, TextStyle(size, 600, True))
    past = BUOY if ringed else 0.0
    x, y = box.x + 2 + past, box.y - 0.35 * size
    if aside:
        x = box.x - wide - 4 - past
    return Text(x, y, number, size, "ink2", wide, 600, True, halo=0.18 * size)
