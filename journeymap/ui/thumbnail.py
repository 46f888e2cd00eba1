"""A journey at the size of a stamp: lanes, steps, walls, what decides. In the colours of the map."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymap.analysis.findings import Findings, WallMark
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import (
    column_of,
    column_ranks,
    is_critical,
    is_customer_lane,
    lanes_in_order,
)
from journeymap.picture.theme import THEMES
from journeymap.ui.drawn import Drawn
from journeymap.ui.framed import ground
from journeymap.ui.look import Look

LANES = 8
Box = tuple[int, int, str]
"""Column from the left, lane from the top, colour token of the map's theme."""
Bar = tuple[int, int]
"""Column, and the lane on whose upper border it stands."""


class Stamp:
    """What is drawn: worked out once, painted at any size."""

    def __init__(self, journey: Journey, findings: Findings | None) -> None:
        lanes = lanes_in_order(journey)[:LANES]
        self.customers = [is_customer_lane(lane) for lane in lanes]
        self._rows = {lane.id: place for place, lane in enumerate(lanes)}
        ranks = column_ranks(journey)
        self.columns = len(ranks)
        self._journey, self._ranks = journey, ranks
        self.boxes = list(self._boxes())
        walls = [mark for mark in findings.marks if mark.certain] if findings else []
        self.bars = [bar for mark in walls if (bar := self._bar(mark))]

    def _boxes(self) -> Iterator[Box]:
        for step in self._journey.steps.values():
            row = self._rows.get(step.lane)
            if row is not None:
                token = "crit" if is_critical(step) else "road" if self.customers[row] else "line"
                yield self._ranks[column_of(step)], row, token

    def _bar(self, mark: WallMark) -> Bar | None:
        """On the border through which one comes to the receiver, in its column."""
        giver, receiver = (self._journey.steps.get(id or Id("")) for id in (mark.source, mark.target))
        met = receiver or giver
        if met is None or met.lane not in self._rows:
            return None
        row = self._rows[met.lane]
        above = self._rows.get(giver.lane, 0) if giver is not None else 0
        return self._ranks[column_of(met)], row if above <= row else row + 1


def thumbnail(
    look: Look, journey: Journey, width: int | None, height: int, findings: Findings | None = None
) -> Drawn:
    """The stamp, in px at text size 100 %; without a width as wide as its place."""
    stamp, colours = Stamp(journey, findings), THEMES[look.theme]

    def ink(token: str) -> QColor:
        return QColor(colours.colour(token))

    def brush(painter: QPainter, area: QRectF) -> None:
        inner = area.adjusted(0.5, 0.5, -0.5, -0.5)
        ground(look, painter, inner)
        gap = inner.height() / 10
        field = inner.adjusted(gap, gap, -gap, -gap)
        pitch = field.width() / max(stamp.columns, 5), field.height() / max(len(stamp.customers), 4)
        _lanes(painter, inner, field, pitch[1])
        painter.setPen(Qt.PenStyle.NoPen)
        for rank, place, token in stamp.boxes:
            painter.setBrush(ink(token))
            painter.drawRoundedRect(_cell(field, pitch, rank, place, 0.28, 0.44), 1.2, 1.2)
        painter.setBrush(ink("brick"))
        for rank, place in stamp.bars:
            painter.drawRect(_cell(field, pitch, rank, place, -0.1, 0.2))

    def _lanes(painter: QPainter, inner: QRectF, field: QRectF, height: float) -> None:
        left, right = inner.left() + 1, inner.right() - 1
        for place, customer in enumerate(stamp.customers):
            top = field.top() + place * height
            if customer:
                painter.fillRect(QRectF(left, top, right - left, height), ink("roadtint"))
            painter.setPen(QPen(ink("hair"), 1))
            painter.drawLine(QPointF(left, top + height), QPointF(right, top + height))

    return Drawn(brush, None if width is None else look.px(width), look.px(height))


def _cell(
    field: QRectF, pitch: tuple[float, float], rank: int, place: int, down: float, high: float
) -> QRectF:
    """A box in a cell: `down` from its upper edge and `high`, both as parts of the lane's height."""
    wide = max(pitch[0] * 0.8, 2.5)
    return QRectF(
        field.left() + rank * pitch[0] + pitch[0] * 0.1,
        field.top() + (place + down) * pitch[1],
        wide,
        max(high * pitch[1], 2.0),
    )
