"""A journey at the size of a stamp: lanes, steps, what decides. For the start page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymap.model.journey import Journey
from journeymap.model.reading import (
    column_of,
    column_ranks,
    is_critical,
    is_customer_lane,
    lanes_in_order,
)
from journeymap.ui.drawn import Drawn
from journeymap.ui.look import Look

LANES = 8
ROAD, ROAD_TINT = "#3572DC", "#EAF1FD"


def thumbnail(look: Look, journey: Journey, width: int | None, height: int) -> Drawn:
    """The stamp, in px at text size 100 %; without a width as wide as its place."""
    lanes = lanes_in_order(journey)[:LANES]
    rows = {lane.id: place for place, lane in enumerate(lanes)}
    ranks = column_ranks(journey)
    customers = {lane.id for lane in lanes if is_customer_lane(lane)}
    steps = [
        (ranks[column_of(step)], rows[step.lane], step.lane in customers, is_critical(step))
        for step in journey.steps.values()
        if step.lane in rows
    ]

    def brush(painter: QPainter, area: QRectF) -> None:
        inner = area.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(inner, 6, 6)
        field = inner.adjusted(10, 10, -10, -10)
        height = field.height() / max(len(lanes), 3)
        for place, lane in enumerate(lanes):
            top = field.top() + place * height
            if lane.id in customers:
                painter.fillRect(QRectF(inner.left() + 1, top, inner.width() - 2, height), QColor(ROAD_TINT))
            painter.setPen(QPen(QColor("#E0DDD8"), 1))
            painter.drawLine(
                QPointF(inner.left() + 1, top + height), QPointF(inner.right() - 1, top + height)
            )
        _steps(painter, field, height)

    def _steps(painter: QPainter, field: QRectF, height: float) -> None:
        pitch = field.width() / max(len(ranks), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        for rank, place, customer, critical in steps:
            box = QRectF(
                field.left() + rank * pitch + pitch * 0.1,
                field.top() + place * height + height * 0.28,
                max(pitch * 0.8, 2.5),
                height * 0.44,
            )
            painter.setBrush(QColor("#14171B" if critical else ROAD if customer else "#9AA0A8"))
            painter.drawRoundedRect(box, 1.2, 1.2)

    return Drawn(brush, None if width is None else look.px(width), look.px(height))
