"""Builds the picture of a journey: every node, in the order in which it is painted (VISUAL 9)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import Findings
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.journey import Journey
from journeymap.picture import grounds, links, promises, steps
from journeymap.picture import wall_nodes as walls
from journeymap.picture.crossings import crossings
from journeymap.picture.curve import curve_nodes
from journeymap.picture.flags import flag_nodes
from journeymap.picture.heading import title_nodes
from journeymap.picture.hints import hint_height, hint_nodes
from journeymap.picture.ledger import ledger_height, ledger_nodes
from journeymap.picture.legend import entries, legend_height, legend_nodes, lines_of
from journeymap.picture.link_signs import sign_nodes
from journeymap.picture.memo import Memo
from journeymap.picture.notes import note_nodes
from journeymap.picture.options import Options
from journeymap.picture.present import kinds_drawn
from journeymap.picture.prims import Node, Picture
from journeymap.picture.scene import Scene, scene_of

__all__ = ["Memo", "Options", "build"]

_SHARED = Memo()


def build(
    journey: Journey, findings: Findings, options: Options, t: Catalogue, memo: Memo | None = None
) -> Picture:
    """The picture of a journey as examined. Equal input gives equal output.

    Nodes that are as they were last time with this memo (the program's own if none is given) are
    the same objects, so that a canvas finds what changed by identity.
    """
    return draw(scene_of(journey, findings, options, t, memo or _SHARED))


def draw(scene: Scene) -> Picture:
    """The picture of what was laid out."""
    frame = scene.frame
    body = tuple(_map_nodes(scene))
    foot, height = _foot(scene, body)
    return Picture(
        width=scene.width,
        height=height,
        nodes=(*body, *foot, *_headers(scene)),
        title=scene.journey.head.title or "",
        language=scene.language,
        lane_bands=tuple(
            (lane.id, band) for lane, band in zip(scene.grid.lanes, frame.lane_bands, strict=True)
        ),
        stage_bands=grounds.stage_bands(scene),
        column_bands=tuple(
            (column.value, band)
            for column, band in zip(scene.grid.columns, frame.column_bands, strict=True)
            if not column.edge
        ),
        header_width=scene.measures.header_width,
        header_height=frame.curve_top,
    )


def _map_nodes(scene: Scene) -> Iterator[Node]:
    yield from title_nodes(scene)
    yield from hint_nodes(scene)
    if scene.options.ground:
        yield from grounds.lane_grounds(scene)
    yield from grounds.stage_lines(scene)
    places = walls.wall_places(scene)
    yield from grounds.visibility(scene, places)
    yield from curve_nodes(scene)
    order = links.link_order(scene)
    crossed = crossings(scene, order)
    yield from links.link_nodes(scene, order, crossed)
    yield from promises.thread_nodes(scene)
    yield from walls.wall_nodes(scene, places)
    yield from steps.step_nodes(scene)
    yield from steps.road_ends(scene)
    yield from promises.end_nodes(scene)
    flags = tuple(flag_nodes(scene, places))
    yield from sign_nodes(scene, places, order, crossed, [node.hit for node in flags if node.hit])
    yield from flags
    yield from note_nodes(scene)
    yield from steps.disc_nodes(scene)
    yield from walls.word_nodes(scene, places)


def _headers(scene: Scene) -> Iterator[Node]:
    yield from grounds.lane_headers(scene)
    yield from grounds.stage_headers(scene)


def _foot(scene: Scene, body: tuple[Node, ...]) -> tuple[tuple[Node, ...], float]:
    """Ledger and legend below the map, and the height of the whole picture."""
    nodes: list[Node] = []
    y = scene.frame.map_bottom + hint_height(scene)
    if scene.options.ledger:
        nodes += ledger_nodes(scene, y)
        y += ledger_height(scene)
    m = scene.measures
    found = list(entries(scene, kinds_drawn(scene, body))) if scene.options.legend else []
    lines = lines_of(found, scene.width - m.left - m.right)
    if lines.lines:
        y += 10 if scene.options.ledger and len(nodes) else 28
        nodes += legend_nodes(scene, lines, y)
        return tuple(nodes), y + legend_height(lines)
    return tuple(nodes), y + 24


def seen_of(findings: Findings) -> tuple[object, ...]:
    """What a picture shows of the findings: where it is equal, so is the picture of a journey."""
    return (
        findings.marks,
        findings.ranked,
        findings.unranked,
        findings.rules,
        findings.visits,
        findings.figures,
        findings.chain_links,
    )
