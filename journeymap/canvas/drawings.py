"""Nodes made ready to paint, kept for as long as they look the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol

from PySide6.QtGui import QPainter

from journeymap.canvas.halos import Halo
from journeymap.canvas.levels import Level, prims_at
from journeymap.canvas.long_shapes import IN_ORDER, Beads, Course, Hatching, is_course, is_hatching, row_of
from journeymap.paint.qt import compiled
from journeymap.picture.prims import Node, Path, Prim, Rect, Text
from journeymap.picture.theme import LIGHT, Theme

MOST = 1_500
"""Drawings of one generation. Those of the last two are kept: all that is ever in sight at a legible
distance is fewer; of a larger map the whole is painted into an image anyway, and need not be kept in
pieces too."""


class Layer(Protocol):
    """Something that paints itself in the map's own px."""

    def paint(self, painter: QPainter) -> None: ...


Kept = tuple[tuple[Prim, ...], tuple[Layer, ...]]
"""Shapes and what was made of them."""
Apart = tuple[Layer | None, list[Prim]]
"""What is drawn in a way of its own, and then what is drawn as all else."""


class Drawings:
    """Shapes compiled, as long as they were among the last that were painted.

    They are kept by the very tuple of shapes: a node that looks otherwise has another, and one that looks
    the same from afar has one drawing for all distances.
    """

    def __init__(self, theme: Theme = LIGHT) -> None:
        self.theme = theme
        self._young: dict[int, Kept] = {}
        self._old: dict[int, Kept] = {}

    def wear(self, theme: Theme) -> None:
        """Use another theme's colours from now on."""
        if theme is not self.theme:
            self.theme = theme
            self._young, self._old = {}, {}

    def paint(self, painter: QPainter, node: Node, level: Level) -> None:
        """Draw a node as it looks at a level."""
        prims = prims_at(node, level)
        kept = self._young.get(id(prims))
        for layer in self._brought(prims, node.role) if kept is None else kept[1]:
            layer.paint(painter)

    def _brought(self, prims: tuple[Prim, ...], role: str) -> Sequence[Layer]:
        """From the generation before, or made."""
        if not prims:
            return ()
        if len(self._young) >= MOST:
            self._young, self._old = {}, self._young
        kept = self._old.get(id(prims)) or (prims, tuple(_layers(prims, self.theme, role in IN_ORDER)))
        self._young[id(prims)] = kept
        return kept[1]


def _layers(prims: Iterable[Prim], theme: Theme, in_order: bool) -> Iterator[Layer]:
    """The shapes in their order, those apart that have a quicker way of their own."""
    plain: list[Prim] = []
    for layer, rest in _taken_apart(prims, theme, in_order):
        if layer is not None:
            if plain:
                yield compiled(plain, theme)
            yield layer
            plain = []
        plain += rest
    if plain:
        yield compiled(plain, theme)


def _taken_apart(
    prims: Iterable[Prim], theme: Theme, in_order: bool
) -> Iterator[tuple[Layer | None, list[Prim]]]:
    """What is drawn in a way of its own, and what as all else is."""
    for are_rects, group in groupby(prims, key=lambda prim: isinstance(prim, Rect)):
        run = list(group)
        if are_rects and (row := row_of(run)):
            yield Beads(row, theme), []
        else:
            yield from (_apart(prim, theme, in_order) for prim in run)


def _apart(prim: Prim, theme: Theme, in_order: bool) -> Apart:
    """Halos are filled, not stroked anew for every frame; of what is long only what is in sight is drawn."""
    if isinstance(prim, Text) and prim.halo > 0:
        return Halo(prim, theme), [replace(prim, halo=0.0)]
    if isinstance(prim, Path) and is_hatching(prim, in_order):
        return Hatching(prim, theme), []
    if isinstance(prim, Path) and is_course(prim, in_order):
        return Course(prim, theme), []
    return None, [prim]
