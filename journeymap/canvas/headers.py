"""Lane names at the left edge and stages at the top: they stay in sight while the map scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsView

from journeymap.canvas.extent import node_extent, union
from journeymap.canvas.levels import Level, prims_at
from journeymap.paint.qt import paint
from journeymap.picture.prims import Box, Node, Picture
from journeymap.picture.theme import Theme

LANES, STAGES = "lane_header", "stage_header"


class Headers:
    """The two strips of one picture. `lanes` and `stages` are their places on the map at rest."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self._nodes = {
            layer: [(node, node_extent(node)) for node in picture.nodes if node.layer == layer]
            for layer in (LANES, STAGES)
        }
        stages = union(box for _, box in self._nodes[STAGES])
        self.top = stages.y
        self.height = stages.h
        self.width = picture.header_width

    def shift(self, view: QGraphicsView) -> QPointF:
        """How far the strips have been carried along, in world px: across for lanes, down for stages."""
        corner = view.mapToScene(0, 0)
        return QPointF(max(0.0, corner.x()), max(0.0, corner.y() - self.top))

    def strips(self, view: QGraphicsView) -> tuple[QRectF, QRectF]:
        """The strips in viewport px: lanes, stages."""
        scale, shift = view.transform().m11(), self.shift(view)
        left = QRectF(0, 0, self.width * scale, view.viewport().height())
        y = view.mapFromScene(QPointF(0, self.top + shift.y())).y()
        return left, QRectF(0, y, view.viewport().width(), self.height * scale)

    def under(self, view: QGraphicsView, at: QPointF) -> Node | None:
        """The header under a viewport point, if there is one."""
        scene, shift = view.mapToScene(at.toPoint()), self.shift(view)
        for layer, x, y in (
            (LANES, scene.x() - shift.x(), scene.y()),
            (STAGES, scene.x(), scene.y() - shift.y()),
        ):
            for node, box in self._nodes[layer]:
                area = node.hit or box
                if node.about is not None and area.x <= x < area.right and area.y <= y < area.bottom:
                    return node
        return None

    def covers(self, view: QGraphicsView, at: QPointF) -> bool:
        """Whether a viewport point lies on a strip that hides the map there."""
        lanes, stages = self.strips(view)
        return (self.width > 0 and lanes.contains(at)) or (self.height > 0 and stages.contains(at))

    def paint(
        self, painter: QPainter, view: QGraphicsView, exposed: QRectF, theme: Theme, level: Level
    ) -> None:
        """Draw both strips; the painter is in world px."""
        shift = self.shift(view)
        paper = QColor(theme.colour("paper"))
        across = Box(exposed.x(), exposed.y(), exposed.width(), exposed.height())
        if shift.y() > 0:
            strip = QRectF(exposed.x(), self.top + shift.y(), exposed.width(), self.height)
            painter.fillRect(strip, paper)
            self._edge(painter, strip.bottomLeft(), strip.bottomRight(), theme)
        self._paint(painter, STAGES, QPointF(0, shift.y()), across, theme, level)
        if shift.x() > 0:
            strip = QRectF(shift.x(), exposed.y(), self.width, exposed.height())
            painter.fillRect(strip, paper)
        self._paint(painter, LANES, QPointF(shift.x(), 0), across, theme, level)

    def _paint(
        self, painter: QPainter, layer: str, shift: QPointF, exposed: Box, theme: Theme, level: Level
    ) -> None:
        painter.save()
        painter.translate(shift)
        seen = Box(exposed.x - shift.x(), exposed.y - shift.y(), exposed.w, exposed.h)
        for node, box in self._nodes[layer]:
            if box.meets(seen):
                paint(painter, prims_at(node, level), theme)
        painter.restore()

    def _edge(self, painter: QPainter, start: QPointF, end: QPointF, theme: Theme) -> None:
        pen = QPen(QColor(theme.colour("rule")), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLine(start, end)
