"""The report's small signs: circle, bricks, interval bar, tick box, padlock, diamond (REPORT-DESIGN 6)."""

from __future__ import annotations

from journeymap.report.lines import width_of
from journeymap.report.palette import BRICK, INK, LEAST, LIKELY, MOST, WAIT, WHITE
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import IN_CIRCLE

BRICK_WIDTH = 7.0


def rank_circle(sheet: Sheet, x: float, y: float, number: int, decides: bool, radius: float = 7.2) -> None:
    """A place in the ranking about its middle: filled when it decides; a rounded box from 100 on."""
    fill, color = (INK, WHITE) if decides else (WHITE, INK)
    kind = IN_CIRCLE.in_color(color)
    half = half_circle(number, radius)
    if half > radius:
        sheet.box(x - half, y - radius, 2 * half, 2 * radius, fill, INK, 0.9, radius)
    else:
        sheet.circle(x, y, radius, fill, INK)
    sheet.text(x, y + kind.size * 0.36, str(number), kind, "center")


def half_circle(number: int, radius: float = 7.2) -> float:
    """Points from the middle of a place's circle or box to its side."""
    return max(radius, width_of(str(number), IN_CIRCLE) / 2 + 3)


def bricks(
    sheet: Sheet, x: float, y: float, width: float, suspected: bool = False, height: float = 7
) -> None:
    """Two courses of brick from x, about the line y; a suspected wall is a dashed outline."""
    top = y - height / 2
    if suspected:
        sheet.box(x, top, width, height, WHITE, BRICK, 0.9, dash=(2, 1.5))
        return
    sheet.box(x, top, width, height, BRICK)
    sheet.rule(x, y, x + width, y, 0.7, WHITE)
    count = max(2, int(width / BRICK_WIDTH))
    one = width / count
    for index in range(count):
        if index:
            sheet.rule(x + index * one, top, x + index * one, y, 0.7, WHITE)
        middle = x + (index + 0.5) * one
        sheet.rule(middle, y, middle, top + height, 0.7, WHITE)


def interval_bar(
    sheet: Sheet, x: float, y: float, width: float, end: float, low: float, best: float, high: float,
    height: float = 8, dashed: bool = False,
) -> None:  # fmt: skip
    """At least, most likely, at most, from zero on a linear scale that ends at `end`; about the line y.

    A bar that goes beyond the scale ends in a notch; one narrower than a point is its tick alone.
    """
    scale = width / end if end > 0 else 0.0
    top = y - height / 2
    sheet.rule(x, top - 3, x, top + height + 3, 0.5, WAIT)
    reach = min(high * scale, width)
    if reach >= 1:
        sheet.box(x, top, reach, height, MOST)
        sheet.box(x, top, min(best * scale, width), height, LIKELY)
        sheet.box(x, top, min(low * scale, width), height, LEAST)
    if high * scale > width + 0.5:
        right = x + width
        notch = [(right + 0.5, top), (right - 4, y), (right + 0.5, top + height)]
        sheet.path(notch, fill=WHITE, closed=True)
    tick = x + min(best * scale, width)
    thick = 1.5 if reach >= 1 else 0.7
    sheet.rule(tick, top - 2.5, tick, top + height + 2.5, thick, INK, (2, 1.5) if dashed else ())


def tick_box(sheet: Sheet, x: float, y: float, side: float = 9) -> None:
    """An empty box to tick, from its upper left corner."""
    sheet.box(x, y, side, side, WHITE, INK, 0.9)


def diamond(sheet: Sheet, x: float, y: float, radius: float = 4) -> None:
    """A critical moment."""
    corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    sheet.path(corners, fill=INK, stroke=WHITE, width=0.8, closed=True)


def padlock(sheet: Sheet, x: float, y: float, closed: bool) -> None:
    """A requirement stands (closed) or is missing (open), about a point."""
    sheet.box(x - 3.4, y - 1, 6.8, 5, INK if closed else WHITE, INK, 0.9, 0.8)
    shift = 0.0 if closed else 3.6
    left, right, foot = x - 2.1 + shift, x + 2.1 + shift, y - 1
    bend = ((left, y - 5.4), (right, y - 5.4), (right, y - 2.6))
    sheet.path([(left, foot), (left, y - 2.6)], stroke=INK, width=1)
    sheet.curve((left, y - 2.6), [bend], INK, 1)
    if closed:
        sheet.path([(right, y - 2.6), (right, foot)], stroke=INK, width=1)


def arrow_tip(sheet: Sheet, x: float, y: float) -> None:
    """The head of an arrow that points right, its tip at the point."""
    sheet.path([(x, y), (x - 4.5, y - 2.8), (x - 4.5, y + 2.8)], fill=INK, closed=True)
