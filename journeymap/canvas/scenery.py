"""The map as it is painted, thing by thing: what an image of it needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from journeymap.picture.prims import Node


class Scenery(Protocol):
    """Boxes are in the map's own px."""

    def ground(self, painter: QPainter, box: QRectF) -> None:
        """Paint what lies under everything."""

    def things(self, box: QRectF) -> Sequence[Node]:
        """What reaches into a box, bottom first."""

    def draw(self, painter: QPainter, thing: Node) -> None:
        """Paint one of them."""

    def roughly(self, painter: QPainter, box: QRectF) -> None:
        """Paint in a blink what a box looks like, more or less."""
