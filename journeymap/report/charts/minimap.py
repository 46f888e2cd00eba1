"""The whole map in miniature with one place marked: the reader learns one picture (REPORT-DESIGN 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymap.model.ids import Id
from journeymap.model.reading import column_of, is_customer_lane
from journeymap.report import signs
from journeymap.report.block import Drawing
from journeymap.report.matter import Matter
from journeymap.report.palette import HAIR, INK, MM, PALE, RULE, WAIT, WHITE, WORK
from journeymap.report.sheet import Sheet

TALL = 24 * MM
MANY_COLUMNS = 60


def minimap(matter: Matter, place: Id | None, walls: Sequence[Id], alt: str) -> Drawing:
    """Lanes, boxes and roads without words; `place` ringed, `walls` are steps at whose lane bricks stand.

    Of a journey with more columns than can be told apart, those around the place.
    """

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        boxes, columns = _boxes(matter, place)
        _lanes(sheet, matter, x, y, width)
        _roads(sheet, matter, boxes, x, y, width)
        wide = min(9.0, 0.7 * width / columns)
        tall = min(5.0, 0.5 * TALL / max(len(matter.lanes), 1))
        for step, (across, down) in boxes.items():
            if step != place:
                left, top = x + across * width - wide / 2, y + down * TALL - tall / 2
                sheet.box(left, top, wide, tall, WHITE, WAIT, 0.5, 0.8)
        if place is not None and place in boxes:
            across, down = boxes[place]
            _mark(
                sheet,
                matter,
                x + across * width,
                y + down * TALL,
                max(wide, 6),
                max(tall, 5),
                down,
                bool(walls),
            )

    return Drawing(TALL, paint, alt)


def _mark(
    sheet: Sheet, matter: Matter, x: float, y: float, wide: float, tall: float, down: float, wall: bool
) -> None:  # fmt: skip
    """The place itself, ringed, and its wall on the border of its lane."""
    if wall:
        lane = TALL / max(len(matter.lanes), 1)
        border = y - lane / 2 if down * TALL > lane else y + lane / 2
        signs.bricks(sheet, x - 9, border, 18, height=5)
    sheet.box(x - wide / 2, y - tall / 2, wide, tall, INK, radius=0.8)
    sheet.circle(x, y, 6, None, INK, 1.1)


def _boxes(matter: Matter, place: Id | None) -> tuple[Mapping[Id, tuple[float, float]], int]:
    """Step → its middle as shares of width and height; and how many columns are shown."""
    ranks = matter.columns
    rows = {lane.id: row for row, lane in enumerate(matter.lanes)}
    first, count = 0, max(len(ranks), 1)
    if count > MANY_COLUMNS and place is not None:
        here = ranks[column_of(matter.journey.steps[place])]
        first = max(0, min(here - MANY_COLUMNS // 2, count - MANY_COLUMNS))
        count = MANY_COLUMNS
    lanes = max(len(rows), 1)
    found = {
        step.id: ((ranks[column_of(step)] - first + 0.5) / count, (rows.get(step.lane, 0) + 0.5) / lanes)
        for step in matter.journey.steps.values()
        if first <= ranks[column_of(step)] < first + count
    }
    return found, count


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
    for link in matter.journey.links.values():
        if link.kind in (None, "flow", "refer") and link.source in boxes and link.target in boxes:
            (x1, y1), (x2, y2) = boxes[link.source], boxes[link.target]
            middle = x + (x1 + x2) / 2 * width
            points = [
                (x + x1 * width, y + y1 * TALL), (middle, y + y1 * TALL),
                (middle, y + y2 * TALL), (x + x2 * width, y + y2 * TALL),
            ]  # fmt: skip
            sheet.path(points, stroke=WORK, width=0.5)
