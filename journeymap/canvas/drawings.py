"""Nodes made ready to paint, kept for as long as they look the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtGui import QPainter

from journeymap.canvas.halos import Halo
from journeymap.canvas.hatching import Hatching, is_hatching
from journeymap.canvas.levels import Level, prims_at
from journeymap.paint.qt import compiled
from journeymap.picture.prims import Node, Path, Prim, Text
from journeymap.picture.theme import LIGHT, Theme

MOST = 4_000
"""Drawings kept. All that is ever in sight at a legible distance is fewer; of a larger map the whole is
painted into an image anyway, and need not be kept in pieces too."""


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
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[node.id, level] = (prims, layers)
        return layers


def _layers(prims: Iterable[Prim], theme: Theme) -> Iterator[Layer]:
    """The shapes in their order, halos apart: they are filled, not stroked anew for every frame."""
    plain: list[Prim] = []
    for prim in prims:
        apart, rest = _apart(prim, theme)
        if apart is not None:
            if plain:
                yield compiled(plain, theme)
            yield apart
            plain = []
        plain += rest
    if plain:
        yield compiled(plain, theme)


def _apart(prim: Prim, theme: Theme) -> tuple[Layer | None, list[Prim]]:
    """What has a quicker way of its own, and what of it is drawn as all else."""
    if isinstance(prim, Text) and prim.halo > 0:
        return Halo(prim, theme), [replace(prim, halo=0.0)]
    if isinstance(prim, Path) and is_hatching(prim):
        return Hatching(prim, theme), []
    return None, [prim]
