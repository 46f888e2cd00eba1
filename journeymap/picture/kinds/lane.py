"""A lane: its ground with border, edge and hatching, and the header with name and unit."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.picture.kinds.signs import unknown
from journeymap.picture.lettering import letters
from journeymap.picture.measures import Measures
from journeymap.picture.prims import Box, Node, Path, Prim, Rect, Segment, Stroke
from journeymap.picture.shapes import line
from journeymap.picture.text import TextStyle, break_lines, width

SUB = TextStyle(11.5, 400)
ANSWERS = TextStyle(11.5, 600)
VISIBILITY = TextStyle(11, 500)
HATCH_EVERY = 7 * 2**0.5
"""Hatching runs at 45°, 7 px apart, so this far apart along a level line."""


@dataclass(frozen=True, slots=True)
class LaneLook:
    """What a lane's header says and how its ground looks. `kind` is customer, department, supplier
    or system; `answers` the own unit behind a supplier; `unanswered` asks who that is."""

    name: str
    kind: str
    ground: str
    language: str
    sub: str = ""
    answers: str = ""
    unanswered: str = ""
    shown_as: str = ""
    collapsed: bool = False


def ground_node(id: Id, look: LaneLook, band: Box, first: bool, last: bool) -> Node:
    """The lane's ground over the whole width of the map."""
    prims: list[Prim] = []
    if look.ground != "paper":
        prims.append(Rect(*band, fill=look.ground))
    if look.kind == "supplier" and not look.collapsed:
        prims.append(hatched(band))
    prims.append(line(band.x, band.y, band.right, band.y, "rule"))
    if last:
        prims.append(line(band.x, band.bottom, band.right, band.bottom, "rule"))
    return Node(f"lane_ground:{id}", "lane_ground", tuple(prims), id, layer="ground")


def hatched(band: Box) -> Path:
    """Diagonal lines from bottom left to top right, cut to the band."""
    segments: list[Segment] = []
    start = band.x - band.h
    start = start - start % HATCH_EVERY
    while start < band.right:
        x1, x2 = max(start, band.x), min(start + band.h, band.right)
        if x1 < x2:
            segments += [("M", x1, band.bottom - (x1 - start)), ("L", x2, band.bottom - (x2 - start))]
        start += HATCH_EVERY
    return Path(tuple(segments), stroke=Stroke("hatch", 1.6))


def header_node(id: Id, look: LaneLook, band: Box, measures: Measures, alt: str) -> Node:
    """Name, kind or unit, and who answers; stays in sight when the map scrolls sideways."""
    box = Box(0, band.y, measures.header_width, band.h)
    prims = (*_edge(look, band), *_words(look, box, measures))
    short = _short(look, box, measures)
    far = (*_edge(look, band), *short) if short else None
    return Node(f"lane:{id}", "lane", prims, id, alt, box, layer="lane_header", far=far)


def _short(look: LaneLook, box: Box, measures: Measures) -> tuple[Prim, ...]:
    """A name of several lines on one, for where a lane is too low for more; empty: one line is all of it."""
    style, room = measures.lane_name, measures.header - 24
    if look.collapsed or len(break_lines(look.name, style, room, look.language, 2)) < 2:
        return ()
    halo = look.ground if look.kind == "supplier" else None
    name = break_lines(look.name, style, room, look.language, 1)[0]
    return (letters(measures.left, box.y + 30, name, style, "ink", halo=halo),)


def _edge(look: LaneLook, band: Box) -> tuple[Prim, ...]:
    if look.kind == "customer":
        return (Rect(0, band.y + 0.5, 6, band.h - 0.5, fill="road"),)
    if look.kind == "system":
        count = int((band.h - 8) // 8)
        return tuple(Rect(2, band.y + 7 + 8 * index, 3, 3, fill="ink2") for index in range(count))
    return ()


def _words(look: LaneLook, box: Box, measures: Measures) -> tuple[Prim, ...]:
    x = measures.left
    halo = look.ground if look.kind == "supplier" else None
    if look.collapsed:
        style = TextStyle(13, 400)
        name = break_lines(look.name, style, measures.header_width - x, look.language, 1)
        return (
            (letters(x, box.y + box.h / 2 + 4.6, name[0], style, "ink2", halo=look.ground),) if name else ()
        )
    y = box.y + 30
    prims: list[Prim] = []
    for words in break_lines(look.name, measures.lane_name, measures.header - 24, look.language, 2):
        prims.append(letters(x, y, words, measures.lane_name, "ink", halo=halo))
        y += 19
    y -= 2
    room = measures.header - 24
    for words in _in_parts(look.sub, SUB, room, look.language):
        prims.append(letters(x, y, words, SUB, "ink3", halo=halo))
        y += 16
    for words in _in_parts(look.answers, ANSWERS, room, look.language):
        prims.append(letters(x, y, words, ANSWERS, "ink", halo=halo))
        y += 16
    if look.unanswered:
        prims.append(letters(x, y, look.unanswered, ANSWERS, "ink", halo=halo))
        prims += unknown(x + width(look.unanswered, ANSWERS) + 16, y - 4, look.ground)
        y += 16
    if look.shown_as:
        prims += _pill(x, y, look)
    return tuple(prims)


def _in_parts(words: str, style: TextStyle, room: float, language: str) -> list[str]:
    """One line, or one for each part between the dots, so that no dot ends a line."""
    if not words:
        return []
    parts = [words] if width(words, style) <= room else words.split(" · ")
    return [line for part in parts[:2] for line in break_lines(part, style, room, language, 2)][:2]


def _pill(x: float, y: float, look: LaneLook) -> tuple[Prim, ...]:
    """The name under which the customer sees the lane, outlined."""
    words = break_lines(look.shown_as, SUB, 130, look.language, 1)[0]
    wide = width(words, SUB) + 16
    return (
        Rect(x, y - 11, wide, 17, 8.5, look.ground, Stroke("ink3", 1)),
        letters(x + 8, y + 1.4, words, SUB, "ink2"),
    )


def visibility_node(y: float, left: float, right: float | None, words: str) -> Node:
    """The line that the customer does not see behind; `right`: where its words end (None: it has none)."""
    prims: tuple[Prim, ...] = (line(0, y, left, y, "ink3", 1.5, (10, 6)),)
    if right is not None:
        prims += (letters(right, y - 7, words, VISIBILITY, "ink3", anchor="end", halo="paper"),)
    return Node("visibility", "visibility", prims, alt=words, layer="ground", middle=prims[:1])
