"""Three distances at which a map is looked at, and when to change between them (VISUAL 10)."""

from __future__ import annotations

from enum import Enum

from journeymap.picture.prims import Node, Prim

NEAR_FROM = 0.70
MIDDLE_FROM = 0.45
HYSTERESIS = 0.03

LOWEST, HIGHEST = 0.25, 4.0
"""How far out and in people can zoom by hand; a fit of a long map may go below."""


class Level(Enum):
    """How much of a node is drawn."""

    NEAR = "near"
    MIDDLE = "middle"
    FAR = "far"


def level_at(scale: float, before: Level | None = None) -> Level:
    """The level for a scale; the one there was before holds on for 3 % past its border."""

    def border(at: float, above: Level) -> float:
        if before is None:
            return at
        held = before is above or (above is Level.MIDDLE and before is Level.NEAR)
        return at * (1 - HYSTERESIS) if held else at * (1 + HYSTERESIS)

    if scale >= border(NEAR_FROM, Level.NEAR):
        return Level.NEAR
    return Level.MIDDLE if scale >= border(MIDDLE_FROM, Level.MIDDLE) else Level.FAR


def prims_at(node: Node, level: Level) -> tuple[Prim, ...]:
    """What is drawn of a node at a level; where a level says nothing, the nearer one stands."""
    middle = node.prims if node.middle is None else node.middle
    if level is Level.NEAR:
        return node.prims
    return middle if level is Level.MIDDLE or node.far is None else node.far
