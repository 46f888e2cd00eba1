"""The whole map in miniature with one place marked: the reader learns one picture (REPORT-DESIGN 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.model.ids import Id
from journeymap.model.reading import column_of, column_ranks, is_customer_lane
from journeymap.report import signs
from journeymap.report.block import Drawing
from journeymap.report.matter import Matter
from journeymap.report.palette import HAIR, INK, MM, PALE, RULE, WAIT, WHITE, WORK
from journeymap.report.sheet import Sheet

TALL = 24 * MM
MANY_COLUMNS = 120
MANY_LANES = 14


def minimap(matter: Matter, place: Id | None, walls: Sequence[Id], alt: str) -> Drawing:
    """Lanes, boxes and roads without words; `place` ringed, `walls` are steps at whose lane bricks stand."""
    boxes = _boxes(matter)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        _lanes(sheet, matter, x, y, width)
        _roads(sheet, matter, boxes, x, y, width)
        for step, (across, down) in boxes.items():
            if step != place:
                _box(sheet, x + across * width, y + down * TALL, matter, width, False)
        if place is not None and place in boxes:
            across, down = boxes[place]
            left, top = x + across * width, y + down * TALL
            if walls:
                lane = TALL / max(len(matter.lanes), 1)
                above = top - lane / 2 if down * TALL > lane else top + lane / 2
                signs.bricks(sheet, left - 9, above, 18, height=5)
            _box(sheet, left, top, matter, width, True)
            sheet.circle(left, top, 6, None, INK, 1.1)

    return Drawing(TALL, paint, alt)


def _boxes(matter: Matter) -> Mapping[Id, tuple[float, float]]:
    """Step → its middle as shares of width and height."""
    ranks = column_ranks(matter.journey)
    rows = {lane.id: row for row, lane in enumerate(matter.lanes)}
    count, lanes = max(len(ranks), 1), max(len(rows), 1)
    return {
        step.id: ((ranks[column_of(step)] + 0.5) / count, (rows.get(step.lane, 0) + 0.5) / lanes)
        for step in matter.journey.steps.values()
    }


def _lanes(sheet: Sheet, matter: Matter, x: float, y: float, width: float) -> None:
    lane_height = TALL / max(len(matter.lanes), 1)
    for row, lane in enumerate(matter.lanes):
        if is_customer_lane(lane):
            sheet.box(x, y + row * lane_height, width, lane_height, PALE)
    for row in range(len(matter.lanes) + 1):
        strong = row in (0, len(matter.lanes))
        level = y + row * lane_height
        sheet.rule(x, level, x + width, level, 0.5, RULE if strong else HAIR)


def _roads(
    sheet: Sheet, matter: Matter, boxes: Mapping[Id, tuple[float, float]], x: float, y: float, width: float
) -> None:
    if len(boxes) > MANY_COLUMNS:
        return
    for link in matter.journey.links.values():
        if link.kind in (None, "flow", "refer") and link.source in boxes and link.target in boxes:
            (x1, y1), (x2, y2) = boxes[link.source], boxes[link.target]
            middle = x + (x1 + x2) / 2 * width
            points = [
                (x + x1 * width, y + y1 * TALL), (middle, y + y1 * TALL),
                (middle, y + y2 * TALL), (x + x2 * width, y + y2 * TALL),
            ]  # fmt: skip
            sheet.path(points, stroke=WORK, width=0.5)


def _box(sheet: Sheet, x: float, y: float, matter: Matter, width: float, here: bool) -> None:
    columns = max(len(column_ranks(matter.journey)), 1)
    wide = min(9.0, 0.7 * width / columns)
    tall = min(5.0, 0.5 * TALL / max(len(matter.lanes), 1))
    if here:
        wide, tall = max(wide, 6), max(tall, 5)
    sheet.box(
        x - wide / 2, y - tall / 2, wide, tall, INK if here else WHITE, None if here else WAIT, 0.5, 0.8
    )
