"""The whole map as one graphics item: draws what is in sight, at the level of the distance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from journeymap.canvas.backing import Backing
from journeymap.canvas.drawings import Drawings
from journeymap.canvas.grid import Grid
from journeymap.canvas.guard import guard
from journeymap.canvas.levels import Level, level_at
from journeymap.canvas.ready import GRID_LAYERS, Ready
from journeymap.canvas.rough import paint_roughly
from journeymap.canvas.sight import LINK
from journeymap.picture.prims import Box, Node, Picture
from journeymap.picture.theme import LIGHT, Theme

FADED = 0.6
"""Opacity of the links that do not belong to the selected step (LINE 3)."""
NOTHING = Picture(width=1.0, height=1.0, nodes=(), title="", language="en")


class MapItem(QGraphicsRectItem):
    """Shows a picture's ground and map layers; headers are drawn by the view, which keeps them put."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.picture = NOTHING
        self.theme = LIGHT
        self.level = Level.NEAR
        self.grid = Grid(())
        self.drawings = Drawings()
        self._others: Sequence[tuple[int, Sequence[Node]]] = ()
        """Runs of nodes of the picture that lie in no grid: headers, which the view draws."""
        self._own: frozenset[str] | None = None
        """Ids of the links that stand in full; None: all of them."""
        self.backing = Backing(self)
        self.setPen(Qt.PenStyle.NoPen)
        self._bounds = QRectF(0, 0, 1, 1)
        self.setRect(self._bounds)

    def take(self, ready: Ready, theme: Theme) -> None:
        """Take over a picture; only what differs from the one before is painted anew."""
        same_theme = theme is self.theme
        self.picture, self.grid, self.theme = ready.picture, ready.grid, theme
        self._others = _off_the_map(ready.picture.nodes)
        self._bounds = QRectF(0, 0, ready.picture.width, ready.picture.height)
        self.setRect(self._bounds)
        self.drawings.wear(theme)
        if not same_theme:
            self.backing.drop()
            self.update()
            return
        for box in ready.differs:
            self._look_otherwise_in(box)

    def retouch(self, new: Iterable[tuple[Node, Node | None]]) -> tuple[Picture, Sequence[Box]]:
        """Let each first node stand for the second with its id, or on top of all where there is none;
        the picture then, and where it differs."""
        differs = [box for node, old in new for box in self.grid.put(node, old)]
        for box in differs:
            self._look_otherwise_in(box)
        nodes = list(self.grid.nodes)
        for place, run in self._others:
            nodes[place:place] = run
        self.picture = replace(self.picture, nodes=tuple(nodes))
        return self.picture, differs

    def look_from(self, scale: float) -> None:
        """Choose the level for a scale."""
        level = level_at(scale, self.level)
        if level is not self.level:
            self.level = level
            self.backing.outdate()
            self.update()

    def fade(self, own: frozenset[str] | None) -> None:
        """Let all links step back but these; None: they stand in full."""
        if own == self._own:
            return
        self._own = own
        self.backing.spoil(self._bounds)
        self.update()

    def is_faded(self, node: Node) -> bool:
        """Whether a node has stepped back."""
        return self._own is not None and node.role == LINK and node.about not in self._own

    def _look_otherwise_in(self, box: Box) -> None:
        """What is in this box is to be painted anew."""
        around = rect_of(box.grown(2))
        self.backing.spoil(around)
        self.update(around)

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
        painter.setOpacity(FADED if self.is_faded(thing) else 1.0)
        self.drawings.paint(painter, thing, self.level)

    def roughly(self, painter: QPainter, box: QRectF) -> None:
        """Paint in a blink what a box looks like, more or less."""
        paint_roughly(painter, self.things(box), self.level, self.drawings)


def _off_the_map(nodes: Sequence[Node]) -> Sequence[tuple[int, Sequence[Node]]]:
    """Runs of nodes that lie in no grid, each with its place among all."""
    runs: list[tuple[int, list[Node]]] = []
    for place, node in enumerate(nodes):
        if node.layer not in GRID_LAYERS:
            if not runs or runs[-1][0] + len(runs[-1][1]) != place:
                runs.append((place, []))
            runs[-1][1].append(node)
    return runs


def rect_of(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.w, box.h)
