"""The outline of a report that has been laid out: pages of sections, and what on them is hard to read."""

from __future__ import annotations

import math
from collections.abc import Sequence

from journeymap.picture.prims import Text
from journeymap.picture.rendering import shapes_at
from journeymap.report.flow import Page
from journeymap.report.map_parts import scale_of
from journeymap.report.outline import Outline
from journeymap.report.sections.map import MapPart

SMALL = 7.95
"""Points below which a step's words are said to be small."""


def outline_of(pages: Sequence[Page]) -> Outline:
    """Of a report that has been laid out."""
    sections: dict[str, tuple[int, int]] = {}
    small: dict[int, int] = {}
    for number, page in enumerate(pages, 1):
        for placed in page.placed:
            if placed.section is not None:
                first, _ = sections.get(placed.section.anchor, (number, number))
                sections[placed.section.anchor] = (first, number)
            if isinstance(placed.block, MapPart) and (count := _small(placed.block)):
                small[number] = count
    return Outline(len(pages), sections, small)


def _small(part: MapPart) -> int:
    """How many steps have words under eight points."""
    picture = part.part.picture
    scale = scale_of(picture)
    return sum(
        1 for node in picture.nodes if node.role == "step" and _largest(shapes_at(node)) * scale < SMALL
    )


def _largest(prims: Sequence[object]) -> float:
    """The size of a step's title: the largest of its words."""
    return max((prim.size for prim in prims if isinstance(prim, Text)), default=math.inf)
