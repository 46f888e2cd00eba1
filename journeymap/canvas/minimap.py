"""The whole map small, with what is in sight framed: press or drag to look elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from journeymap.canvas.guard import guard
from journeymap.canvas.levels import Level, prims_at
from journeymap.canvas.map_item import rect_of
from journeymap.canvas.view import MapView
from journeymap.paint.qt import paint
from journeymap.picture.prims import Box, Node

SIZE = QSize(200, 104)
INSET = 6.0
MOST_PIECES = 40
"""Where more differs than this, all of it is drawn anew."""
AT_ONCE = 500
"""Nodes up to which what differs is drawn as soon as it is seen; of a larger map in slices, after a pause."""
PAUSE = 150
"""Milliseconds without another edit, before a large map is followed."""
BLINK = 0.002
"""Seconds of one slice."""
BATCH = 12
"""Nodes drawn in one go: less than half a millisecond."""


class MiniMap(QWidget):
    """Follows one view. `fits` tells whether the whole map is in sight anyway."""

    def __init__(self, view: MapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._drawn: QPixmap | None = None
        self._shows: tuple[object, ...] = ()
        self._spoilt: list[Box] = []
        self._under_way: tuple[QPixmap, Iterator[None]] | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._go_on)
        self.setFixedSize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(view.t("Small map"))
        view.moved.connect(self.update)
        view.zoomed.connect(lambda _scale: self.update())
        view.differed.connect(self._follow)

    @property
    def fits(self) -> bool:
        """Whether nothing of the map lies out of sight."""
        picture = self._view.picture
        return self._view.camera.shown.contains(QRectF(1, 1, picture.width - 2, picture.height - 2))

    @guard(None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawn is None or self._shows != self._look():
            self._drawn = self._anew()
        elif self._spoilt and self._is_small:
            all(True for _ in self._mending(self._drawn))
            self._spoilt.clear()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = QColor(self._view.theme.colour("focus"))
        tint = QColor(focus)
        tint.setAlphaF(0.10)
        painter.setPen(QPen(focus, 1.5))
        painter.setBrush(tint)
        painter.drawRoundedRect(self._frame(), 3, 3)
        painter.end()

    @guard(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._look_at(event.position())

    @guard(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        super().resizeEvent(event)

    def _look_at(self, at: QPointF) -> None:
        scale, corner = self._fit()
        self._view.camera.centre((at - corner) / scale)

    def _frame(self) -> QRectF:
        scale, corner = self._fit()
        shown = self._view.camera.shown
        frame = QRectF(shown.topLeft() * scale + corner, shown.size() * scale)
        return frame.intersected(self.rect().toRectF().adjusted(1, 1, -1, -1))

    def _fit(self) -> tuple[float, QPointF]:
        """Scale of the small map, and where its corner lies."""
        picture = self._view.picture
        room = self.rect().toRectF().adjusted(INSET, INSET, -INSET, -INSET)
        scale = min(room.width() / max(1.0, picture.width), room.height() / max(1.0, picture.height))
        left = (self.width() - picture.width * scale) / 2
        return scale, QPointF(left, (self.height() - picture.height * scale) / 2)

    def _follow(self, differs: Sequence[Box]) -> None:
        """What differs is drawn over what is there, once the small map is seen."""
        self._spoilt += differs
        if len(self._spoilt) > MOST_PIECES:
            self._spoilt = [self._whole]
        if self._is_small:
            self.update()
        else:
            self._under_way = None
            self._soon.start(PAUSE)

    @property
    def _is_small(self) -> bool:
        return len(self._view.grid.nodes) <= AT_ONCE

    @property
    def _whole(self) -> Box:
        return Box(0, 0, self._view.picture.width, self._view.picture.height)

    def _go_on(self) -> None:
        """Draw for a blink on a copy of what is shown; it is shown itself once it is whole."""
        if self._drawn is None or not self._spoilt:
            return
        if self._under_way is None:
            copy = self._drawn.copy()
            self._under_way = (copy, self._mending(copy))
        drawn, work = self._under_way
        end = perf_counter() + BLINK
        for _ in work:
            if perf_counter() >= end:
                self._soon.start(0)
                return
        self._drawn, self._under_way = drawn, None
        self._spoilt.clear()
        self.update()

    def _mending(self, drawn: QPixmap) -> Iterator[None]:
        """Draw what differs over what is there; pauses after every few nodes."""
        for box in tuple(self._spoilt):
            yield from self._draw_part(drawn, box)

    def _look(self) -> tuple[object, ...]:
        """What decides how all of it looks."""
        view = self._view
        return (view.picture.width, view.picture.height, view.theme, self.size(), self.devicePixelRatioF())

    def _anew(self) -> QPixmap:
        """The whole of a small map; of a large one the paper, and the rest soon."""
        ratio = self.devicePixelRatioF()
        drawn = QPixmap((self.size().toSizeF() * ratio).toSize())
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(self._view.theme.colour("paper")))
        self._shows, self._under_way = self._look(), None
        self._spoilt = [self._whole]
        if self._is_small:
            all(True for _ in self._mending(drawn))
            self._spoilt.clear()
        else:
            self._soon.start(0)
        return drawn

    def _painter(self, drawn: QPixmap, part: QRectF | None = None) -> QPainter:
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, corner = self._fit()
        painter.translate(corner)
        painter.scale(scale, scale)
        if part is not None:
            painter.setClipRect(part)
        return painter

    def _draw_part(self, drawn: QPixmap, box: Box) -> Iterator[None]:
        """Draw every px anew that something in the box has part of."""
        part = self._in_px(drawn, box)
        painter = self._painter(drawn, part)
        painter.fillRect(part, QColor(self._view.theme.colour("paper")))
        painter.end()
        nodes = self._view.grid.nodes
        shown = self._view.grid.within(Box(part.x(), part.y(), part.width(), part.height()))
        for first in range(0, len(shown), BATCH):
            self._draw_nodes([nodes[place] for place in shown[first : first + BATCH]], drawn, part)
            yield

    def _draw_nodes(self, nodes: Sequence[Node], drawn: QPixmap, part: QRectF) -> None:
        painter = self._painter(drawn, part)
        for node in nodes:
            if node.layer == "map":
                paint(painter, prims_at(node, Level.FAR), self._view.theme)
        painter.end()

    def _in_px(self, drawn: QPixmap, box: Box) -> QRectF:
        """All px that something in the box may have part of, in world px."""
        painter = self._painter(drawn)
        to_device = painter.deviceTransform()
        painter.end()
        px = to_device.mapRect(rect_of(box)).toAlignedRect().adjusted(-1, -1, 1, 1)
        return to_device.inverted()[0].mapRect(QRectF(px))

    def _forget(self) -> None:
        self._drawn = self._under_way = None
        self._spoilt.clear()
        self.update()
