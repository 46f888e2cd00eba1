"""What was painted of the map last, kept in device px: a frame paints only what has changed since.

At another scale the map is painted anew. Where a frame has no time for that, what was painted before
is shown meanwhile, as large as it is now, and the rest of the painting goes in slices between the
frames (`canvas.sharpening`); what is new is shown all at once.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from time import perf_counter

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QWidget

from journeymap.canvas.painting import Painting
from journeymap.canvas.place import Placed, is_for_the_eye, is_near, placed, reach, reached, rects
from journeymap.canvas.scenery import Scenery
from journeymap.canvas.stale import Stale

IN_A_FRAME = 0.006
"""Seconds that a frame may paint before it shows what was painted at another scale."""
MOST_PIECES = 4
"""More pieces than this are painted as the one box around them."""


class Backing:
    """One image, never larger than the part of the window that shows the map.

    It is the map's to say what is spoilt. The image moves with a map that is pushed by whole device
    px, and is begun anew at another scale. On a device that is not made of px, or is turned, nothing is
    kept.
    """

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery
        self.unfinished: Callable[[], None] = lambda: None
        """Called by a frame that leaves painting to be done by `go_on`."""
        self._image: QPixmap | None = None
        self._corner = QPoint()
        """Where the image's upper left px lies, in the map's device px."""
        self._to_device = QTransform()
        self._valid = QRegion()
        """What of the image is as the map looks, in the map's device px."""
        self._place: Placed | None = None
        self._whole = False
        """Whether the image has all of the place of the last frame."""
        self._stale: Stale | None = None
        self._under_way: list[Painting] | None = None
        """What takes the place of what is stale, piece by piece; none where it is not begun."""
        self._hurries = False

    @property
    def is_sharp(self) -> bool:
        """Whether nothing is left to `go_on` with."""
        return self._stale is None

    def spoil(self, box: QRectF) -> None:
        """This part of the map, in its own px, looks otherwise: the next frame shows it so."""
        if self._valid.isEmpty() and self._stale is None:
            return
        self._whole = False
        gone = QRegion(reach(self._to_device, box))
        self._valid = self._valid.subtracted(gone)
        self._hurries = self._stale is not None
        for painting in self._under_way or ():
            painting.spoil(gone)

    def outdate(self) -> None:
        """All of it looks otherwise at the scale that comes next."""
        self._become_stale()

    def drop(self) -> None:
        """All of it looks otherwise; nothing is held until it is painted again."""
        self._image, self._valid, self._whole = None, QRegion(), False
        self._stale, self._under_way = None, None

    def shows_again(self, painter: QPainter, window: QWidget, around: QRectF) -> bool:
        """Show what the last frame showed, as most do; False where it is to be painted."""
        image, place = self._image, self._place
        if not self._whole or image is None or place is None or not place.is_again(painter, window, around):
            return False
        _show(painter, place, image, self._corner)
        return True

    def paint(self, painter: QPainter, window: QWidget, around: QRectF, exposed: QRectF) -> bool:
        """Show what is exposed of the map, which reaches over `around`; False where it cannot be kept."""
        place = placed(painter, window, around)
        if place is None:
            return False
        self._move_to(place)
        needed, image = reach(place.scaled, exposed).intersected(self._rect), self._image
        if image is None or needed.isEmpty():
            return True
        if self._stale is not None and not self._go_on_in_a_frame(painter, window):
            self._show_both(painter, place, image, needed)
            self.unfinished()
            return True
        self._paint_missing(image, needed)
        self._whole = QRegion(self._rect).subtracted(self._valid).isEmpty()
        _show(painter, place, image, self._corner, needed)
        return True

    def go_on(self, until: float) -> bool:
        """Paint on until then (seconds of `perf_counter`); whether there is nothing more to do."""
        image, place = self._image, self._place
        if self._stale is not None and image is not None and place is not None:
            if self._under_way is None:
                self._under_way = [self._painting(piece) for piece in self._stale.pieces(place)]
            while self._under_way:
                if not self._under_way[0].go_on(image, self._corner, until):
                    return False
                self._valid = self._valid.united(self._under_way.pop(0).counts)
        self._stale, self._under_way, self._hurries = None, None, False
        return True

    def _painting(self, piece: QRect) -> Painting:
        return Painting(piece, self._to_device, self._scenery)

    def _go_on_in_a_frame(self, painter: QPainter, window: QWidget) -> bool:
        may_wait = not self._hurries and is_for_the_eye(painter, window)
        try:
            return self.go_on(perf_counter() + IN_A_FRAME if may_wait else inf)
        except Exception:
            self.unfinished()
            raise

    @property
    def _rect(self) -> QRect:
        return QRect() if self._image is None else QRect(self._corner, self._image.size())

    def _become_stale(self) -> None:
        """What is in the image is of another scale; what of it is good is kept to be shown."""
        if self._stale is None and self._image is not None and self._valid.rectCount() == 1:
            part = self._valid.boundingRect()
            self._stale, self._image = Stale(self._image, self._corner, part, self._to_device), None
        self._valid, self._whole, self._under_way = QRegion(), False, None

    def _move_to(self, place: Placed) -> None:
        """Let the image hold what is in sight, with all that is still good of what it held."""
        if not is_near(place.scaled, self._to_device):
            self._become_stale()
            self._to_device = place.scaled
        if self._stale is not None and not self._stale.covers_enough_of(place):
            self._stale, self._under_way = None, None
        self._place, before = place, self._rect
        if place.rect == before:
            return
        self._whole = False
        if place.rect.size() == before.size() and self._image is not None:
            away = self._corner - place.rect.topLeft()
            self._image.scroll(away.x(), away.y(), self._image.rect())
        else:
            self._image = self._cut(place.rect)
        self._corner = place.rect.topLeft()
        both = QRegion(place.rect).intersected(QRegion(before))
        self._valid = self._valid.intersected(both)
        for painting in self._under_way or ():
            painting.keep(both)

    def _cut(self, wanted: QRect) -> QPixmap | None:
        """An image of another size, with what both have in common."""
        if wanted.isEmpty():
            return None
        image, old = QPixmap(wanted.size()), self._image
        image.fill(QColor("white"))  # of full colours, without transparency
        common = wanted.intersected(self._rect)
        under_way = self._under_way is not None
        if old is not None and not common.isEmpty() and (under_way or not self._valid.isEmpty()):
            copying = QPainter(image)
            copying.drawPixmap(common.topLeft() - wanted.topLeft(), old, common.translated(-self._corner))
            copying.end()
        return image

    def _show_both(self, painter: QPainter, place: Placed, image: QPixmap, needed: QRect) -> None:
        """Show what is painted already, else what is stale, else roughly what there is."""
        if self._stale is None:
            return
        *_, covered = self._stale.pieces(place)
        for piece in rects(QRegion(needed).subtracted(self._valid).subtracted(covered)):
            painter.save()
            place.cuts_to(painter, piece)
            self._scenery.roughly(painter, reached(place.scaled, piece))
            painter.restore()
        self._stale.show(painter, place)
        for piece in rects(self._valid.intersected(needed)):
            _show(painter, place, image, self._corner, piece)

    def _paint_missing(self, image: QPixmap, needed: QRect) -> None:
        missing = QRegion(needed).subtracted(self._valid)
        if missing.rectCount() > MOST_PIECES:
            missing = QRegion(missing.boundingRect())
        for piece in rects(missing):  # a box each: cut to a region, Qt rounds colours otherwise
            self._painting(piece).go_on(image, self._corner, inf)
        self._valid = self._valid.united(missing)


def _show(
    painter: QPainter, place: Placed, image: QPixmap, corner: QPoint, part: QRect | None = None
) -> None:
    """Show the image, or a part of it, px for px; the painter is not restored."""
    painter.setOpacity(1.0)
    painter.setWorldTransform(place.straight)
    if part is None:
        painter.drawPixmap(corner + place.off, image)
    else:
        painter.drawPixmap(part.topLeft() + place.off, image, part.translated(-corner))
