"""The paper a stamp is drawn on: empty until its map was read, or with a sign where there is none to read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from journeymap.picture.theme import THEMES
from journeymap.ui.drawn import Drawn
from journeymap.ui.icons import pixmap
from journeymap.ui.look import Look


def blank(look: Look, width: int, height: int) -> Drawn:
    """Paper without a map, in px at text size 100 %."""

    def brush(painter: QPainter, area: QRectF) -> None:
        ground(look, painter, area.adjusted(0.5, 0.5, -0.5, -0.5))

    return Drawn(brush, look.px(width), look.px(height))


def framed_sign(look: Look, name: str, width: int, height: int) -> Drawn:
    """A stamp with an icon instead of a map that cannot be shown."""

    def brush(painter: QPainter, area: QRectF) -> None:
        ground(look, painter, area.adjusted(0.5, 0.5, -0.5, -0.5))
        side = look.px(18)
        corner = area.center() - QPointF(side / 2, side / 2)
        painter.drawPixmap(QRectF(corner, QSizeF(side, side)).toRect(), pixmap(look, name, 18, "text3"))

    return Drawn(brush, look.px(width), look.px(height))


def ground(look: Look, painter: QPainter, area: QRectF) -> None:
    """The paper itself."""
    painter.setPen(QPen(look.colour("line"), 1))
    painter.setBrush(QColor(THEMES[look.theme].colour("paper")))
    painter.drawRoundedRect(area, 6, 6)
