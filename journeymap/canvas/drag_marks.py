"""What shows while something is dragged: a ghost, where it came from, where it would land (VISUAL 11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from journeymap.canvas.copied import PALE, Copied
from journeymap.canvas.map_item import rect_of
from journeymap.canvas.rings import Z_GHOST, ring_around
from journeymap.picture.prims import Box, Node
from journeymap.picture.theme import LIGHT

OFFSET = QPointF(12, 12)
"""A ghost follows so far down and right of what it copies, so that the place under it is seen."""


class DragMarks:
    """Ghost, origin, drop mark, insertion bar and rubber band of one view; `clear` takes all away."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._items: dict[str, QGraphicsPathItem] = {}
        self.theme = LIGHT
        self.ghost = Copied(Z_GHOST + 2, PALE)
        scene.addItem(self.ghost)

    def clear(self) -> None:
        """Nothing is being dragged."""
        self.ghost.setVisible(False)
        for item in self._items.values():
            self._scene.removeItem(item)
        self._items.clear()

    def lift(self, nodes: Sequence[Node], boxes: Sequence[Box], outline: bool = True) -> None:
        """Begin to drag: dotted outlines stay where the things were, a ghost comes along."""
        self.ghost.of(nodes, boxes, self.theme)
        self.ghost.allow(True)
        self.ghost.setPos(OFFSET)
        if outline:
            shape = QPainterPath()
            for box in boxes:
                shape.addPath(ring_around(box, 0, 6))
            self._draw("origin", shape, self._pen("line", 1.25, [2 / 1.25, 3 / 1.25]), "paper")

    def carry(self, dx: float, dy: float, allowed: bool) -> None:
        """Put the ghost so far from where it was taken, in world px."""
        self.ghost.setPos(QPointF(dx, dy) + OFFSET)
        self.ghost.allow(allowed)

    def drop_on(self, box: Box | None) -> None:
        """Mark the cell or thing that would take it; None: nothing would."""
        shape = None if box is None else ring_around(box, 0, 6)
        tint = self._pen("focus", 1.5, [6 / 1.5, 4 / 1.5])
        self._draw("drop", shape, tint, "roadtint", z=Z_GHOST - 35)
        self._draw("drop edge", shape, tint)

    def insert_at(self, box: Box | None, across: bool = False) -> None:
        """An insertion bar: down the left edge of the box, or with `across` along its top."""
        shape = None
        if box is not None:
            shape = QPainterPath(QPointF(box.x, box.y))
            shape.lineTo(box.right if across else box.x, box.y if across else box.bottom)
        self._draw("bar", shape, self._pen("focus", 3.0))

    def glow(self, boxes: Iterable[Box]) -> None:
        """Let targets show that they would take what is dragged."""
        shape = QPainterPath()
        for box in boxes:
            shape.addPath(ring_around(box, 3, 8))
        pen = self._pen("focus", 1.5)
        colour = pen.color()
        colour.setAlphaF(0.45)
        pen.setColor(colour)
        self._draw("glow", None if shape.isEmpty() else shape, pen)

    def band(self, box: Box | None) -> None:
        """The rubber band."""
        shape = None
        if box is not None:
            shape = QPainterPath()
            shape.addRect(rect_of(box))
        pen = self._pen("focus", 1.0)
        pen.setCosmetic(True)
        item = self._draw("band", shape, pen)
        if item is not None:
            colour = QColor(self.theme.colour("focus"))
            colour.setAlphaF(0.10)
            item.setBrush(QBrush(colour))

    def thread(self, shape: QPainterPath | None, allowed: bool = True) -> None:
        """The link that is being drawn."""
        pen = self._pen("focus" if allowed else "ink3", 2.5, [] if allowed else [3.0, 2.0])
        self._draw("thread", shape, pen)

    def dot(self, box: Box | None) -> None:
        """The dot on a step's edge from which a link can be drawn."""
        shape = None
        if box is not None:
            shape = QPainterPath()
            shape.addEllipse(rect_of(box))
        self._draw("dot", shape, self._pen("focus", 1.75), "paper")

    def _pen(self, token: str, width: float, dash: Sequence[float] = ()) -> QPen:
        pen = QPen(QColor(self.theme.colour(token)), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern(list(dash))
        return pen

    def _draw(
        self, name: str, shape: QPainterPath | None, pen: QPen, fill: str | None = None, z: float = Z_GHOST
    ) -> QGraphicsPathItem | None:
        """Show, alter or take away one of the marks; items are made when first needed."""
        item = self._items.get(name)
        if shape is None:
            if item is not None:
                self._scene.removeItem(self._items.pop(name))
            return None
        if item is None:
            item = self._items[name] = QGraphicsPathItem()
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            item.setZValue(z)
            self._scene.addItem(item)
        item.setPath(shape)
        item.setPen(pen)
        item.setBrush(QBrush(QColor(self.theme.colour(fill))) if fill else QBrush())
        return item
