"""What a search found, lit on the map: a soft ground and a line around every hit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from journeymap.canvas.rings import Z_HOVER, outline, ring_around
from journeymap.canvas.sight import LINK, Sight
from journeymap.picture.prims import Node
from journeymap.picture.theme import Theme

AROUND, RADIUS = 6.0, 8.0
MOST = 500
"""More hits than this are not lit one by one: then nothing stands out anyway."""


class Hits:
    """The lit places of one view."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._item = QGraphicsPathItem()
        self._item.setZValue(Z_HOVER - 1)
        self._item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._item.setVisible(False)
        scene.addItem(self._item)
        self.ids: tuple[str, ...] = ()

    def show(self, ids: Iterable[str], sight: Sight, theme: Theme, scale: float) -> None:
        """Light these; none: nothing is lit."""
        self.ids = tuple(dict.fromkeys(ids))
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        for id in self.ids[:MOST]:
            node = sight.node(id)
            if node is not None and node.layer == "map":
                shape.addPath(_lit(sight, node))
        self._item.setPath(shape)
        ground = QColor(theme.colour("amber"))
        ground.setAlphaF(0.28)
        self._item.setBrush(QBrush(ground))
        self._item.setPen(QPen(QColor(theme.colour("gapline")), max(1.5, 1.2 / scale)))
        self._item.setVisible(not shape.isEmpty())


def _lit(sight: Sight, node: Node) -> QPainterPath:
    """The ground of a hit: along a link, around anything else."""
    if node.role == LINK:
        return outline(sight, node, AROUND)
    return ring_around(sight.box(node), AROUND, RADIUS)
