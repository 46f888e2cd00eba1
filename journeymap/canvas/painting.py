"""A piece of the map's image under way: painted thing by thing, in one go or in slices."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform

from journeymap.canvas.place import reached
from journeymap.canvas.scenery import Scenery
from journeymap.picture.prims import Node

HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class Painting:
    """The piece is in the map's device px, and so is what of it counts when it is done."""

    def __init__(self, piece: QRect, to_device: QTransform, scenery: Scenery) -> None:
        self._piece, self._to_device, self._scenery = piece, to_device, scenery
        self.counts = QRegion(piece)
        self._box = reached(to_device, piece)
        self._things: Sequence[Node] | None = None
        self._done = 0

    def spoil(self, gone: QRegion) -> None:
        """This does not count: it looks otherwise than what is being painted."""
        self.counts = self.counts.subtracted(gone)

    def keep(self, held: QRegion) -> None:
        """Only this counts: the rest has left the image."""
        self.counts = self.counts.intersected(held)

    def go_on(self, image: QPixmap, corner: QPoint, until: float) -> bool:
        """Paint on, at least one thing, until then (seconds of `perf_counter`); whether it is done."""
        painter = self._painter_on(image, corner)
        try:
            return self._paint_on(painter, until)
        finally:
            painter.end()

    def _paint_on(self, painter: QPainter, until: float) -> bool:
        if self._things is None:
            self._things = self._scenery.things(self._box)
            self._scenery.ground(painter, self._box)
        while self._done < len(self._things):
            self._done += 1  # what cannot be painted is told of once, and passed over
            self._scenery.draw(painter, self._things[self._done - 1])
            if perf_counter() >= until:
                break
        return self._done == len(self._things)

    def _painter_on(self, image: QPixmap, corner: QPoint) -> QPainter:
        painter = QPainter(image)
        painter.setRenderHints(HINTS)
        painter.setTransform(QTransform.fromTranslate(-corner.x(), -corner.y()))
        painter.setClipRect(self._piece)
        painter.setTransform(self._to_device, combine=True)
        return painter
