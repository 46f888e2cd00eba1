"""The whole map small, with what is in sight framed: press or drag to look elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from journeymap.canvas.guard import guard
from journeymap.canvas.levels import Level, prims_at
from journeymap.canvas.map_item import rect_of
from journeymap.canvas.view import MapView
from journeymap.paint.qt import paint
from journeymap.picture.prims import Box

SIZE = QSize(200, 104)
INSET = 6.0
MOST_PIECES = 40
"""Where more differs than this, all of it is drawn anew."""


class MiniMap(QWidget):
    """Follows one view. `fits` tells whether the whole map is in sight anyway."""

    def __init__(self, view: MapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._drawn: QPixmap | None = None
        self._shows: tuple[object, ...] = ()
        self._spoilt: list[Box] = []
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
            self._drawn = self._draw()
        elif self._spoilt:
            self._mend(self._drawn)
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
            self._forget()
        self.update()

    def _mend(self, drawn: QPixmap) -> None:
        painter = self._painter(drawn)
        for box in self._spoilt:
            self._draw_part(painter, box)
        painter.end()
        self._spoilt.clear()

    def _look(self) -> tuple[object, ...]:
        """What decides how all of it looks."""
        view = self._view
        return (view.picture.width, view.picture.height, view.theme, self.size(), self.devicePixelRatioF())

    def _draw(self) -> QPixmap:
        ratio, picture = self.devicePixelRatioF(), self._view.picture
        drawn = QPixmap((self.size().toSizeF() * ratio).toSize())
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(self._view.theme.colour("paper")))
        self._shows = self._look()
        self._spoilt.clear()
        painter = self._painter(drawn)
        self._draw_nodes(painter, Box(0, 0, picture.width, picture.height))
        painter.end()
        return drawn

    def _painter(self, drawn: QPixmap) -> QPainter:
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, corner = self._fit()
        painter.translate(corner)
        painter.scale(scale, scale)
        return painter

    def _draw_part(self, painter: QPainter, box: Box) -> None:
        """Draw every px anew that something in the box has part of."""
        to_device = painter.deviceTransform()
        px = to_device.mapRect(rect_of(box)).toAlignedRect().adjusted(-1, -1, 1, 1)
        part = to_device.inverted()[0].mapRect(QRectF(px))
        painter.setClipRect(part)
        painter.fillRect(part, QColor(self._view.theme.colour("paper")))
        self._draw_nodes(painter, Box(part.x(), part.y(), part.width(), part.height()))

    def _draw_nodes(self, painter: QPainter, box: Box) -> None:
        grid, theme = self._view.grid, self._view.theme
        for place in grid.within(box):
            node = grid.nodes[place]
            if node.layer == "map":
                paint(painter, prims_at(node, Level.FAR), theme)

    def _forget(self) -> None:
        self._drawn = None
        self._spoilt.clear()
        self.update()
