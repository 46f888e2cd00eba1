"""Text on the window: always plain, so that nothing anybody typed is ever read as markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QTableWidgetItem, QWidget

from journeymap.canvas.guard import guard
from journeymap.ui.wrapped import Wrapped


def label(text: str = "", role: str = "", *, wrap: bool = False, right: bool = False) -> QLabel:
    """A plain-text label; `role` names its style in the sheet (page, title, row, caption …)."""
    made = Wrapped() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if role:
        made.setProperty("role", role)
    if right:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if role == "key":
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def tip(shown: QWidget | QTableWidgetItem, text: str) -> None:
    """A tool tip that shows what was typed as typed; a tip would read markup otherwise."""
    from html import escape

    shown.setToolTip(f"<qt>{escape(text)}</qt>" if text else "")


class Elided(QLabel):
    """One line that ends in … where it does not fit; the whole then stands in the tool tip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        tip(self, self.text() if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)
        painter.end()

    @guard(QSize(24, 16))
    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())
