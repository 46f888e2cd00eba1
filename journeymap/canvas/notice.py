"""A sentence at the pointer: why something cannot be dropped here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from journeymap.picture.theme import Theme

STAYS_MS = 4000
BESIDE = QPointF(16, 20)
WIDEST = 320


class Notice(QLabel):
    """Plain text in a small box over the map; it never takes the mouse or the keyboard."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(0)
        self.setObjectName("mapNotice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self.hide)

    def dress(self, theme: Theme) -> None:
        """Take the theme's colours: ink and paper change places, so that it stands off the map."""
        self.setStyleSheet(
            f"#mapNotice {{ background: {theme.colour('ink')}; color: {theme.colour('paper')};"
            " border-radius: 6px; padding: 6px 10px; font-size: 13px; }"
        )

    def say(self, sentence: str, at: QPointF, stays: bool = False) -> None:
        """Show a sentence beside a point of the map's window; with `stays` it goes by itself."""
        self.setText(sentence)
        self.setMaximumWidth(WIDEST)
        width = min(WIDEST, self.fontMetrics().horizontalAdvance(sentence) + 28)
        self.resize(width, self.heightForWidth(width))
        self.move(self._beside(at))
        self.show()
        self.raise_()
        self._end.start(STAYS_MS) if stays else self._end.stop()

    def hush(self) -> None:
        """Nothing to say any more."""
        if not self._end.isActive():
            self.hide()

    def _beside(self, at: QPointF) -> QPoint:
        area = self._over.rect()
        place = at + BESIDE
        x = min(place.x(), area.width() - self.width() - 8)
        y = place.y() if place.y() + self.height() < area.height() else at.y() - self.height() - 8
        return QPointF(max(8.0, x), max(8.0, y)).toPoint()
