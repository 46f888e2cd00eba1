"""Nodes made ready to paint, kept for as long as they look the same."""

from __future__ import annotations

from collections.abc import Iterable

from journeymap.canvas.levels import Level, prims_at
from journeymap.paint.qt import Drawing, compiled
from journeymap.picture.prims import Node, Prim
from journeymap.picture.theme import LIGHT, Theme


class Drawings:
    """Compiled shapes by node id and level; a node that looks otherwise is compiled anew."""

    def __init__(self, theme: Theme = LIGHT) -> None:
        self.theme = theme
        self._kept: dict[tuple[str, Level], tuple[tuple[Prim, ...], Drawing]] = {}

    def wear(self, theme: Theme) -> None:
        """Use another theme's colours from now on."""
        if theme is not self.theme:
            self.theme = theme
            self._kept.clear()

    def of(self, node: Node, level: Level) -> Drawing:
        """The node's shapes at a level."""
        prims = prims_at(node, level)
        kept = self._kept.get((node.id, level))
        if kept is not None and kept[0] is prims:
            return kept[1]
        drawing = compiled(prims, self.theme)
        self._kept[node.id, level] = (prims, drawing)
        return drawing

    def keep_only(self, nodes: Iterable[Node]) -> None:
        """Forget what is no longer on the map."""
        there = {node.id for node in nodes}
        self._kept = {key: kept for key, kept in self._kept.items() if key[0] in there}
