"""What the map shows of hover, selection and focus: rings, the dot to link from, faded links."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QGraphicsScene

from journeymap.canvas.chosen import Chosen
from journeymap.canvas.drag_marks import DragMarks
from journeymap.canvas.map_item import MapItem
from journeymap.canvas.rings import Rings
from journeymap.canvas.sight import STEP, Sight
from journeymap.canvas.touch import dot_of
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.model.records import Link
from journeymap.picture.prims import Node
from journeymap.picture.theme import Theme


class Highlight:
    """Keeps rings and fading in step with what is chosen and what the pointer is on."""

    def __init__(self, scene: QGraphicsScene, map: MapItem) -> None:
        self._rings = Rings(scene)
        self._dot = DragMarks(scene)
        self._map = map
        self._hovered: str | None = None
        self._focused: Id | None = None
        self._ringed: list[Node] = []
        self._scale = 1.0
        self._sought: tuple[Id, Mapping[Id, Link], frozenset[str]] | None = None

    @property
    def shows_dot(self) -> Id | None:
        """The step that shows the dot to draw links from: the hovered one, else the one in focus."""
        return Id(self._hovered) if self._hovered is not None else self._focused

    def look_from(self, scale: float) -> None:
        """Ring widths and the dot follow the scale."""
        self._scale = scale
        self._rings.look_from(scale)

    def be_quiet(self, quiet: bool) -> None:
        """While something is dragged no ring and no dot stands where it came from."""
        self._rings.be_quiet(quiet)
        self._dot.clear()

    def hover(self, sight: Sight, node: Node | None, theme: Theme) -> None:
        """The pointer is on this."""
        touchable = node is not None and node.about is not None and node.layer == "map"
        about = node.about if node is not None and touchable else None
        if about == self._hovered:
            return
        self._hovered = about
        self._show_hover(sight, theme)

    def show(
        self, sight: Sight, chosen: Chosen, theme: Theme, has_focus: bool, document: Document | None
    ) -> None:
        """Show what is chosen on a picture."""
        self._dot.theme = theme
        nodes = [node for id in chosen.ids if (node := sight.node(id)) is not None and node.layer == "map"]
        self._rings.select(sight, nodes, theme)
        current = sight.node(chosen.current) if chosen.current is not None and has_focus else None
        ringed = current if current is not None and current.layer == "map" else None
        self._rings.focus(sight, ringed, theme)
        self._ringed = nodes if ringed is None else [*nodes, ringed]
        self._focused = chosen.current if current is not None and current.role == STEP else None
        self._map.fade(self._own(sight, chosen, document))
        if self._hovered is not None and self._hovered not in sight:
            self._hovered = None
        self._show_hover(sight, theme)

    def _show_hover(self, sight: Sight, theme: Theme) -> None:
        node = None if self._hovered is None else sight.node(self._hovered)
        self._rings.hover(sight, node, theme)
        ringed = self._ringed if node is None else [*self._ringed, node]
        self._rings.lift_discs(sight, self._map.grid, ringed, theme, self._map.level)
        dotted = self.shows_dot
        box = sight.steps.get(dotted) if dotted is not None else None
        self._dot.dot(None if box is None else dot_of(box, self._scale))

    def _own(self, sight: Sight, chosen: Chosen, document: Document | None) -> frozenset[str] | None:
        """The links that touch the one selected step, all others step back; None if no one step is selected.

        Not sought again while neither the step nor any link is another.
        """
        if document is None or len(chosen.ids) != 1 or chosen.ids[0] not in sight.steps:
            return None
        step, links = chosen.ids[0], document.journey.links
        if self._sought is None or self._sought[0] != step or self._sought[1] is not links:
            own = (id for id, link in links.items() if step in (link.source, link.target))
            self._sought = (step, links, frozenset(own))
        return self._sought[2]
