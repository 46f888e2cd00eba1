"""Lane names at the left edge and stages at the top: in sight wherever one looks, at a legible size.

The strips are drawn in the window's own px. Names are never smaller than 13 px (12 far off) and
never larger than at 100 %; the map leaves them the room (VISUAL 10: screen size further off).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsView

from journeymap.canvas.drawings import Drawings
from journeymap.canvas.extent import union
from journeymap.canvas.levels import MIDDLE_FROM, Level
from journeymap.canvas.still import Still, is_raster, straight
from journeymap.paint.qt import paint
from journeymap.picture.prims import Box, Node, Picture, Prim, Rect, Text
from journeymap.picture.text import TextStyle, break_lines
from journeymap.picture.theme import LIGHT, Theme

LANES, STAGES = "lane_header", "stage_header"
NAME_SIZE, LEAST_PX, LEAST_FAR_PX = 15.0, 13.0, 12.0
GROUNDS = ("lane_ground", "visibility")
"""What runs on under the names of the lanes."""
FROM_TOP = 8.0
"""Screen px above the stages once they stay at the upper edge."""
CLEAR = 24.0
"""The road begins so far left of the first column: the strip leaves it in sight."""
EDGE_SHARE = 0.8
"""A shape nearly as high as its lane is the lane's edge: it grows with the map, words do not."""


def size_of_names(scale: float, most: float = 1.0) -> float:
    """How large headers are drawn at a zoom: 1.0 as at 100 %, and at `most` so."""
    least = LEAST_PX if scale >= MIDDLE_FROM else LEAST_FAR_PX
    return min(most, max(scale, least / NAME_SIZE))


def headers_of(picture: Picture) -> tuple[object, ...]:
    """Everything the strips show of a picture: where it is equal, they look the same."""
    shown = (node for node in picture.nodes if node.layer in (LANES, STAGES) or node.role in GROUNDS)
    return (picture.header_width, *shown)


