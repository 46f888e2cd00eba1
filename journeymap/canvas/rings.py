"""Real items above the map for what is hovered, selected or in focus (VISUAL 11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from journeymap.canvas.copied import Copied
from journeymap.canvas.extent import line_of, points_of
from journeymap.canvas.grid import Grid
from journeymap.canvas.levels import Level
from journeymap.canvas.map_item import rect_of
from journeymap.canvas.sight import FRICTION, LINK, STEP, WALL, Sight
from journeymap.picture.prims import Box, Close, Curve, Line, Move, Node, Path
from journeymap.picture.theme import Theme

Z_HOVER, Z_SELECTED, Z_FOCUS, Z_GHOST, Z_NOTICE = 10.0, 20.0, 30.0, 40.0, 50.0
SELECTED_OFF, FOCUS_OFF = 4.0, 8.0
LEAST = 0.8
"""However far out one looks, a ring keeps so much of its width on the screen."""


def drawn(path: Path) -> QPainterPath:
    """A path of the display list as Qt has it."""
    shape = QPainterPath()
    for segment in path.segments:
        _append(shape, segment)
    return shape


def _append(shape: QPainterPath, segment: Move | Line | Curve | Close) -> None:
    if segment[0] == "M":
        shape.moveTo(segment[1], segment[2])
    elif segment[0] == "L":
        shape.lineTo(segment[1], segment[2])
    elif segment[0] == "C":
        shape.cubicTo(*segment[1:])
    else:
        shape.closeSubpath()


def ring_around(box: Box, off: float, radius: float) -> QPainterPath:
    """A rounded ring so far outside the box."""
    shape = QPainterPath()
    shape.addRoundedRect(rect_of(box.grown(off)), radius, radius)
    return shape


class Rings:
    """Hover outline, selection rings and the focus ring; everything here can be made anew."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._selected: list[QGraphicsPathItem] = []
        self._hover = self._item(Z_HOVER)
        self._focus = self._item(Z_FOCUS)
        self._above = Copied(Z_FOCUS + 1)
        scene.addItem(self._above)
        self._scale = 1.0

    def hover(self, sight: Sight, node: Node | None, theme: Theme) -> None:
        """Outline what the pointer is on."""
        self._hover.setVisible(node is not None)
        if node is not None:
            self._hover.setPath(outline(sight, node, 0.0))
            self._hover.setPen(self._pen(theme.colour("ink"), 1.75))

    def select(self, sight: Sight, nodes: Iterable[Node], theme: Theme) -> None:
        """Ring what is selected."""
        for item in self._selected:
            self._scene.removeItem(item)
        self._selected = [item for node in nodes for item in self._ringed(sight, node, theme)]

    def focus(self, sight: Sight, node: Node | None, theme: Theme) -> None:
        """Ring what has the keyboard; shown by its place outside the other, never by colour alone."""
        self._focus.setVisible(node is not None)
        if node is not None:
            off = FOCUS_OFF if node.role == STEP else FOCUS_OFF - 1
            self._focus.setPath(outline(sight, node, off))
            self._focus.setPen(self._pen(theme.colour("ink"), 2.0))

    def lift_discs(self, sight: Sight, grid: Grid, nodes: Sequence[Node], theme: Theme, level: Level) -> None:
        """Draw the friction discs of these nodes once more: no ring may run through a rank."""
        around = [sight.box(node).grown(FOCUS_OFF + 2) for node in nodes if node.role != FRICTION]
        near = sorted({place for box in around for place in grid.within(box)})
        discs = [disc for place in near if (disc := grid.nodes[place]).role == FRICTION]
        met = [disc for disc in discs if any(sight.box(disc).meets(box) for box in around)]
        self._above.of(met, (), theme, level)

    def be_quiet(self, quiet: bool) -> None:
        """While something is dragged no ring stands where it came from."""
        for item in (*self._selected, self._focus, self._hover):
            item.setOpacity(0.0 if quiet else 1.0)
        self._above.setOpacity(0.0 if quiet else 1.0)

    def look_from(self, scale: float) -> None:
        """Remember the scale: pens are made for it."""
        self._scale = scale

    def _ringed(self, sight: Sight, node: Node, theme: Theme) -> list[QGraphicsPathItem]:
        line = line_of(node) if node.role == LINK else None
        if line is None:
            ring = self._item(Z_SELECTED)
            ring.setPath(outline(sight, node, SELECTED_OFF))
            ring.setPen(self._pen(theme.colour("focus"), 2.5))
            return [ring]
        return self._lit(line, theme)

    def _lit(self, line: Path, theme: Theme) -> list[QGraphicsPathItem]:
        """A selected link: a glow behind it, the line in focus colour, and square handles."""
        glow, core, handles = (self._item(Z_SELECTED + offset) for offset in (-2, -1, 0))
        glow_colour = QColor(theme.colour("focus"))
        glow_colour.setAlphaF(0.16)
        glow.setPath(drawn(line))
        glow.setPen(QPen(glow_colour, 14, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        core.setPath(drawn(line))
        width = line.stroke.width if line.stroke is not None else 2.0
        core.setPen(self._pen(theme.colour("focus"), width))
        handles.setPath(_handles(line, max(8.0, 8.0 / self._scale)))
        handles.setPen(self._pen(theme.colour("focus"), 1.75))
        handles.setBrush(QBrush(QColor(theme.colour("paper"))))
        return [glow, core, handles]

    def _pen(self, colour: str, width: float) -> QPen:
        return QPen(QColor(colour), max(width, LEAST * width / self._scale))

    def _item(self, z: float) -> QGraphicsPathItem:
        item = QGraphicsPathItem()
        item.setZValue(z)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._scene.addItem(item)
        return item


def outline(sight: Sight, node: Node, off: float) -> QPainterPath:
    """The ring's shape: along a link, a circle around a disc, else a rounded box."""
    box = sight.box(node)
    if node.role == FRICTION:
        shape = QPainterPath()
        shape.addEllipse(rect_of(box.grown(off - 1)))
        return shape
    line = line_of(node) if node.role == LINK else None
    if line is not None:
        return _along(line, max(3.0, off - 1))
    radius = (2.0 if node.role == WALL else 6.0) + (off if off < FOCUS_OFF else off - 2)
    return ring_around(box, off, radius)


def _along(line: Path, off: float) -> QPainterPath:
    """An outline that runs along both sides of a line."""
    stroker = QPainterPathStroker()
    width = line.stroke.width if line.stroke is not None else 0.0
    stroker.setWidth(width + 2 * off)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    return stroker.createStroke(drawn(line)).simplified()


def _handles(line: Path, size: float) -> QPainterPath:
    """Squares where a selected link begins and ends: there it can be taken off and put elsewhere."""
    ends = list(points_of(line))
    shape = QPainterPath()
    for x, y in (ends[0], ends[-1]):
        shape.addRect(QRectF(QPointF(x - size / 2, y - size / 2), QPointF(x + size / 2, y + size / 2)))
    return shape
