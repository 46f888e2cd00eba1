"""Lines over the map that leave its words alone."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.picture.prims import Picture, Text
from journeymap.picture.rendering import shapes_at

CLEAR = 5.0
"""Px around a word that stay free."""


def free(picture: Picture, x: float) -> Iterator[tuple[float, float]]:
    """From top to bottom, the pieces of the upright line at `x` that cross no words."""
    taken = sorted(
        (text.y - text.size - CLEAR, text.y + text.size / 3 + CLEAR)
        for node in picture.nodes
        for text in shapes_at(node)
        if isinstance(text, Text) and text.x - CLEAR < x < text.x + text.width + CLEAR
    )
    top = 0.0
    for start, end in taken:
        if start > top:
            yield top, start
        top = max(top, end)
    if top < picture.height:
        yield top, picture.height
