"""The whole map as one graphics item: draws what is in sight, at the level of the distance."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from journeymap.canvas.drawings import Drawings
from journeymap.canvas.extent import EMPTY
from journeymap.canvas.grid import Grid
from journeymap.canvas.guard import guard
from journeymap.canvas.levels import Level, level_at
from journeymap.picture.prims import Box, Picture
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
        self._faded: frozenset[str] = frozenset()

    def take(self, picture: Picture, theme: Theme) -> None:
        """Take over a picture; only what differs from the one before is painted anew."""
        before, same_theme = self.grid, theme is self.theme
        picture = _shared(self.picture, picture)
        self.prepareGeometryChange()
        self.picture, self.theme = picture, theme
        self.grid = Grid([node for node in picture.nodes if node.layer in ("ground", "map")], before)
        self.drawings.wear(theme)
        if not same_theme:
            self.update()
            return
        self.drawings.keep_only(picture.nodes)
        for box in changed(before, self.grid):
            self.update(rect_of(box.grown(2)))

    def look_from(self, scale: float) -> None:
        """Choose the level for a scale."""
        level = level_at(scale, self.level)
        if level is not self.level:
            self.level = level
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
                self.update(rect_of(self.grid.boxes[place]))

    @guard(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.picture.width, self.picture.height)

    @guard(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        exposed = option.exposedRect
        box = Box(exposed.x(), exposed.y(), exposed.width(), exposed.height())
        for place in self.grid.within(box):
            node = self.grid.nodes[place]
            painter.setOpacity(FADED if node.id in self._faded else 1.0)
            self.drawings.paint(painter, node, self.level)


def _shared(before: Picture, after: Picture) -> Picture:
    """The picture with nodes of the one before where they are equal: drawings stay compiled."""
    old = {node.id: node for node in before.nodes}
    nodes = tuple(was if (was := old.get(node.id)) == node else node for node in after.nodes)
    return replace(after, nodes=nodes)


def rect_of(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.w, box.h)


def changed(before: Grid, after: Grid) -> list[Box]:
    """Where two pictures differ: boxes of nodes that came, went, moved or look different."""
    if before.nodes and after.nodes:
        old = {node.id: (node, box) for node, box in zip(before.nodes, before.boxes, strict=True)}
        boxes: list[Box] = []
        for node, box in zip(after.nodes, after.boxes, strict=True):
            was, was_box = old.pop(node.id, (None, EMPTY))
            if was is not node:
                boxes += [box] if was is None else [box, was_box]
        return boxes + [box for _, box in old.values()]
    return [*before.boxes, *after.boxes]
