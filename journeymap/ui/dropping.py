"""Pictures dropped on the map or the details become evidence about what lies there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from journeymap.canvas.guard import guard
from journeymap.model.ids import Id
from journeymap.ui.attaching import PASTED, attach, carried
from journeymap.ui.desk import Desk

_KINDS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropping(QObject):
    """Watches one widget. `about` says whose picture it would be at a place; None: nobody's."""

    def __init__(self, desk: Desk, widget: QWidget, about: Callable[[QPointF], Id | None]) -> None:
        super().__init__(widget)
        self._desk, self._widget, self._about = desk, widget, about
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() not in _KINDS or not isinstance(event, QDropEvent | QDragEnterEvent | QDragMoveEvent):
            return False
        sources = carried(event.mimeData(), self._desk.t(PASTED))
        if not sources or self._desk.work.filing.read_only:
            return False
        entering = event.type() == QEvent.Type.DragEnter
        about = None if entering else self._about(event.position())
        if about is None and not entering:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop and about is not None:
            attach(self._desk, about, sources, self._widget)
        return True
