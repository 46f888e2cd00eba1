"""Which links and promises run across the map, and how each of them is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeymap.analysis.graph import Graph
from journeymap.analysis.shares import effective_shares
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of
from journeymap.model.records import Link
from journeymap.picture.grid import Grid
from journeymap.picture.kinds import link as looks
from journeymap.picture.kinds.link import LinkLook
from journeymap.picture.measures import Measures
from journeymap.picture.routing.board import lane_bases
from journeymap.picture.routing.wires import Family, Point, Wire, edge_of

UNKNOWN_SHARE = 0.3
"""A share that cannot be told is drawn as the middle of the three widths."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """Wires by id (a link's own id, or "promise:step:step:promise") with looks for the links."""

    wires: tuple[Wire, ...]
    looks: Mapping[Id, LinkLook]


def wiring_of(
    journey: Journey, grid: Grid, graph: Graph, visits: Mapping[Id, float] | None, measures: Measures
) -> Wiring:
    """Everything that has both its ends on this grid."""
    bases = lane_bases(grid.rows)
    cells = {
        id: (2 * place.column + 1, bases[place.lane] + 2 * place.row + 1) for id, place in grid.places.items()
    }
    travelled = _travelled(graph, visits)
    found: dict[Id, LinkLook] = {}
    wires = []
    for link in journey.links.values():
        ends = _ends(link, cells, journey, grid, bases)
        if ends is not None and link.source != link.target:
            look = look_of(link, graph, travelled.get(link.id), measures)
            found[link.id] = look
            wires.append(_wire(link, look, *ends))
    return Wiring((*wires, *_threads(journey, cells)), found)


def _travelled(graph: Graph, visits: Mapping[Id, float] | None) -> dict[Id, float]:
    """Link → share of all journeys that take it, for links that carry shares."""
    if visits is None:
        return {}
    shares = effective_shares(graph).of_link
    return {
        link.id: visits.get(link.source, 0.0) * shares[number]
        for number, link in enumerate(graph.links)
        if graph.kind[number] in ("flow", "refer")
    }


def look_of(link: Link, graph: Graph, share: float | None, measures: Measures) -> LinkLook:
    """How a link is drawn (VISUAL 5). What the customer does not travel is thin and grey."""
    kind = link.kind or "flow"
    if kind == "refer":
        return looks.REFER
    if kind == "flow":
        return looks.road_look(_width(share, measures)) if _met(link, graph) else looks.INFORMATION
    if kind == "order":
        return looks.REFUSED if link.order and link.order.refused else looks.ORDER
    if kind == "info":
        return {"no": looks.NOT_GIVEN, "partial": looks.PARTIAL}.get(link.info or "", looks.INFORMATION)
    return {"status": looks.STATUS, "exit": looks.EXIT, "shadow": looks.SHADOW}[kind]


def _met(link: Link, graph: Graph) -> bool:
    """Whether the customer is there at both ends."""
    ends = (graph.index.get(link.source), graph.index.get(link.target))
    return all(end is not None and (graph.customer[end] or graph.front[end]) for end in ends)


def _width(share: float | None, measures: Measures) -> float:
    wide, middle, thin = measures.roads
    value = UNKNOWN_SHARE if share is None else share
    return wide if value >= 0.5 else middle if value >= 0.1 else thin


def _ends(
    link: Link, cells: Mapping[Id, Point], journey: Journey, grid: Grid, bases: tuple[int, ...]
) -> tuple[tuple[str, Point], tuple[str, Point]] | None:
    """Both ends with their cells. Of a link to another part of the map one end lies on the border,
    in its own lane."""
    here = cells.get(link.source), cells.get(link.target)
    if here[0] is not None and here[1] is not None:
        return (link.source, here[0]), (link.target, here[1])
    if here[0] is not None:
        there = _on_border(journey, link.target, here[0], grid, bases)
        return None if there is None else ((link.source, here[0]), (edge_of(link.id), there))
    if here[1] is not None:
        there = _on_border(journey, link.source, here[1], grid, bases)
        return None if there is None else ((edge_of(link.id), there), (link.target, here[1]))
    return None


def _on_border(journey: Journey, step: Id, cell: Point, grid: Grid, bases: tuple[int, ...]) -> Point | None:
    """The cell on the left or right border by which a step beyond it is reached: in its own lane
    where that is drawn."""
    record = journey.steps.get(step)
    inner = [column.value for column in grid.columns if not column.edge]
    if record is None or len(inner) == len(grid.columns) or not inner:
        return None
    lanes = [lane.id for lane in grid.lanes]
    drawn = record.lane in lanes and grid.rows[lanes.index(record.lane)] > 0
    level = bases[lanes.index(record.lane)] + 1 if drawn else cell[1]
    if column_of(record) < inner[0]:
        return (1, level)
    return (2 * len(grid.columns) - 1, level) if column_of(record) > inner[-1] else None


def _wire(link: Link, look: LinkLook, start: tuple[str, Point], end: tuple[str, Point]) -> Wire:
    family: Family = "information"
    weight, bundle = 10.0, link.kind or "flow"
    if look.is_road:
        family, weight = "road", 100.0 + 10 * look.width
    elif link.kind == "refer":
        family, weight = "refer", 90.0
    elif link.kind == "order":
        family, weight = "order", 20.0
    if bundle == "flow":
        bundle = "info" if family == "information" else "flow"
    width = 5.3 if look.double else look.width
    return Wire(link.id, start[0], end[0], start[1], end[1], family, width, weight, bundle)


def _threads(journey: Journey, cells: Mapping[Id, Point]) -> Iterator[Wire]:
    """A thread from every step that makes a promise to every step that is to honour it."""
    honoured: dict[Id, list[Id]] = {}
    for step in journey.steps.values():
        for promise in step.honours or ():
            if step.id in cells:
                honoured.setdefault(promise, []).append(step.id)
    for step in journey.steps.values():
        for promise in step.makes or () if step.id in cells else ():
            for target in honoured.get(promise, ()):
                if target != step.id:
                    yield Wire(
                        f"promise:{promise}:{step.id}:{target}", step.id, target, cells[step.id],
                        cells[target], "promise", 2.0, 1.0, promise,
                    )  # fmt: skip
