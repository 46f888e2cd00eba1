"""What a part of the map looks like at a glance: lanes, plates, walls and links, without words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymap.canvas.drawings import Drawings
from journeymap.canvas.levels import Level, prims_at
from journeymap.canvas.sight import LINK, STEP, WALL
from journeymap.paint.qt.compiled import brush
from journeymap.picture.prims import Node, Rect, Stroke
from journeymap.picture.theme import Theme

MOST_LINKED = 400
"""Of more things than this not even the links are painted."""


def paint_roughly(painter: QPainter, nodes: Sequence[Node], level: Level, drawings: Drawings) -> None:
    """Lanes and links as they are, steps as plates of their size and colours, walls as from afar."""
    plain = len(nodes) > MOST_LINKED
    for node in nodes:
        if node.layer == "ground" or (node.role == LINK and not plain):
            drawings.paint(painter, node, level)
        elif node.role == WALL:
            drawings.paint(painter, node, Level.FAR)
    _paint_plates(painter, [node for node in nodes if node.role == STEP], level, drawings.theme)


def _paint_plates(painter: QPainter, steps: Sequence[Node], level: Level, theme: Theme) -> None:
    """All that are dressed alike at once."""
    plates: dict[tuple[str | None, Stroke | None], list[QRectF]] = defaultdict(list)
    for node in steps:
        for plate in [prim for prim in prims_at(node, level) if isinstance(prim, Rect)][:2]:
            plates[plate.fill, plate.stroke].append(QRectF(plate.x, plate.y, plate.w, plate.h))
    for (fill, stroke), boxes in plates.items():
        if fill is not None:
            painter.setPen(_pen(stroke, theme))
            painter.setBrush(brush(theme.colour(fill)))
            painter.drawRects(boxes)


def _pen(stroke: Stroke | None, theme: Theme) -> QPen:
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    return QPen(QColor(theme.colour(stroke.color)), stroke.width)
