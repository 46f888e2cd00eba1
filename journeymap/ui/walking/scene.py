"""The step in the middle of the room, its neighbours faded beside it, and the wall that stands before it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.desk import Desk
from journeymap.ui.preferences import calm
from journeymap.ui.sheet import font
from journeymap.ui.walking.told import Stop

MOTION = 350
FADED, DARK = 0.4, 0.14
"""How much is seen of the neighbours; beside a decisive moment nearly nothing."""
WRAP = int(Qt.TextFlag.TextWordWrap)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT, RIGHT = int(Qt.AlignmentFlag.AlignLeft), int(Qt.AlignmentFlag.AlignRight)


class Scene(QWidget):
    """Shows three stops: the one before, the present one, the one after; any but the present may lack."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stops: tuple[Stop | None, Stop | None, Stop | None] = (None, None, None)
        self._shift = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)

    def show_stops(self, before: Stop | None, now: Stop, after: Stop | None, by: int = 0) -> None:
        """Show them; `by` says from which side the present one comes in (1: from the right)."""
        self.stops = (before, now, after)
        self.setAccessibleName(now.spoken)
        self._motion.stop()
        self._shift = 0.0
        if by and not calm():
            self._motion.setStartValue(float(by))
            self._motion.setEndValue(0.0)
            self._motion.start()
        self.update()

    def _moved(self, value: object) -> None:
        self._shift = float(value)  # type: ignore[arg-type]
        self.update()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        before, now, after = self.stops
        if now is not None:
            self._paint(painter, before, now, after)
        painter.end()

    def _paint(self, painter: QPainter, before: Stop | None, now: Stop, after: Stop | None) -> None:
        wide, high = self.width(), self.height()
        card = QRectF(0, 0, min(wide * 0.56, 900.0), high / 2.4)
        card.moveCenter(QRectF(0, 0, wide, high * 0.9).center())
        step = card.width() + (wide - card.width()) * 0.14
        card.translate(self._shift * step, 0)
        faded = DARK if now.critical is not None else FADED
        for stop, by in ((before, -1), (after, 1)):
            if stop is not None:
                painter.setOpacity(faded)
                self._card(painter, card.translated(by * step, 0), stop, RIGHT if by < 0 else LEFT)
        painter.setOpacity(1.0)
        if now.wall:
            self._wall(painter, card, step)
        self._card(painter, card, now, LEFT)
        self._captions(painter, card, now)

    def _card(self, painter: QPainter, area: QRectF, stop: Stop, side: int) -> None:
        look = self._desk.look
        decides = stop.critical is not None
        painter.setPen(QPen(look.colour("decides" if decides else "edge"), 2))
        painter.setBrush(look.colour("decides" if decides else "raised"))
        painter.drawRoundedRect(area, 14, 14)
        inner = area.adjusted(28, 22, -28, -22)
        painter.setPen(look.colour("on_decides" if decides else "text2"))
        painter.setFont(font(look, 18))
        painter.drawText(inner, side | WRAP, stop.lane)
        painter.setPen(look.colour("on_decides" if decides else "text"))
        self._fitted(painter, inner.adjusted(0, 34, 0, -34), stop.title, side)
        painter.setFont(font(look, 17))
        painter.setPen(look.colour("on_decides" if decides else "text2"))
        low = side | int(Qt.AlignmentFlag.AlignBottom) | WRAP
        painter.drawText(inner, low, (f"◆ {stop.critical}" if decides else stop.facts) or "")

    def _fitted(self, painter: QPainter, area: QRectF, words: str, side: int) -> None:
        """The title as large as there is room for."""
        flags = int(Qt.AlignmentFlag.AlignVCenter) | side | WRAP
        for size in (54, 44, 36, 28, 22, 16):
            painter.setFont(font(self._desk.look, size, 600))
            needed = painter.boundingRect(area, flags, words)
            if needed.height() <= area.height() and needed.width() <= area.width():
                break
        painter.drawText(area, flags, words)

    def _wall(self, painter: QPainter, card: QRectF, step: float) -> None:
        """Bricks between the card and the one before, as high as the card and a bit more."""
        look = self._desk.look
        middle = card.left() - (step - card.width()) / 2
        brick_w, brick_h = 26.0, 15.0
        painter.setPen(QPen(look.colour("canvas"), 2))
        painter.setBrush(look.colour("wall"))
        for row in range(int((card.height() + 48) / brick_h)):
            top, left = card.top() - 24 + row * brick_h, middle - brick_w
            for length in (0.5, 1, 0.5) if row % 2 else (1, 1):
                painter.drawRect(QRectF(left, top, length * brick_w, brick_h))
                left += length * brick_w

    def _captions(self, painter: QPainter, card: QRectF, stop: Stop) -> None:
        look, wide = self._desk.look, float(self.width())
        above = QRectF(wide * 0.12, 0, wide * 0.76, card.top() - 34)
        painter.setPen(look.colour("wall"))
        painter.setFont(font(look, 28, 600))
        flags = CENTRE | WRAP
        if stop.excuse:
            half = above.height() / 2
            painter.drawText(above.adjusted(0, 0, 0, -half), flags, stop.excuse)
            above = above.adjusted(0, half, 0, 0)
            painter.setFont(font(look, 19))
        painter.drawText(above, flags, stop.wall)
        below = QRectF(wide * 0.12, card.bottom() + 22, wide * 0.76, self.height() - card.bottom() - 24)
        painter.setPen(look.colour("text"))
        painter.setFont(font(look, 20))
        told = [stop.description, *(f"▲ {one}" for one in stop.frictions[:3])]
        painter.drawText(
            below, int(Qt.AlignmentFlag.AlignHCenter) | WRAP, "\n".join(part for part in told if part)
        )
