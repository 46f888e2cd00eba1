"""What was expected and what was experienced along the journey, with the turning points named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeymap.model.ids import Id
from journeymap.model.reading import is_critical
from journeymap.picture.prims import Box
from journeymap.report.block import Drawing
from journeymap.report.curve import height_at
from journeymap.report.lines import width_of
from journeymap.report.matter import Matter, one_line
from journeymap.report.page_one.strip import Painter, Strip, alt_text, columns_of, strip_of
from journeymap.report.palette import INK
from journeymap.report.sheet import Sheet
from journeymap.report.signs import diamond
from journeymap.report.typefaces import TABLE

TALL = 128.0
FOOT = 14.0
"""Room for a name under the lowest point."""
MOST_NAMES = 8
DENSE = 6.0
"""Points between the places of a name at which it is asked whether a line runs through it."""


def experience_chart(matter: Matter) -> Drawing | None:
    """None where nobody has said how the journey was experienced, in two steps at least."""
    strip = strip_of(matter)
    if len(strip.experienced) < 2:
        return None
    bare = Strip(strip.columns, strip.stages, strip.expected, strip.experienced, (), ())
    named = _named(matter)

    def paint(sheet: Sheet, x: float, y: float, width: float) -> None:
        painter = Painter(bare, sheet, x, y, width, TALL - FOOT)
        painter.draw()
        _names(sheet, painter, matter, named, Box(x, y + 25, width, TALL - 25))

    return Drawing(TALL, paint, alt_text(matter, bare))


def _named(matter: Matter) -> list[Id]:
    """The critical steps, then the lows and highs and the end, as many as there is room for."""
    values = [
        (step, float(matter.journey.steps[step].experience or 0))
        for step in matter.step_numbers
        if matter.journey.steps[step].experience is not None
    ]
    critical = [step for step, _ in values if is_critical(matter.journey.steps[step])]
    turns = list(_turns(values))
    return list(dict.fromkeys([*critical, *turns, *(step for step, _ in values[-1:])]))[:MOST_NAMES]


def _turns(values: Sequence[tuple[Id, float]]) -> Iterator[Id]:
    for before, (step, value), after in zip(values, values[1:], values[2:], strict=False):
        if (before[1] > value < after[1]) or (before[1] < value > after[1]):
            yield step


def _names(sheet: Sheet, painter: Painter, matter: Matter, steps: Sequence[Id], bounds: Box) -> None:
    """Each name above, below, right or left of its point, where it meets nothing; else none."""
    at = columns_of(matter)
    taken: list[Box] = []
    for step in steps:
        record = matter.journey.steps[step]
        x = painter.x_of(at[step])
        y = height_at(painter.experienced, x)
        if is_critical(record):
            diamond(sheet, x, y, 4.6)
        else:
            sheet.circle(x, y, 2, INK)
        words = one_line(record.title)
        free = [box for box in _spots(x, y, width_of(words, TABLE)) if _is_free(box, bounds, taken, painter)]
        if free:
            box = min(free, key=lambda box: _crossed(box, painter))  # the first of the least crossed
            sheet.text(box.x, box.y + 9, words, TABLE, halo=1.6)
            taken.append(box)


def _crossed(box: Box, painter: Painter) -> int:
    """How many ends of stages go through a name."""
    return sum(1 for edge in painter.stage_edges if box.x - 2 < edge < box.right + 2)


def _spots(x: float, y: float, width: float) -> Iterator[Box]:
    for away in (6, 11, 17):
        for top in (y + away, y - away - 11):
            for left in (x - width / 2, x - width + 6, x - 6, x - width * 0.75, x - width * 0.25):
                yield Box(left, top, width, 11)
    yield Box(x + 8, y - 5, width, 11)
    yield Box(x - 8 - width, y - 5, width, 11)


def _is_free(box: Box, bounds: Box, taken: Sequence[Box], painter: Painter) -> bool:
    inside = (
        box.x >= bounds.x and box.right <= bounds.right and box.y >= bounds.y and box.bottom <= bounds.bottom
    )
    if not inside or any(box.grown(2).meets(other) for other in taken):
        return False
    lines = [line for line in (painter.experienced, painter.expected) if line]
    pieces = max(1, round(box.w / DENSE))
    places = [box.x + piece * box.w / pieces for piece in range(pieces + 1)]
    return not any(box.y - 2 <= height_at(line, x) <= box.bottom + 2 for line in lines for x in places)
