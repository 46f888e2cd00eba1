"""The parts of a friction's minutes side by side: told apart by darkness and hatching, not by hue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from journeymap.ui.drawn import Drawn
from journeymap.ui.look import Look

Kind = Literal["waiting", "work", "value"]


class Part(NamedTuple):
    """One of the three, in minutes per hit."""

    kind: Kind
    minutes: float


def parts_bar(look: Look, parts: Sequence[Part]) -> Drawn:
    """The parts in proportion, over the whole width; what is nothing is left out."""
    known = [part for part in parts if part.minutes > 0]
    whole = sum(part.minutes for part in known)

    def brush(painter: QPainter, area: QRectF) -> None:
        left = area.left()
        for part in known:
            wide = area.width() * part.minutes / whole
            fill(look, painter, QRectF(left, area.top(), max(wide - 1.5, 1.5), area.height()), part.kind)
            left += wide

    return Drawn(brush, None, look.px(12))


def swatch(look: Look, kind: Kind) -> Drawn:
    """A small square that says which part of the bar a line is about."""
    side = look.px(12)
    return Drawn(lambda painter, area: fill(look, painter, area, kind), side, side)


def fill(look: Look, painter: QPainter, area: QRectF, kind: Kind) -> None:
    """Waiting dark, own work pale, value that was not received hatched: it is what is not there."""
    ink = look.colour("text2")
    inside = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(ink, 1))
    if kind == "waiting":
        painter.fillRect(area, ink)
    elif kind == "work":
        painter.setBrush(look.colour("line"))
        painter.drawRect(inside)
    else:
        painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(inside)
