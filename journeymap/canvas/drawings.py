"""Nodes made ready to paint, kept for as long as they look the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtGui import QPainter

from journeymap.canvas.halos import Halo
from journeymap.canvas.levels import Level, prims_at
from journeymap.paint.qt import compiled
from journeymap.picture.prims import Node, Prim, Text
from journeymap.picture.theme import LIGHT, Theme


class Layer(Protocol):
    """Something that paints itself in the map's own px."""

    def paint(self, painter: QPainter) -> None: ...


class Drawings:
    """Shapes by node id and level, compiled; a node that looks otherwise is compiled anew."""

    def __init__(self, theme: Theme = LIGHT) -> None:
        self.theme = theme
        self._kept: dict[tuple[str, Level], tuple[tuple[Prim, ...], tuple[Layer, ...]]] = {}

    def wear(self, theme: Theme) -> None:
        """Use another theme's colours from now on."""
        if theme is not self.theme:
            self.theme = theme
            self._kept.clear()

    def paint(self, painter: QPainter, node: Node, level: Level) -> None:
        """Draw a node as it looks at a level."""
        for layer in self._of(node, level):
            layer.paint(painter)

    def keep_only(self, nodes: Iterable[Node]) -> None:
        """Forget what is no longer on the map."""
        there = {node.id for node in nodes}
        self._kept = {key: kept for key, kept in self._kept.items() if key[0] in there}

    def _of(self, node: Node, level: Level) -> Sequence[Layer]:
        prims = prims_at(node, level)
        kept = self._kept.get((node.id, level))
        if kept is not None and kept[0] is prims:
            return kept[1]
        layers = tuple(_layers(prims, self.theme))
        self._kept[node.id, level] = (prims, layers)
        return layers


def _layers(prims: Iterable[Prim], theme: Theme) -> Iterator[Layer]:
    """The shapes in their order, halos apart: they are filled, not stroked anew for every frame."""
    plain: list[Prim] = []
    for prim in prims:
        if isinstance(prim, Text) and prim.halo > 0:
            if plain:
                yield compiled(plain, theme)
            yield Halo(prim, theme)
            plain = [replace(prim, halo=0.0)]
        else:
            plain.append(prim)
    if plain:
        yield compiled(plain, theme)
