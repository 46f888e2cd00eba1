"""What was painted of the map at another scale, shown as large as it is now until it is painted anew.

Where a px of the window is not one of the screen, a map that is pushed may also come to lie between
two px of the screen: it is shown at the nearest meanwhile, for letters would swim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform

from journeymap.canvas.place import Placed, rects
from journeymap.canvas.still import NEARLY

ENOUGH = 0.3
"""The share of what is in sight that it must cover to be worth showing."""


@dataclass(frozen=True, slots=True)
class Stale:
    """An image of whole device px of the map, and the scale they were painted at."""

    image: QPixmap
    corner: QPoint
    part: QRect
    """What of the image is shown, in the map's device px of then; so is the image's upper left corner."""
    to_device: QTransform

    def covers_enough_of(self, place: Placed) -> bool:
        """Whether so much of what is in sight can be shown by it."""
        common = self._within(place).intersected(QRectF(place.rect))
        return common.width() * common.height() > ENOUGH * place.rect.width() * place.rect.height()

    def pieces(self, place: Placed) -> Sequence[QRect]:
        """What is in sight, in pieces: those beside it, and last the one that it covers."""
        inner = self._within(place).toAlignedRect().adjusted(1, 1, -1, -1).intersected(place.rect)
        return [*rects(QRegion(place.rect).subtracted(inner)), inner]

    def show(self, painter: QPainter, place: Placed) -> None:
        """Show it as large as the map is now; the painter is cut to what is to be shown."""
        painter.save()
        painter.setOpacity(1.0)
        place.draws_own_px(painter)
        painter.setWorldTransform(self._grown(place), combine=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.part.topLeft(), self.image, self.part.translated(-self.corner))
        painter.restore()

    def _grown(self, place: Placed) -> QTransform:
        """From its own device px to those of now."""
        grown = self.to_device.inverted()[0] * place.scaled
        if abs(grown.m11() - 1) > NEARLY or abs(grown.m22() - 1) > NEARLY:
            return grown
        return QTransform.fromTranslate(round(grown.dx()), round(grown.dy()))

    def _within(self, place: Placed) -> QRectF:
        return self._grown(place).mapRect(QRectF(self.part))
