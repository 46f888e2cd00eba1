"""The ring beside the time: what is left of it, solid in the last minute."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.look import Look

WHOLE = 360 * 16
"""Qt counts angles in sixteenths of a degree."""
NOON = 90 * 16


class Ring(QWidget):
    """`show_share` says how much is left, 0–1, and whether it is the last minute."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.share, self.solid, self.inverse = 1.0, False, False
        self.setFixedSize(look.px(31), look.px(31))

    def show_share(self, share: float, solid: bool) -> None:
        """Show so much of a whole ring; solid: a disc."""
        if (share, solid) != (self.share, self.solid):
            self.share, self.solid = share, solid
            self.update()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self._look.px(3.5)
        area = QRectF(self.rect()).adjusted(thick, thick, -thick, -thick)
        ink = self._look.colour("on_accent" if self.inverse else "accent")
        painter.setPen(QPen(self._look.colour("line"), thick))
        painter.drawEllipse(area)
        pen = QPen(ink, thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        if self.solid:
            painter.setBrush(ink)
            painter.drawEllipse(area)
        else:
            painter.drawArc(area, NOON, round(self.share * WHOLE))
        painter.end()
