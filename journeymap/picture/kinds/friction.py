"""A friction's disc: its rank on the corner of a box, amber where it decides the relation."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node, Prim, Rect, Stroke
from journeymap.picture.shapes import circle, tick
from journeymap.picture.text import TextStyle, width

NUMERALS = {"A": (14.0, 12.5, 10.5), "B": (12.0, 10.5, 9.0)}
RADIUS = {"A": 12.5, "B": 10.5, "": 9.5, "solved": 10.5}
APART = 25.0
READABLE = 16.8
"""The least size of type at the middle distance: 7.5 px on screen at 45 %."""


@dataclass(frozen=True, slots=True)
class Disc:
    """What stands in a disc: the rank and its tier, "" where it cannot be ranked, or solved."""

    rank: int | None
    tier: str
    ground: str


def disc_node(id: Id, disc: Disc, x: float, y: float, alt: str) -> Node:
    """The node of one friction's disc around (x, y)."""
    r = RADIUS[disc.tier]
    grow = 1.45 if disc.tier == "A" else 1.4
    return Node(
        id=f"friction:{id}",
        role="friction",
        prims=disc_prims(disc, x, y),
        about=id,
        alt=alt,
        hit=Box(x - r, y - r, 2 * r, 2 * r),
        middle=disc_prims(disc, x, y, grow),
        far=(circle(x, y, 18, disc.ground), circle(x, y, 15, "amber", Stroke("ringA", 3)))
        if disc.tier == "A"
        else (),
    )


def disc_prims(disc: Disc, x: float, y: float, grow: float = 1.0) -> tuple[Prim, ...]:
    """Keyline, disc and numeral."""
    r = RADIUS[disc.tier] * grow
    keyline = circle(x, y, r + 1.8, disc.ground)
    if disc.tier == "solved":
        return (keyline, *_ticked(disc, x, y, r))
    if disc.tier == "":
        ring = circle(x, y, r - 0.5, "paper", Stroke("ink3", 1.4, (2.6, 2.4)))
        return (keyline, ring, _numeral("?", max(11.5, READABLE) if grow > 1 else 11.5, x, y, "ink2"))
    size = NUMERALS[disc.tier][min(2, len(str(disc.rank)) - 1)] * grow
    if grow > 1:
        size = max(size, READABLE)
    if disc.tier == "A":
        ring = circle(x, y, r - 0.9, "amber", Stroke("ringA", 1.8))
        return (keyline, ring, _numeral(str(disc.rank), size, x, y, "onamber"))
    ring = circle(x, y, r - 1, "paper", Stroke("gapline", 2))
    return (keyline, ring, _numeral(str(disc.rank), size, x, y, "ink"))


def _numeral(words: str, size: float, x: float, y: float, color: str) -> Prim:
    return letters(x, y + size * 0.355, words, TextStyle(size, 700), color, anchor="middle")


def _ticked(disc: Disc, x: float, y: float, r: float) -> tuple[Prim, ...]:
    return (circle(x, y, r - 1, disc.ground, Stroke("gapline", 1.4)), tick(x, y, "gapline"))


def pill_node(owner: str, more: int, x: float, y: float, ground: str, alt: str) -> Node:
    """ "+3": further frictions on a box that shows its best ranked one."""
    words, style = f"+{more}", TextStyle(12, 700)
    wide = max(26.0, width(words, style) + 14)
    box = Box(x - wide / 2, y - 10.5, wide, 21)
    prims = (
        Rect(*box.grown(1.8), radius=12.3, fill=ground),
        Rect(*box.grown(-1), radius=9.5, fill="paper", stroke=Stroke("gapline", 2)),
        letters(x, y + 4.3, words, style, "ink", anchor="middle"),
    )
    return Node(f"more:{owner}", "friction", prims, owner, alt, box, middle=(), far=())
