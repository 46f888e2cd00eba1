"""What was painted of the map last, kept in device px: a frame paints only what has changed since."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QWidget

from journeymap.canvas.still import NEARLY, show

Draw = Callable[[QPainter, QRectF], None]
"""Paints what reaches into a box of the map's own px; the painter is cut to it."""
EDGE = 2
"""Device px around what changed that smooth edges may reach into."""
NUDGE = 0.0005
"""Device px that all in the image lies off. Qt cuts ends of hairlines to a 64th of a px: what ends on
one would be cut to this side or that as the last bit of its place has it, and pieces would not match."""
MOST_PIECES = 4
"""More pieces than this are painted as the one box around them."""


class Backing:
    """One image, never larger than the part of the window that shows the map.

    It is the map's to say what is spoilt. The image moves with a map that is pushed by whole device
    px, and is begun anew at another scale. On a device that is not made of px, or is turned, nothing is
    kept.
    """

    def __init__(self) -> None:
        self._image: QPixmap | None = None
        self._corner = QPoint()
        """Where the image's upper left px lies, in the map's device px."""
        self._to_device = QTransform()
        self._valid = QRegion()
        """What of the image is as the map looks, in the map's device px."""

    def spoil(self, box: QRectF) -> None:
        """This part of the map, in its own px, looks otherwise."""
        if not self._valid.isEmpty():
            self._valid = self._valid.subtracted(QRegion(_reach(self._to_device, box)))

    def drop(self) -> None:
        """All of it looks otherwise; nothing is held until it is painted again."""
        self._image, self._valid = None, QRegion()

    def paint(self, painter: QPainter, window: QWidget, around: QRectF, exposed: QRectF, draw: Draw) -> bool:
        """Show what is exposed of the map, which reaches over `around`; False where it cannot be kept."""
        to_device = painter.deviceTransform()
        if painter.paintEngine().type() != QPaintEngine.Type.Raster or _is_turned(to_device):
            return False
        off = QPoint(floor(to_device.dx() + NEARLY), floor(to_device.dy() + NEARLY))
        scaled = to_device * QTransform.fromTranslate(NUDGE - off.x(), NUDGE - off.y())
        to_window = painter.worldTransform().inverted()[0] * to_device
        seen = to_window.mapRect(QRectF(window.rect())).toAlignedRect().translated(-off)
        self._move_to(scaled, _reach(scaled, around).intersected(seen))
        needed = _reach(scaled, exposed).intersected(self._rect)
        image = self._image
        if image is None or needed.isEmpty():
            return True
        self._paint_missing(image, needed, draw, painter)
        show(painter, needed.topLeft() + off, image, needed.translated(-self._corner))
        return True

    @property
    def _rect(self) -> QRect:
        return QRect() if self._image is None else QRect(self._corner, self._image.size())

    def _move_to(self, scaled: QTransform, wanted: QRect) -> None:
        """Let the image hold this rectangle, with all that is still good of what it held."""
        if not _is_near(scaled, self._to_device):
            self._valid = QRegion()
            self._to_device = scaled
        before = self._rect
        if wanted == before:
            return
        if wanted.size() == before.size() and self._image is not None:
            away = self._corner - wanted.topLeft()
            self._image.scroll(away.x(), away.y(), self._image.rect())
        else:
            self._image = self._cut(wanted)
        self._corner = wanted.topLeft()
        self._valid = self._valid.intersected(QRegion(wanted)).intersected(QRegion(before))

    def _cut(self, wanted: QRect) -> QPixmap | None:
        """An image of another size, with what both have in common."""
        if wanted.isEmpty():
            return None
        image, old = QPixmap(wanted.size()), self._image
        image.fill(QColor("white"))  # of full colours, without transparency
        common = wanted.intersected(self._rect)
        if old is not None and not common.isEmpty() and not self._valid.isEmpty():
            copying = QPainter(image)
            copying.drawPixmap(common.topLeft() - wanted.topLeft(), old, common.translated(-self._corner))
            copying.end()
        return image

    def _paint_missing(self, image: QPixmap, needed: QRect, draw: Draw, as_on: QPainter) -> None:
        missing = QRegion(needed).subtracted(self._valid)
        if missing.isEmpty():
            return
        if missing.rectCount() > MOST_PIECES:
            missing = QRegion(missing.boundingRect())
        pieces: list[QRect] = list(missing)  # type: ignore[call-overload]
        to_map = self._to_device.inverted()[0]
        painter = QPainter(image)
        painter.setRenderHints(as_on.renderHints())
        for piece in pieces:  # one by one: cut to a region, Qt rounds colours otherwise than cut to a box
            painter.setTransform(QTransform.fromTranslate(-self._corner.x(), -self._corner.y()))
            painter.setClipRect(piece)
            painter.setTransform(self._to_device, combine=True)
            draw(painter, to_map.mapRect(QRectF(piece.adjusted(-EDGE, -EDGE, EDGE, EDGE))))
        painter.end()
        self._valid = self._valid.united(missing)


def _reach(to_device: QTransform, box: QRectF) -> QRect:
    """Every px that something in the box may have part of."""
    return to_device.mapRect(box).toAlignedRect().adjusted(-EDGE, -EDGE, EDGE, EDGE)


def _is_turned(transform: QTransform) -> bool:
    return bool(transform.m12() or transform.m21()) or not transform.isAffine()


def _is_near(one: QTransform, other: QTransform) -> bool:
    """Whether what is painted by one would come out the same by the other."""
    return (
        one.m11() == other.m11()
        and one.m22() == other.m22()
        and abs(one.dx() - other.dx()) <= NEARLY * 2
        and abs(one.dy() - other.dy()) <= NEARLY * 2
    )
