"""Small handles: the dot at a step's edge, and the ends of a selected link."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.extent import line_of, points_of
from journeymap.model.ids import Id
from journeymap.picture.prims import Box

REACH_PX = 12.0
DOT = 5.0
"""Radius of the dot, in world px."""


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """One end of a link: which, and the step at the other end, which stays."""

    link: Id
    fixed: Id
    is_target: bool


def dot_of(box: Box, scale: float) -> Box:
    """The dot in the middle of a step's right edge; never smaller than 4 px on the screen."""
    radius = max(DOT, 4.0 / scale)
    return Box(box.right - radius, box.y + box.h / 2 - radius, 2 * radius, 2 * radius)


def port_at(board: Board, spot: Spot) -> Id | None:
    """The step whose dot is under the pointer: only of the step that shows one."""
    step = board.shows_dot
    box = board.sight.steps.get(step) if step is not None else None
    if box is None or step is None:
        return None
    away = hypot(spot.scene.x() - box.right, spot.scene.y() - box.y - box.h / 2)
    return step if away <= REACH_PX / board.camera.scale else None


def link_end_at(board: Board, spot: Spot) -> LinkEnd | None:
    """The end of a selected link under the pointer."""
    journey = board.hands.journey
    for id in board.selection:
        link, node = journey.links.get(id), board.sight.node(id)
        line = None if node is None else line_of(node)
        if link is None or line is None:
            continue
        ends = list(points_of(line))
        reach = REACH_PX / board.camera.scale
        for (x, y), fixed, is_target in ((ends[-1], link.source, True), (ends[0], link.target, False)):
            if hypot(spot.scene.x() - x, spot.scene.y() - y) <= reach:
                return LinkEnd(id, fixed, is_target)
    return None
