"""What lies under and beside the map: lanes, stages, the line of visibility, and their headers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.analysis.graph import unit_path
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.records import Lane
from journeymap.picture.kinds.lane import VISIBILITY, LaneLook, ground_node, header_node, visibility_node
from journeymap.picture.kinds.stage import hairline_node, stage_node
from journeymap.picture.layout import lane_kind
from journeymap.picture.prims import Box, Node
from journeymap.picture.scene import Scene
from journeymap.picture.text import width
from journeymap.picture.voice import lane_alt
from journeymap.picture.wall_places import WallPlace, words_boxes


def lane_looks(scene: Scene) -> list[LaneLook]:
    """How each lane is drawn, from the top."""
    return [_lane_look(scene, index, lane) for index, lane in enumerate(scene.grid.lanes)]


def _lane_look(scene: Scene, index: int, lane: Lane) -> LaneLook:
    supplier = lane.kind == "supplier"
    return LaneLook(
        name=lane.name,
        kind=lane_kind(scene.frame, index),
        ground=scene.frame.ground_at(index),
        language=scene.language,
        sub="" if (sub := _sub(lane, scene.t)).casefold() == lane.name.casefold() else sub,
        answers=_answers(lane, scene.t) if supplier else "",
        unanswered=scene.t("Who answers?") if supplier and not unit_path(lane.accountable) else "",
        shown_as=lane.shown_as if lane.shown_as and lane.shown_as != scene.journey.head.organisation else "",
        collapsed=scene.grid.rows[index] == 0,
    )


def _sub(lane: Lane, t: Catalogue) -> str:
    """The line under a lane's name: what it is, or which unit above it belongs to."""
    if lane.kind == "customer":
        return t("The customer")
    if lane.kind == "customers_customer":
        return t("The customer's customer")
    if lane.kind == "supplier":
        return t("Supplier")
    above = unit_path(lane.unit)[:2]
    if lane.kind == "system":
        return t("System in {unit}", unit=" · ".join(above)) if above else t("System")
    return " · ".join(above)


def _answers(lane: Lane, t: Catalogue) -> str:
    path = unit_path(lane.accountable)
    if not path:
        return ""
    unit = " · ".join((path[0], path[-1])) if len(path) > 1 else path[0]
    return t("{unit} answers", unit=unit)


def lane_grounds(scene: Scene) -> Iterator[Node]:
    """Ground, border and hatching of every lane."""
    last = len(scene.grid.lanes) - 1
    for index, look in enumerate(lane_looks(scene)):
        id = scene.grid.lanes[index].id
        facts = (id, look, scene.frame.lane_bands[index], index == 0, index == last)
        yield scene.memo.get(("lane_ground", id), facts, ground_node)


def lane_headers(scene: Scene) -> Iterator[Node]:
    """The names down the left edge."""
    for index, look in enumerate(lane_looks(scene)):
        id = scene.grid.lanes[index].id
        facts = (id, look, scene.frame.lane_bands[index], scene.measures, lane_alt(scene, index))
        yield scene.memo.get(("lane", id), facts, header_node)


def _rule(scene: Scene, first: int, last: int) -> Box:
    """A stage's header: from the left of its first boxes to the right of its last."""
    m, xs = scene.measures, scene.frame.xs
    left = xs[2 * first + 1] - m.step_width / 2
    right = xs[2 * last + 1] + m.step_width / 2
    return Box(left, scene.frame.stage_top, right - left, m.stage_band)


def stage_headers(scene: Scene) -> Iterator[Node]:
    """The names along the top, once more for a stage that returns."""
    seen: dict[Id | None, int] = {}
    for stage, first, last in scene.grid.bands():
        index = seen.get(stage, 0)
        seen[stage] = index + 1
        name = scene.journey.stages[stage].name if stage is not None else ""
        if stage is None and len(scene.grid.bands()) == 1:
            continue
        facts = (stage, index, name, scene.language, _rule(scene, first, last), name)
        yield scene.memo.get(("stage", stage, index), facts, stage_node)


def stage_bands(scene: Scene) -> tuple[tuple[Id, Box], ...]:
    """Every stage's columns as boxes over the whole map."""
    frame = scene.frame
    found = []
    for stage, first, last in scene.grid.bands():
        left, right = frame.column_bands[first].x, frame.column_bands[last].right
        if stage is not None:
            found.append(
                (stage, Box(left, frame.stage_top, right - left, frame.map_bottom - frame.stage_top))
            )
    return tuple(found)


def stage_lines(scene: Scene) -> Iterator[Node]:
    """A hairline at the start of every stage but the first."""
    frame = scene.frame
    for index, (_, first, _) in enumerate(scene.grid.bands()):
        if index:
            facts = (index, frame.column_bands[first].x, frame.curve_top, frame.map_bottom)
            yield scene.memo.get(("stage_line", index), facts, hairline_node)


def visibility(scene: Scene, places: Sequence[WallPlace]) -> Iterator[Node]:
    """The line behind which the customer sees nothing, if there is anything behind it.

    Its words stand at its right end; where a wall's stand there, at its left end or not at all.
    """
    frame, back, m = scene.frame, scene.grid.back_from, scene.measures
    if 0 < back < len(scene.grid.lanes):
        y, words = frame.border(back), scene.t("Line of visibility")
        wide = width(words, VISIBILITY)
        taken = [box for place in places for box in (place.bar, *words_boxes(place, m))]
        ends = (frame.width - m.right + 8, m.header_width + wide)
        free = (end for end in ends if not any(map(Box(end - wide, y - 18, wide, 14).meets, taken)))
        facts = (y, frame.width, next(free, None), words)
        yield scene.memo.get("visibility", facts, visibility_node)
