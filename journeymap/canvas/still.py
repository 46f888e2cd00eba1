"""A part of the window that looks the same until its key is another: painted once, then shown."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

NEARLY = 1e-6
"""Device px that rounding may shift a place by from one frame to the next."""


class Still:
    """One opaque image of whole device px."""

    def __init__(self) -> None:
        self._image: QPixmap | None = None
        self._key: tuple[Hashable, ...] = ()
        self._at = QPoint()

    def paint(
        self, painter: QPainter, box: QRectF, paper: QColor, key: Hashable, draw: Callable[[QPainter], None]
    ) -> None:
        """Show the box, in the painter's px, on paper; `draw` is asked only where the key is new."""
        to_device = painter.deviceTransform()
        area = _whole(to_device.mapRect(box))
        if area.isEmpty():
            self.forget()
            return
        if not is_raster(painter):
            painter.fillRect(box, paper)
            draw(painter)
            return
        placed = to_device * QTransform.fromTranslate(-area.x(), -area.y())
        now = (key, area.width(), area.height(), paper.rgb(), *(round(n, 6) for n in _numbers(placed)))
        if self._image is None or now != self._key:
            self._image, self._key = _painted(area, paper, placed, painter, draw), now
        self._at = area.topLeft()
        painter.save()
        painter.setWorldTransform(straight(painter))
        self.show(painter)
        painter.restore()

    def show(self, painter: QPainter) -> None:
        """Show it where it was; the painter draws in device px."""
        if self._image is not None:
            painter.drawPixmap(self._at, self._image)

    def forget(self) -> None:
        """Nothing is shown of it until it is painted again."""
        self._image = None


def is_raster(painter: QPainter) -> bool:
    """Whether it paints on px: engines of documents and recordings are not of the extended kind."""
    return painter.paintEngine().isExtended()


def straight(painter: QPainter) -> QTransform:
    """The transform by which the painter draws in device px, whatever its own."""
    return (painter.worldTransform().inverted()[0] * painter.deviceTransform()).inverted()[0]


def _painted(
    area: QRect, paper: QColor, placed: QTransform, like: QPainter, draw: Callable[[QPainter], None]
) -> QPixmap:
    image = QPixmap(area.size())
    image.fill(paper)
    painter = QPainter(image)
    painter.setRenderHints(like.renderHints())
    painter.setTransform(placed)
    draw(painter)
    painter.end()
    return image


def _whole(box: QRectF) -> QRect:
    """The whole px of a box; what rounding adds is none."""
    return box.adjusted(NEARLY, NEARLY, -NEARLY, -NEARLY).toAlignedRect()


def _numbers(transform: QTransform) -> tuple[float, ...]:
    return (
        transform.m11(),
        transform.m12(),
        transform.m21(),
        transform.m22(),
        transform.dx(),
        transform.dy(),
    )