class Headers:
    """The two strips of one picture, their words at most `most` times as large as at 100 %."""

    def __init__(self, picture: Picture, theme: Theme = LIGHT, most: float = 1.0) -> None:
        self.picture, self._most = picture, most
        self._drawings = Drawings(theme)
        self._lanes = [_Header(node) for node in picture.nodes if node.layer == LANES]
        self._stages = [_Header(node) for node in picture.nodes if node.layer == STAGES]
        self._grounds = [node for node in picture.nodes if node.role in GROUNDS]
        self._width = max(0.0, picture.header_width - CLEAR)
        self._band = union(header.box for header in self._stages)
        self._still_lanes, self._still_stages = Still(), Still()
        self._shown_by: tuple[QTransform, QTransform, QTransform] | None = None

    def room(self, scale: float) -> tuple[float, float]:
        """Width of the lanes' strip and height of the stages', in screen px."""
        size = size_of_names(scale, self._most)
        return self._width * size, self._band.h * size

    def overhang(self, scale: float) -> tuple[float, float]:
        """How much more than their place on the map the strips take, in screen px; may be negative."""
        width, height = self.room(scale)
        return width - self._width * scale, height - self._band.h * scale

    @property
    def ids(self) -> frozenset[str]:
        """The lanes and stages that have a header."""
        return frozenset(h.node.about for h in (*self._lanes, *self._stages) if h.node.about is not None)

    @property
    def content(self) -> QRectF:
        """The map without its headers, in world px."""
        left, top = self._width, self._band.bottom
        return QRectF(left, top, self.picture.width - left, self.picture.height - top)

    def strips(self, view: QGraphicsView) -> tuple[QRectF, QRectF]:
        """Where the strips are in the window: lanes, stages."""
        width, height = self.room(view.transform().m11())
        area = view.viewport().rect()
        y = max(FROM_TOP, _on_screen(view, 0.0, self._band.bottom).y() - height)
        return QRectF(0, 0, width, area.height()), QRectF(0, y, area.width(), height)

    def where(self, view: QGraphicsView, node: Node) -> QRectF:
        """Where a header is in the window."""
        lanes, stages = self.strips(view)
        box = view.viewportTransform().mapRect(QRectF(*(node.hit or Box(0, 0, 0, 0))))
        if node.layer == LANES:
            return QRectF(0, box.y(), lanes.width(), box.height())
        left = max(box.left(), lanes.right())
        return QRectF(left, stages.y(), max(0.0, box.right() - left), stages.height())

    def under(self, view: QGraphicsView, at: QPointF) -> Node | None:
        """The header under a point of the window, if there is one."""
        lanes, _ = self.strips(view)
        kind = self._lanes if at.x() < lanes.right() else self._stages
        for header in kind:
            if header.node.about is not None and self.where(view, header.node).contains(at):
                return header.node
        return None

    def covers(self, view: QGraphicsView, at: QPointF) -> bool:
        """Whether a strip hides the map at a point of the window."""
        lanes, stages = self.strips(view)
        over_lanes = bool(self._lanes) and at.x() < lanes.right()
        top = _on_screen(view, 0.0, self._lanes[0].box.y).y() if self._lanes else 0.0
        return (over_lanes and at.y() >= top) or (bool(self._stages) and stages.contains(at))

    def show(self, painter: QPainter, view: QGraphicsView, theme: Theme, lit: Collection[str]) -> None:
        """Draw both strips in a frame, mostly as the last one did; the painter is in the map's px."""
        if not lit and self._shows_again(painter):
            return
        by = painter.deviceTransform(), painter.worldTransform(), straight(painter)
        scale, corner = view.transform().m11(), view.viewportTransform().inverted()[0].map(QPointF(0, 0))
        painter.save()
        painter.translate(corner)
        painter.scale(1 / scale, 1 / scale)
        self.paint(painter, view, theme, lit)
        painter.restore()
        self._shown_by = by if is_raster(painter) else None

    def forget(self) -> None:
        """The next frame may show them otherwise though the map lies where it lay."""
        self._shown_by = None

    def _shows_again(self, painter: QPainter) -> bool:
        if self._shown_by is None or not is_raster(painter):
            return False
        device, world, straight_on = self._shown_by
        if device != painter.deviceTransform() or world != painter.worldTransform():
            return False
        painter.setWorldTransform(straight_on)
        self._still_lanes.show(painter)
        self._still_stages.show(painter)
        return True

    def paint(self, painter: QPainter, view: QGraphicsView, theme: Theme, lit: Collection[str]) -> None:
        """Draw both strips; the painter is in the window's px. `lit` are selected lanes and stages."""
        self._drawings.wear(theme)
        window = QRectF(view.viewport().rect())
        seen = view.viewportTransform()
        key = (seen.m11(), seen.dx(), seen.dy(), window.width(), window.height())
        paper = QColor(theme.colour("paper"))
        if self._lanes:
            box = self._lanes_box(view).intersected(window)
            self._still_lanes.paint(painter, box, paper, key, lambda painter: self._lane_strip(painter, view))
        if self._stages:
            box = self._stages_box(view).intersected(window)
            self._still_stages.paint(
                painter, box, paper, key, lambda painter: self._stage_strip(painter, view)
            )
        for header in (*self._lanes, *self._stages):
            if header.node.about in lit:
                self._ring(painter, self.where(view, header.node))

    def _lanes_box(self, view: QGraphicsView) -> QRectF:
        """What the lanes' strip covers: names higher than their lane reach over it, an edge lies beside."""
        first, last = (self.where(view, header.node) for header in (self._lanes[0], self._lanes[-1]))
        scale = view.transform().m11()
        top, bottom = first.top() - self._over(first, scale), last.bottom() + self._over(last, scale)
        right = ceil(first.right()) + (1 if self._hides_lanes(view) else 0)
        return QRectF(0, top, right, bottom - top)

    def _stages_box(self, view: QGraphicsView) -> QRectF:
        """What the stages' strip covers, up to the window's edge and with its own edge once it stays."""
        _, strip = self.strips(view)
        return QRectF(0, 0, strip.width(), ceil(strip.bottom()) + 1) if strip.y() <= FROM_TOP else strip

    def _hides_lanes(self, view: QGraphicsView) -> bool:
        """Whether the map is scrolled under the strip of the lanes."""
        lanes, _ = self.strips(view)
        return view.viewportTransform().map(QPointF(self._width, 0)).x() < lanes.right() - 1

    def _over(self, place: QRectF, scale: float) -> float:
        """How far a lane's name, in the middle of the lane, reaches over its borders."""
        return max(0.0, (NAME_SIZE * size_of_names(scale, self._most) * 1.4 - place.height()) / 2)

    def _lane_strip(self, painter: QPainter, view: QGraphicsView) -> None:
        lanes, _ = self.strips(view)
        scale = view.transform().m11()
        painter.save()
        painter.setClipRect(lanes)
        self._grounds_under(painter, view, lanes, scale)
        last = -float("inf")
        for header in self._lanes:
            place = self.where(view, header.node)
            middle, least = place.center().y(), NAME_SIZE * size_of_names(scale, self._most)
            named = place.height() >= least or middle - last >= least
            last = middle if named else last
            self._lane(painter, place, header, scale, named)
        painter.restore()
        if self._hides_lanes(view):
            top, bottom = (self.where(view, header.node) for header in (self._lanes[0], self._lanes[-1]))
            self._edge(painter, QRectF(ceil(lanes.right()), top.top(), 1, bottom.bottom() - top.top()))

    def _grounds_under(self, painter: QPainter, view: QGraphicsView, strip: QRectF, scale: float) -> None:
        """Every lane's ground, instead of the map that is scrolled under the strip."""
        places = [self.where(view, header.node) for header in self._lanes]
        if not places:
            return
        painter.save()
        painter.translate(0, places[0].top())
        for ground in self._grounds:
            self._part(painter, ground, self._lanes[0].box.y, scale, scale)
        painter.restore()

    def _lane(self, painter: QPainter, place: QRectF, header: _Header, scale: float, named: bool) -> None:
        """One lane; a name that has no room above the next one's is left out rather than cut."""
        size = size_of_names(scale, self._most)
        far = scale < MIDDLE_FROM
        over = self._over(place, scale) if named else 0.0
        painter.save()
        painter.setClipRect(place.adjusted(0, -over, 0, over), Qt.ClipOperation.IntersectClip)
        painter.translate(0, place.y())
        self._part(painter, header.edge, header.box.y, size, scale)
        short = far or place.height() < header.names_height * size
        painter.translate(0, (place.height() / 2 + 5 - 30 * size) if short else 0.0)
        if named:
            whole = header.words if place.height() >= header.words_height * size else header.names
            self._part(painter, header.name if short else whole, header.box.y, size, size)
        painter.restore()

    def _part(self, painter: QPainter, node: Node, top: float, across: float, down: float) -> None:
        painter.save()
        painter.scale(across, down)
        painter.translate(0, -top)
        self._drawings.paint(painter, node, Level.NEAR)
        painter.restore()

    def _stage_strip(self, painter: QPainter, view: QGraphicsView) -> None:
        lanes, strip = self.strips(view)
        left, scale = lanes.right(), view.transform().m11()
        theme, size = self._drawings.theme, size_of_names(scale, self._most)
        painter.save()
        painter.setClipRect(strip.adjusted(left, 0, 0, 0))
        for header in self._stages:
            band = view.viewportTransform().mapRect(QRectF(*header.box))
            if band.right() < left or band.left() > strip.right():
                continue
            for prim in _shown_words(header.node.prims, band, left, size, self.picture.language):
                painter.save()
                painter.translate(0, strip.y())
                painter.scale(1.0, size)
                painter.translate(0, -header.box.y)
                if isinstance(prim, Text):
                    painter.translate(prim.x, 0)
                    painter.scale(size, 1.0)
                    paint(painter, (replace(prim, x=0.0),), theme)
                else:
                    paint(painter, (prim,), theme)
                painter.restore()
        painter.restore()
        if strip.y() <= FROM_TOP:
            self._edge(painter, QRectF(0, ceil(strip.bottom()), strip.width(), 1))

    def _edge(self, painter: QPainter, line: QRectF) -> None:
        """A hairline where the map is scrolled under a strip."""
        painter.fillRect(line, QColor(self._drawings.theme.colour("hair")))

    def _ring(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(QColor(self._drawings.theme.colour("focus")), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), 6, 6)


