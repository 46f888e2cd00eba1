"""A picture as a person finds their way on it: what stands for which id, and where lanes and columns lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journeymap.canvas.extent import EMPTY, node_extent
from journeymap.model.ids import Id
from journeymap.picture.prims import Box, Node, Picture

STEP, LINK, WALL, FRICTION = "step", "link", "wall", "friction"
LANE, STAGE = "lane", "stage"
HEADERS = ("lane_header", "stage_header")


class Sight:
    """Look-ups in one picture; made anew for every picture."""

    def __init__(
        self, picture: Picture, main: dict[str, Node] | None = None, steps: dict[Id, Box] | None = None
    ) -> None:
        self.picture = picture
        self._main = _main(picture) if main is None else main
        self.steps: Mapping[Id, Box] = self._steps() if steps is None else steps
        self.cells: dict[tuple[Id, float], Box] = {}
        """Where a new step of a lane and column would stand, as far as it was asked (`ghost_step`)."""

    def _steps(self) -> dict[Id, Box]:
        return {
            Id(node.about): self.box(node)
            for node in self.picture.nodes
            if node.role == STEP and node.about is not None
        }

    def retouched(self, picture: Picture, nodes: Iterable[Node], aside: Iterable[Node]) -> Sight:
        """The same look-ups for a picture that differs in these nodes and in those that stepped aside."""
        main, steps = dict(self._main), dict(self.steps)
        for node in aside:
            if node.about is not None and (there := main.get(node.about)) and there.id == node.id:
                del main[node.about]
                steps.pop(Id(node.about), None)
        for node in nodes:
            if node.about is None:
                continue
            before = main.get(node.about)
            if before is None or before.id == node.id or _outranks(node, before):
                main[node.about] = node
            if node.role == STEP:
                steps[Id(node.about)] = self.box(node)
        return Sight(picture, main, steps)

    def node(self, about: str) -> Node | None:
        """The node that stands for a record or finding."""
        return self._main.get(about)

    def standing_in(self, node: Node) -> Node | None:
        """The node with this one's id, as it is on the map; None where there is none yet."""
        there = None if node.about is None else self._main.get(node.about)
        if there is None or there.id == node.id:
            return there
        return next((one for one in self.picture.nodes if one.id == node.id), None)

    def __contains__(self, about: object) -> bool:
        return about in self._main

    def box(self, node: Node) -> Box:
        """Where a node is: its hit area, else all it paints."""
        return node.hit if node.hit is not None else node_extent(node)

    def box_of(self, about: str) -> Box | None:
        """Where a record or finding is on the map."""
        node = self._main.get(about)
        return None if node is None else self.box(node)

    def of_role(self, role: str) -> Iterator[Node]:
        """Nodes of one role, in painting order."""
        return (node for node in self.picture.nodes if node.role == role)

    def step_before(self, gone: Id, after: Sight) -> Id | None:
        """The step read before one that is gone, among those still there; else the first after it."""
        order = sorted(self.steps, key=lambda id: (self.steps[id].x, self.steps[id].y))
        if gone not in self.steps:
            return None
        place = order.index(gone)
        left = [*reversed(order[:place]), *order[place + 1 :]]
        return next((id for id in left if id in after.steps), None)

    def lane_at(self, y: float) -> Id | None:
        """The lane whose band holds y; above and below the lanes none."""
        return next((lane for lane, band in self.picture.lane_bands if band.y <= y < band.bottom), None)

    def lane_band(self, lane: Id) -> Box:
        """The band of a lane; EMPTY if it is not on the map."""
        return dict(self.picture.lane_bands).get(lane, EMPTY)

    def column_band(self, column: float) -> Box:
        """The band of a column; EMPTY if there is none."""
        return dict(self.picture.column_bands).get(column, EMPTY)

    @property
    def ground(self) -> Box:
        """Where steps can stand: all lanes, right of their headers."""
        bands = [band for _, band in self.picture.lane_bands]
        left = self.picture.header_width
        if not bands:
            return Box(left, self.picture.header_height, max(0.0, self.picture.width - left), 0.0)
        return Box(left, bands[0].y, self.picture.width - left, bands[-1].bottom - bands[0].y)


def _main(picture: Picture) -> dict[str, Node]:
    """By id what stands for it."""
    main: dict[str, Node] = {}
    for node in picture.nodes:
        if node.about is not None and _outranks(node, main.get(node.about)):
            main[node.about] = node
    return main


def _outranks(node: Node, before: Node | None) -> bool:
    """Whether a node rather than the one before stands for their id: a touchable one does."""
    if before is None:
        return True
    rank = {STEP: 0, LINK: 1, WALL: 0, FRICTION: 0, LANE: 0, STAGE: 0}
    return (node.hit is None, rank.get(node.role, 2)) < (before.hit is None, rank.get(before.role, 2))
