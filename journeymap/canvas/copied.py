"""Nodes of the map drawn once more, above it: the ghost that is dragged, discs above a ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from journeymap.canvas.drawings import Drawings
from journeymap.canvas.extent import EMPTY, node_extent, union
from journeymap.canvas.guard import guard
from journeymap.canvas.levels import Level
from journeymap.canvas.map_item import rect_of
from journeymap.picture.prims import Box, Node
from journeymap.picture.theme import Theme

PALE = 0.72


class Copied(QGraphicsItem):
    """A copy of nodes; only outlines of them when what is dragged may not be dropped."""

    def __init__(self, z: float, opacity: float = 1.0) -> None:
        super().__init__()
        self._nodes: Sequence[Node] = ()
        self._boxes: Sequence[Box] = ()
        self._drawings = Drawings()
        self._level = Level.NEAR
        self._area = EMPTY
        self._allowed = True
        self._paleness = opacity
        self.setZValue(z)
        self.setVisible(False)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def of(
        self, nodes: Sequence[Node], boxes: Sequence[Box], theme: Theme, level: Level = Level.NEAR
    ) -> None:
        """Copy these nodes, whose outlines are the boxes, as they look at a level."""
        self.prepareGeometryChange()
        self._nodes, self._boxes, self._level = nodes, boxes, level
        self._drawings.wear(theme)
        self._area = union([*(node_extent(node) for node in nodes), *boxes]).grown(4)
        self.setVisible(bool(nodes))

    def allow(self, allowed: bool) -> None:
        """Whole when it may be dropped, else outline only."""
        if allowed != self._allowed:
            self._allowed = allowed
            self.update()

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return rect_of(self._area)

    @guard(None)
    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setOpacity(self._paleness)
        if self._allowed:
            for node in self._nodes:
                self._drawings.paint(painter, node, self._level)
            return
        painter.setPen(QPen(QColor(self._drawings.theme.colour("ink3")), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._boxes:
            painter.drawRoundedRect(rect_of(box), 6, 6)