class _Header:
    """One header taken apart: its edge grows with the map, its words keep their size."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.box = node.hit or Box(0, 0, 0, 0)
        tall = [prim for prim in node.prims if _is_edge(prim, self.box)]
        words = [prim for prim in node.prims if not _is_edge(prim, self.box)]
        largest = max((prim.size for prim in words if isinstance(prim, Text)), default=0.0)
        names = [prim for prim in words if isinstance(prim, Text) and prim.size == largest]
        self.edge = Node(f"{node.id}:edge", "edge", tuple(tall))
        self.words = Node(f"{node.id}:words", "words", tuple(words))
        short = tuple(prim for prim in node.far or () if isinstance(prim, Text))
        self.name = Node(f"{node.id}:name", "words", short or tuple(names[:1]))
        """The name where there is room for one line only."""
        self.names = Node(f"{node.id}:names", "words", tuple(names))
        self.names_height = max((prim.y for prim in names), default=self.box.y) - self.box.y + 8
        lowest = max((prim.y for prim in words if isinstance(prim, Text)), default=self.box.y)
        self.words_height = lowest - self.box.y + 8


def _is_edge(prim: Prim, box: Box) -> bool:
    if not isinstance(prim, Rect):
        return False
    return prim.h >= EDGE_SHARE * box.h or (prim.w <= 4 and prim.x < 8)


def _shown_words(
    prims: tuple[Prim, ...], band: QRectF, left: float, size: float, language: str
) -> list[Prim]:
    """A stage's rule and name in the window's px across: the name stays in sight as long as its stage."""
    shown: list[Prim] = []
    for prim in prims:
        if isinstance(prim, Rect):
            shown.append(replace(prim, x=band.x(), w=band.width()))
        elif isinstance(prim, Text):
            start = max(band.x(), left)
            shown += _fitted(prim, start, band.right() - start, size, language)
    return shown


def _fitted(name: Text, x: float, room: float, size: float, language: str) -> list[Text]:
    """The name where there is room for it, cut with an ellipsis where there is less."""
    if name.width * size <= room:
        return [replace(name, x=x)]
    style = TextStyle(name.size, name.weight, name.tabular, name.tracking)
    lines = break_lines(name.text, style, room / size, language, 1) if room > 2 * name.size else ()
    return [replace(name, x=x, text=lines[0])] if lines else []


def _on_screen(view: QGraphicsView, x: float, y: float) -> QPointF:
    return view.viewportTransform().map(QPointF(x, y))
