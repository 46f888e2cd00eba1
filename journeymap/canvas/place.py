"""Where a frame shows the map, in device px: those of the window, and the map's own beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QRegion, QTransform
from PySide6.QtWidgets import QWidget

from journeymap.canvas.still import NEARLY, is_raster, straight

EDGE = 2
"""Device px around something that its smooth edges may reach into."""
NUDGE = 0.0005
"""Device px that all in the image lies off. Qt cuts ends of hairlines to a 64th of a px: what ends on
one would be cut to this side or that as the last bit of its place has it, and pieces would not match."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The place of the map in one frame. The map's own device px lie `off` those of the window."""

    device: QTransform
    world: QTransform
    """The painter's transforms, by which a frame is known that shows the same place."""
    window: QSize
    around: QRectF
    scaled: QTransform
    """From the map to its own device px."""
    off: QPoint
    rect: QRect
    """What of the map is in the window, in its own device px."""
    straight: QTransform
    """By which the painter draws in device px."""

    def is_again(self, painter: QPainter, window: QWidget, around: QRectF) -> bool:
        """Whether this frame shows the map in the same place."""
        return (
            self.device == painter.deviceTransform()
            and self.world == painter.worldTransform()
            and self.window == window.size()
            and self.around is around
            and is_raster(painter)
        )

    def draws_own_px(self, painter: QPainter) -> None:
        """Let the painter draw in the map's own device px."""
        painter.setWorldTransform(QTransform.fromTranslate(self.off.x(), self.off.y()) * self.straight)

    def cuts_to(self, painter: QPainter, piece: QRect) -> None:
        """Let the painter draw no more than this piece of the map's own device px."""
        map = painter.worldTransform()
        self.draws_own_px(painter)
        painter.setClipRect(piece, Qt.ClipOperation.IntersectClip)
        painter.setWorldTransform(map)


def placed(painter: QPainter, window: QWidget, around: QRectF) -> Placed | None:
    """The place of a map that reaches over `around`; none on what is not made of px, or is turned."""
    device, world = painter.deviceTransform(), painter.worldTransform()
    if not is_raster(painter) or _is_turned(device):
        return None
    off = QPoint(floor(device.dx() + NEARLY), floor(device.dy() + NEARLY))
    scaled = device * QTransform.fromTranslate(NUDGE - off.x(), NUDGE - off.y())
    to_window = world.inverted()[0] * device
    seen = to_window.mapRect(QRectF(window.rect())).toAlignedRect().translated(-off)
    rect = reach(scaled, around).intersected(seen)
    return Placed(device, world, window.size(), around, scaled, off, rect, straight(painter))


def reach(to_device: QTransform, box: QRectF) -> QRect:
    """Every px that something in the box may have part of."""
    return to_device.mapRect(box).toAlignedRect().adjusted(-EDGE, -EDGE, EDGE, EDGE)


def reached(to_device: QTransform, piece: QRect) -> QRectF:
    """The box that everything reaches into that may have part of these px."""
    return to_device.inverted()[0].mapRect(QRectF(piece.adjusted(-EDGE, -EDGE, EDGE, EDGE)))


def rects(region: QRegion) -> Sequence[QRect]:
    """The rectangles that a region is made of."""
    return list(region)  # type: ignore[call-overload,no-any-return]


def is_near(one: QTransform, other: QTransform) -> bool:
    """Whether what is painted by one would come out the same by the other."""
    return (
        one.m11() == other.m11()
        and one.m22() == other.m22()
        and abs(one.dx() - other.dx()) <= NEARLY * 2
        and abs(one.dy() - other.dy()) <= NEARLY * 2
    )


def is_for_the_eye(painter: QPainter, window: QWidget) -> bool:
    """Whether a frame is painted for the screen, where another follows, and not as a picture to keep."""
    store = window.window().backingStore()
    return store is not None and painter.paintEngine().paintDevice() is store.paintDevice()


def _is_turned(transform: QTransform) -> bool:
    return bool(transform.m12() or transform.m21()) or not transform.isAffine()
