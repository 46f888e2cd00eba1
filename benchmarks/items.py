"""The yardstick of the canvas: one graphics item a step, painted in Python, and a line a link."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from benchmarks.screen import on_screen
from journeymap.model.ids import Id
from journeymap.model.journey import Journey

BOX = QRectF(0, 0, 168, 76)
PITCH = (200.0, 150.0)


class StepItem(QGraphicsItem):
    """A box with its title wrapped by Qt at every painting."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def boundingRect(self) -> QRectF:
        return BOX.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setPen(QPen(QColor("#334455"), 1.2))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRoundedRect(BOX, 6, 6)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(BOX.adjusted(8, 8, -8, -8), flags, self.title)


class ItemView(QGraphicsView):
    """The naive canvas of a journey."""

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing = QGraphicsScene(self)
        self.items_of: dict[Id, StepItem] = {}
        lanes = {lane: place for place, lane in enumerate(journey.lanes)}
        for step in journey.steps.values():
            item = StepItem(step.title)
            item.setPos(float(step.column or 0) * PITCH[0], lanes[step.lane] * PITCH[1])
            self._drawing.addItem(item)
            self.items_of[step.id] = item
        for link in journey.links.values():
            one, other = self.items_of[link.source].pos(), self.items_of[link.target].pos()
            line = QLineF(one + BOX.center(), other + BOX.center())
            self._drawing.addItem(QGraphicsLineItem(line))
        self.setScene(self._drawing)

    def show_all(self) -> None:
        """Fit everything."""
        self.fitInView(self._drawing.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)


def item_view(journey: Journey) -> ItemView:
    """The naive canvas on the screen, at 100 %, at its beginning."""
    view = ItemView(journey)
    on_screen(view)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().minimum())
    return view
