"""Which gesture a press begins: decided by what lies under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from journeymap.canvas.board import Board, Spot
from journeymap.canvas.gestures.draw_link import DrawLink, ReattachLink
from journeymap.canvas.gestures.gesture import Gesture
from journeymap.canvas.gestures.move_badge import HoldWall, MoveFriction
from journeymap.canvas.gestures.move_header import MoveLane, MoveStage
from journeymap.canvas.gestures.move_steps import MoveSteps
from journeymap.canvas.gestures.rubber_band import RubberBand
from journeymap.canvas.sight import FRICTION, LANE, STAGE, STEP, WALL
from journeymap.canvas.touch import link_end_at, port_at
from journeymap.model.ids import Id
from journeymap.picture.prims import Node

_BY_ROLE: Mapping[str, Callable[[Board, Spot, Node, Id], Gesture]] = {
    STEP: lambda board, spot, _node, id: MoveSteps(board, spot, id),
    LANE: lambda board, spot, _node, id: MoveLane(board, spot, id),
    STAGE: lambda board, spot, _node, id: MoveStage(board, spot, id),
    FRICTION: MoveFriction,
    WALL: lambda board, spot, _node, _id: HoldWall(board, spot),
}


def gesture_for(board: Board, spot: Spot) -> Gesture:
    """The gesture that begins here, if the pointer is moved before the button comes up."""
    end = link_end_at(board, spot)
    if end is not None:
        return ReattachLink(board, spot, end.link, end.fixed, end.is_target)
    port = port_at(board, spot)
    if port is not None:
        return DrawLink(board, spot, port)
    node = board.node_at(spot.seen)
    make = None if node is None else _BY_ROLE.get(node.role)
    if node is None or make is None or node.about is None or spot.adds:
        return RubberBand(board, spot)
    return make(board, spot, node, Id(node.about))
