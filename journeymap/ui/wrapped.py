"""A wrapping label that no word widens: what is longer than a line is broken with a hyphen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from journeymap.canvas.guard import guard
from journeymap.ui.softening import fitting

NARROWEST = 40
"""Px that any label may be pressed together to."""
HIGHEST = 100_000


class Wrapped(QLabel):
    """As a label with word wrap, but a long compound never pushes its column wider."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}
        self._heights: dict[int, int] = {}
        """By width in px, of the words it said last: a layout asks for the same few again and again."""
        self._words = ""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @guard(None)
    def changeEvent(self, event: QEvent) -> None:
        self._forget()
        super().changeEvent(event)

    def _forget(self) -> None:
        self._known.clear()
        self._heights.clear()

    def _said(self) -> str:
        """The words it shows now; what was known of others is forgotten."""
        text = self.text()
        if text != self._words:
            self._forget()
            self._words = text
        return text

    def _broken(self, width: int) -> str:
        """The text with places to break at where it needs them; empty where it needs none."""
        text = self._said()
        known = self._known.get(width)
        if known is None:
            broken = fitting(text, width, self.fontMetrics(), self.locale())
            known = self._known[width] = "" if broken == text else broken
        return known

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.contentsRect()
        broken = self._broken(area.width())
        if not broken:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        flags = int(self.alignment()) | int(Qt.TextFlag.TextWordWrap)
        palette, enabled, ink = self.palette(), self.isEnabled(), self.foregroundRole()
        self.style().drawItemText(painter, area, flags, palette, enabled, broken, ink)
        painter.end()

    @guard(20)
    def heightForWidth(self, width: int) -> int:  # noqa: N802
        self._said()
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._high(width)
        return height

    def _high(self, width: int) -> int:
        broken = self._broken(width)
        if not broken:
            return super().heightForWidth(width)
        room = QRect(0, 0, width, HIGHEST)
        return self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), broken).height()

    @guard(QSize(NARROWEST, 16))
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(NARROWEST, least.width()), least.height())
