"""Pictures dropped on the map or the details become evidence about what lies there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from journeymap.canvas.guard import guard
from journeymap.model.ids import Id
from journeymap.ui.attaching import PASTED, ask, attach, carried, look
from journeymap.ui.desk import Desk
from journeymap.ui.parts import Parts

_KINDS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def take_pictures(parts: Parts) -> None:
    """The map and the details take pictures that are dropped on them; the details ask for some as well."""
    desk, view = parts.desk, parts.map

    def record(about: str | None) -> Id | None:
        return Id(about) if about and desk.journey.get(Id(about)) is not None else None

    def on_map(at: QPointF) -> Id | None:
        node = view.node_at(at)
        return record(node.about if node is not None else None)

    Dropping(desk, view.viewport(), on_map)
    on_details = Dropping(desk, parts.details, lambda _at: record(desk.selection.one))
    desk.selection.picture_asked.connect(on_details.answer)


class Dropping(QObject):
    """Watches one widget. `about` says whose picture it would be at a place; None: nobody's."""

    def __init__(self, desk: Desk, widget: QWidget, about: Callable[[QPointF], Id | None]) -> None:
        super().__init__(widget)
        self._desk, self._widget, self._about = desk, widget, about
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def answer(self, about: str, large: bool) -> None:
        """Somebody wants to add a picture of a record, or to see the one it has."""
        (look if large else ask)(self._desk, Id(about), self._widget.window())

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
