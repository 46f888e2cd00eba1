"""One calm ring around the part of the window where the next task happens. It lets everything through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.look import Look

ROOM = 5
"""Px between the part and the ring."""
MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class Ring(QWidget):
    """Lies over `over` and follows whatever part of it is named."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def around(self) -> QWidget | None:
        """The part that has the ring."""
        return self._around

    def go(self, part: QWidget | None) -> None:
        """Stand around this part; None: nowhere."""
        if part is not self._around:
            if self._around is not None:
                self._around.removeEventFilter(self)
            self._around = part
            if part is not None:
                part.installEventFilter(self)
        self._follow()

    def _follow(self) -> None:
        part, over = self._around, self.parentWidget()
        if part is None or over is None or not part.isVisibleTo(over):
            self.hide()
            return
        corner = part.mapTo(over, QPoint(0, 0))
        self.setGeometry(
            corner.x() - ROOM, corner.y() - ROOM, part.width() + 2 * ROOM, part.height() + 2 * ROOM
        )
        self.show()
        self.raise_()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in MOVES:
            self._follow()
        return False

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.colour("focus"), 2)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()
