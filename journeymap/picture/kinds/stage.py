"""A stage: a rule over exactly its columns, its name below, a hairline down the map at its start."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node, Prim, Rect
from journeymap.picture.shapes import line
from journeymap.picture.text import TextStyle, break_lines

NAME = TextStyle(14, 600)


def stage_node(id: Id | None, index: int, name: str, language: str, box: Box, alt: str) -> Node:
    """The header of one band; `index` counts the bands of a stage that returns."""
    suffix = f":{index}" if index else ""
    prims: tuple[Prim, ...] = (Rect(box.x, box.y, box.w, 2, fill="ink"),)
    for words in break_lines(name, NAME, box.w, language, 1) if name else ():
        prims += (letters(box.x, box.y + 22, words, NAME),)
    return Node(f"stage:{id or 'none'}{suffix}", "stage", prims, id, alt, box, layer="stage_header")


def hairline_node(index: int, x: float, top: float, bottom: float) -> Node:
    """Where a stage begins."""
    return Node(f"stage_line:{index}", "stage_line", (line(x, top, x, bottom, "hair"),), layer="ground")
