"""A small window laid over the table: it goes with Esc, and when one goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QDialog, QWidget

from journeymap.canvas.guard import guard


class Laid(QDialog):
    """Without a frame; an ordinary window for the keyboard and for screen readers."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._was_active = False
        self.setObjectName("floating")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_at(self, place: QPoint, first: QWidget) -> None:
        """Show it with its corner here, wholly on the screen, the keyboard in its first control."""
        screen = self.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width() - 8)
        top = min(place.y(), screen.bottom() - self.height() - 8)
        self.move(max(screen.left() + 8, left), max(screen.top() + 8, top))
        self.show()
        self.activateWindow()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close it and go back to the window it was laid over."""
        below = self.parentWidget()
        self._was_active = False
        self.close()
        if below is not None:
            below.window().activateWindow()

    @guard(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        if self._was_active and self.isVisible() and not self.isActiveWindow():
            self.close()
        self._was_active = self.isActiveWindow()
