"""The few things the lists draw themselves: the rank disc and the bar of possible hours."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.icons import pixmap
from journeymap.ui.look import Look
from journeymap.ui.sheet import font

Brush = Callable[[QPainter, QRectF], None]
AXIS = (10.0, 100.0, 1000.0, 10000.0)
"""Ticks of the shared logarithmic axis, hours a year (WINDOW 1)."""


class Drawn(QWidget):
    """A widget that one function paints."""

    def __init__(self, brush: Brush, width: int | None, height: int) -> None:
        super().__init__()
        self._brush = brush
        self.setFixedHeight(height)
        if width is None:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.setFixedWidth(width)

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._brush(painter, QRectF(self.rect()))
        painter.end()


def disc(look: Look, text: str, kind: str) -> Drawn:
    """The rank: filled for what decides ("A"), open for what steals time ("B"), dashed for neither."""
    side = look.px(24)
    words = font(look, 12 if len(text) < 3 else 10, 700)

    def brush(painter: QPainter, area: QRectF) -> None:
        ring = QRectF(0, 0, side, side).adjusted(1.5, 1.5, -1.5, -1.5)
        filled = kind == "A"
        pen = QPen(look.colour("decides"), 1.6)
        if kind == "?":
            pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        painter.setBrush(look.colour("decides") if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setFont(words)
        painter.setPen(look.colour("on_decides" if filled else "text"))
        painter.drawText(ring, int(Qt.AlignmentFlag.AlignCenter), text)

    return Drawn(brush, side, side)


def on_axis(value: float, width: float) -> float:
    """Where a value lies on the axis of `width` px; what lies outside stands at its end."""
    low, high = math.log10(AXIS[0]), math.log10(AXIS[-1])
    share = (math.log10(max(value, 1e-9)) - low) / (high - low)
    return 5 + (width - 10) * min(1.0, max(0.0, share))


def interval(look: Look, low: float, best: float, high: float) -> Drawn:
    """From low to high with a dot at the best, on the shared axis."""

    def brush(painter: QPainter, area: QRectF) -> None:
        middle, width = area.center().y(), area.width()
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QPointF(5, middle), QPointF(width - 5, middle))
        for tick in AXIS:
            x = on_axis(tick, width)
            painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))
        painter.setPen(QPen(look.colour("text3"), 3.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(on_axis(low, width), middle), QPointF(on_axis(high, width), middle))
        painter.setPen(QPen(look.colour("panel"), 1.6))
        painter.setBrush(look.colour("text"))
        painter.drawEllipse(QPointF(on_axis(best, width), middle), 5, 5)

    return Drawn(brush, None, look.px(12))


def sign(look: Look, name: str, px: int = 16, token: str = "text2") -> QLabel:
    """An icon that stands in a line of words; it is never the only bearer of a meaning."""
    made = QLabel()
    made.setPixmap(pixmap(look, name, px, token))
    made.setFixedSize(QSize(look.px(px), look.px(px)))
    return made
