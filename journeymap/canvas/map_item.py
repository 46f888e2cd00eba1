"""The whole map as one graphics item: draws what is in sight, at the level of the distance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from journeymap.canvas.backing import Backing
from journeymap.canvas.drawings import Drawings
from journeymap.canvas.grid import Grid
from journeymap.canvas.guard import guard
from journeymap.canvas.levels import Level, level_at
from journeymap.canvas.ready import Ready
from journeymap.canvas.rough import paint_roughly
from journeymap.picture.prims import Box, Node, Picture
from journeymap.picture.theme import LIGHT, Theme

FADED = 0.6
"""Opacity of the links that do not belong to the selected step (LINE 3)."""
NOTHING = Picture(width=1.0, height=1.0, nodes=(), title="", language="en")


class MapItem(QGraphicsItem):
    """Shows a picture's ground and map layers; headers are drawn by the view, which keeps them put."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.picture = NOTHING
        self.theme = LIGHT
        self.level = Level.NEAR
        self.grid = Grid(())
        self.drawings = Drawings()
        self._places: dict[str, int] | None = None
        self._faded: frozenset[str] = frozenset()
        self.backing = Backing(self)
        self._bounds = QRectF(0, 0, 1, 1)

    def take(self, ready: Ready, theme: Theme) -> None:
        """Take over a picture; only what differs from the one before is painted anew."""
        same_theme = theme is self.theme
        self.prepareGeometryChange()
        self._places = None
        self.picture, self.grid, self.theme = ready.picture, ready.grid, theme
        self._bounds = QRectF(0, 0, ready.picture.width, ready.picture.height)
        self.drawings.wear(theme)
        if not same_theme:
            self.backing.drop()
            self.update()
            return
        for box in ready.differs:
            self._look_otherwise_in(box)

    def retouch(self, new: Iterable[Node]) -> tuple[Picture, Sequence[Box]]:
        """Let these nodes stand for those with their ids, new ones on top; the picture then, and where
        it differs."""
        places, nodes = self._places_of_nodes(), list(self.picture.nodes)
        differs: list[Box] = []
        for node in new:
            place = places.setdefault(node.id, len(nodes))
            nodes[place : place + 1] = [node]
            differs += self.grid.put(node)
        for box in differs:
            self._look_otherwise_in(box)
        self.picture = replace(self.picture, nodes=tuple(nodes))
        return self.picture, differs

    def _places_of_nodes(self) -> dict[str, int]:
        if self._places is None:
            self._places = {node.id: place for place, node in enumerate(self.picture.nodes)}
        return self._places

    def look_from(self, scale: float) -> None:
        """Choose the level for a scale."""
        level = level_at(scale, self.level)
        if level is not self.level:
            self.level = level
            self.backing.outdate()
            self.update()

    def fade(self, ids: Collection[str]) -> None:
        """Let these nodes step back; all others stand in full."""
        wanted = frozenset(ids)
        if wanted == self._faded:
            return
        both = wanted ^ self._faded
        self._faded = wanted
        for place, node in enumerate(self.grid.nodes):
            if node.id in both:
                self._look_otherwise_in(self.grid.boxes[place])

    def _look_otherwise_in(self, box: Box) -> None:
        """What is in this box is to be painted anew."""
        around = rect_of(box.grown(2))
        self.backing.spoil(around)
        self.update(around)

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return self._bounds

    @guard(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if widget is not None and self.backing.shows_again(painter, widget, self._bounds):
            return
        exposed = option.exposedRect
        if widget is None or not self.backing.paint(painter, widget, self._bounds, exposed):
            for node in self.things(exposed):
                self.draw(painter, node)

    # -- as the backing paints it, box by box in the map's own px -----------------------------------

    def ground(self, painter: QPainter, box: QRectF) -> None:
        """Paint what lies under everything."""
        painter.setOpacity(1.0)
        painter.fillRect(box, QColor(self.theme.colour("paper")))

    def things(self, box: QRectF) -> Sequence[Node]:
        """What reaches into a box, bottom first."""
        places = self.grid.within(Box(box.x(), box.y(), box.width(), box.height()))
        return [self.grid.nodes[place] for place in places]

    def draw(self, painter: QPainter, thing: Node) -> None:
        """Paint one of them."""
        painter.setOpacity(FADED if thing.id in self._faded else 1.0)
        self.drawings.paint(painter, thing, self.level)

    def roughly(self, painter: QPainter, box: QRectF) -> None:
        """Paint in a blink what a box looks like, more or less."""
        paint_roughly(painter, self.things(box), self.level, self.drawings)


def rect_of(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.w, box.h)
