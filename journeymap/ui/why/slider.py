"""A slider on a logarithmic scale of minutes, with marks for the break-even and the computed figure."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider

from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk
from journeymap.ui.sheet import font
from journeymap.ui.why.scale import POSITIONS, TICKS, on_scale, position_of

EDGE = 9


class MinuteSlider(QSlider):
    """Drag, click, arrows and page keys move it; `taken` begins a run of moves that belong together."""

    taken = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk = desk
        self.even: float | None = None
        self.computed: float | None = None
        self.setRange(0, POSITIONS)
        self.setSingleStep(5)
        self.setPageStep(60)
        self.setFixedHeight(desk.look.px(50))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._names = _tick_names(desk)

    def show_marks(self, even: float | None, computed: float | None) -> None:
        """Where the first two would change places, and what the steps add up to."""
        if (even, computed) != (self.even, self.computed):
            self.even, self.computed = even, computed
            self.update()

    @guard(QSize(120, 50))
    def sizeHint(self) -> QSize:
        return QSize(200, self._desk.look.px(50))

    def x_of(self, position: int) -> float:
        """Where a position lies across the widget, in px."""
        return EDGE + (self.width() - 2 * EDGE) * position / POSITIONS

    def _position_at(self, x: float) -> int:
        return round(POSITIONS * (x - EDGE) / max(1, self.width() - 2 * EDGE))

    # -- hands ------------------------------------------------------------------------------------

    @guard(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit()
            self.setSliderDown(True)
            self.setValue(self._position_at(event.position().x()))

    @guard(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._position_at(event.position().x()))

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)

    @guard(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.taken.emit()

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    # -- looks ------------------------------------------------------------------------------------

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        middle = self._desk.look.px(20)
        self._paint_scale(painter, middle)
        self._paint_marks(painter, middle)
        self._paint_handle(painter, middle)
        painter.end()

    def _paint_scale(self, painter: QPainter, middle: float) -> None:
        look = self._desk.look
        painter.setPen(QPen(look.colour("edge"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(EDGE, middle), QPointF(self.width() - EDGE, middle))
        painter.setFont(font(look, 11))
        for minutes, name in zip(TICKS, self._names, strict=True):
            x = self.x_of(position_of(minutes))
            painter.setPen(QPen(look.colour("edge"), 1))
            painter.drawLine(QPointF(x, middle + 4), QPointF(x, middle + 8))
            painter.setPen(look.colour("text2"))
            wide = painter.fontMetrics().horizontalAdvance(name)
            at = min(max(x - wide / 2, 0.0), self.width() - wide)
            painter.drawText(QPointF(at, middle + look.px(23)), name)

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        look = self._desk.look
        if self.computed is not None and on_scale(self.computed):
            x = self.x_of(position_of(self.computed))
            painter.setPen(QPen(look.colour("text2"), 1.5))
            painter.drawLine(QPointF(x, middle - 7), QPointF(x, middle + 7))
        if self.even is not None and on_scale(self.even):
            self._paint_even(painter, self.x_of(position_of(self.even)), middle, look.colour("warn"))

    def _paint_even(self, painter: QPainter, x: float, middle: float, ink: QColor) -> None:
        """Two arrows away from one another: here the first two change places."""
        painter.setPen(QPen(ink, 1.5))
        painter.drawLine(QPointF(x, middle - 15), QPointF(x, middle + 5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for way in (-1, 1):
            tip = QPointF(x + way * 8, middle - 12)
            painter.drawPolygon(
                QPolygonF([tip, QPointF(x + way * 3, middle - 15.5), QPointF(x + way * 3, middle - 8.5)])
            )

    def _paint_handle(self, painter: QPainter, middle: float) -> None:
        look = self._desk.look
        at = QPointF(self.x_of(self.value()), middle)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            side = 22.0
            painter.drawEllipse(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
        painter.setPen(QPen(look.colour("panel"), 2))
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(at, 7.5, 7.5)


def _tick_names(desk: Desk) -> tuple[str, ...]:
    t = desk.t
    return (
        t("{n} min", n=1),
        t.context("on a scale", "10"),
        t("{n} h", n=1),
        t("{n} h", n=8),
        t("1 week"),
    )
