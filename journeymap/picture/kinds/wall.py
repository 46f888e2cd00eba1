"""A wall: bricks in running bond across the road, a number plate, and words beyond it (VISUAL 6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from journeymap.picture.lettering import letters
from journeymap.picture.measures import Measures
from journeymap.picture.prims import Box, Node, Path, Prim, Rect, Segment, Stroke
from journeymap.picture.shapes import circle, line, tick
from journeymap.picture.text import TextStyle, width

BRICK, COURSE, JOINT, MARGIN = 21.0, 7.2, 2.0, 1.6
PLATE = TextStyle(11, 700)
MIDDLE_PLATE = TextStyle(17, 700)
PLATE_HEIGHT = 17.0
PLATE_GAP = 8.0
WORDS_GAP = 6.0
TICK_ROOM = 20.0
DISC_ROOM = 27.0
BELOW = 14.0
LEADING = 15.0
"""Px from a bar to the first baseline under it, and from line to line."""

Side = Literal["right", "left", "on"]
"""Of the bar, where its plate stands; on it only between two neighbours that leave no room."""


@dataclass(frozen=True, slots=True)
class WallLook:
    """What a wall shows: its plate, how far apart its units stand, how sure it is, its words.

    `first` is the excuse or the kind of wall, `second` hours and other facts, in one line or two.
    """

    plate: str
    courses: int
    certain: bool
    confirmed: bool = False
    drawn: bool = False
    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    disc: bool = False
    ground: str = "paper"
    dimmed: bool = False
    below: bool = False
    """The words stand under the bar, where neither of its sides has room for them."""
    above: bool = False
    """The words stand over the bar, where there is no room under it either."""
    start: float = 0.0
    """Px from the bar's left end to the left edge of such a column, or to its right one if `ended`."""
    ended: bool = False

    @property
    def in_column(self) -> bool:
        """Whether the words stand in one column with the bar, not beside it."""
        return self.below or self.above

    @property
    def plate_width(self) -> float:
        return width(self.plate, PLATE) + 10

    @property
    def tag_width(self) -> float:
        """The plate, the ring with a tick and the friction's disc that may follow it."""
        return self.plate_width + self.after

    @property
    def after(self) -> float:
        """What follows the plate."""
        return (TICK_ROOM if self.confirmed else 0.0) + (DISC_ROOM if self.disc else 0.0)


def bar_height(courses: int) -> float:
    """How high a bar of so many courses is: 7, 16, 26, 35 px."""
    return courses * COURSE + (courses - 1) * JOINT


def bricks(box: Box, courses: int, color: str = "brick", length: float = BRICK) -> Path:
    """Whole bricks in even courses, half bricks at both ends of odd ones, all ends flush."""
    high = (box.h - JOINT * (courses - 1)) / courses
    count = max(2, round((box.w + JOINT) / (length + JOINT)))
    brick = (box.w + JOINT) / count - JOINT
    segments: list[Segment] = []
    for course in range(courses):
        y = box.y + course * (high + JOINT)
        x = box.x - (brick + JOINT) / 2 * (course % 2)
        while x < box.right - 0.5:
            left, right = max(x, box.x), min(x + brick, box.right)
            if right - left > 1:
                segments += [
                    ("M", left, y),
                    ("L", right, y),
                    ("L", right, y + high),
                    ("L", left, y + high),
                    ("Z",),
                ]
            x += brick + JOINT
    return Path(tuple(segments), fill=color)


def wall_node(id: str, about: str, look: WallLook, bar: Box, side: Side, alt: str) -> Node:
    """Bar and plate; the words are a node of their own, above the discs."""
    plate = plate_box(look, bar, side)
    left, right = min(bar.x, plate.x), max(bar.right, plate.right)
    top, bottom = min(bar.y, plate.y), max(bar.bottom, plate.bottom)
    return Node(
        id=id,
        role="wall",
        prims=(*_bar(look, bar), *_plate(look, plate, side)),
        about=about,
        alt=alt,
        hit=Box(left, top, right - left, bottom - top).grown(2),
        middle=(*_middle_bar(look, bar), *_middle_plate(look, bar, side)),
        far=_far(look, bar),
    )


def plate_box(look: WallLook, bar: Box, side: Side) -> Box:
    """Where the plate stands: 8 px from the bar, centred on the border like a street sign."""
    y = bar.y + bar.h / 2 - PLATE_HEIGHT / 2
    if side == "on":
        return Box(bar.x + (bar.w - look.plate_width) / 2, y, look.plate_width, PLATE_HEIGHT)
    if side == "right":
        return Box(bar.right + PLATE_GAP, y, look.plate_width, PLATE_HEIGHT)
    return Box(bar.x - PLATE_GAP - look.plate_width, y, look.plate_width, PLATE_HEIGHT)


def disc_spot(look: WallLook, bar: Box, side: Side) -> tuple[float, float]:
    """Where the disc of a friction at this wall hangs: beyond plate and tick."""
    plate = plate_box(look, bar, side)
    away = (TICK_ROOM if look.confirmed else 0.0) + DISC_ROOM / 2 + 2
    return (plate.x - away if side == "left" else plate.right + away, plate.y + PLATE_HEIGHT / 2)


def _color(look: WallLook) -> str:
    return "rule" if look.dimmed else "brick"


def _bar(look: WallLook, bar: Box, size: float = 14.0) -> tuple[Prim, ...]:
    if look.certain:
        return (
            Rect(*bar.grown(MARGIN), radius=2, fill="mortar"),
            bricks(bar, look.courses, _color(look)),
        )
    x, y = bar.x + bar.w / 2, bar.y + bar.h / 2 + size * 0.36
    question = letters(x, y, "?", TextStyle(size, 700), _words(look), anchor="middle")
    return (
        Rect(*bar.grown(3), radius=3, fill="paper"),
        Rect(*bar, radius=1.5, fill="paper", stroke=Stroke(_color(look), 1.75, (5.0, 3.2))),
        question,
    )


def _words(look: WallLook) -> str:
    return "ink3" if look.dimmed else "bricktext"


def _plate(look: WallLook, plate: Box, side: Side) -> tuple[Prim, ...]:
    solid = look.certain
    color = _color(look)
    prims: tuple[Prim, ...] = (
        Rect(*plate.grown(1.8), radius=4.4, fill=look.ground),
        Rect(*plate, radius=3, fill=color)
        if solid
        else Rect(*plate.grown(-0.7), radius=2.6, fill="paper", stroke=Stroke(color, 1.4)),
        letters(
            plate.x + 5,
            plate.y + PLATE_HEIGHT / 2 + 4,
            look.plate,
            PLATE,
            "mortar" if solid else _words(look),
        ),
    )
    if look.drawn:
        prims += (line(plate.x, plate.bottom + 2.6, plate.right, plate.bottom + 2.6, color, 1.6),)
    if look.confirmed:
        x = plate.x - 12 if side == "left" else plate.right + 12
        y = plate.y + PLATE_HEIGHT / 2
        prims += (
            circle(x, y, 10, look.ground),
            circle(x, y, 7.5, look.ground, Stroke(color, 1.6)),
            tick(x, y, color),
        )
    return prims


def words_node(id: str, about: str, look: WallLook, bar: Box, side: Side, m: Measures) -> Node:
    """The words: above the border what was heard or what it is, below it the hours."""
    prims = tuple(
        letters(line.x, line.y, line.words, line.style, line.color, anchor=line.anchor, halo=look.ground)
        for line in word_lines(look, bar, side, m)
    )
    return Node(id, "wall_words", prims, about, middle=(), far=())


class WordLine(NamedTuple):
    """A line of a wall's words: its baseline at y starts or ends at x."""

    words: str
    style: TextStyle
    color: str
    x: float
    y: float
    anchor: Literal["start", "end"]

    @property
    def box(self) -> Box:
        """From its tallest letters to under its baseline."""
        wide, size = width(self.words, self.style), self.style.size
        left = self.x if self.anchor == "start" else self.x - wide
        return Box(left, self.y - 0.78 * size, wide, size)


def word_lines(look: WallLook, bar: Box, side: Side, m: Measures) -> tuple[WordLine, ...]:
    """Where every line of the words stands: beyond the plate, or in a column over or under the bar."""
    if look.in_column:
        return _in_column(look, bar, m)
    plate = plate_box(look, bar, side)
    start = side == "right"
    x = plate.right + WORDS_GAP + look.after if start else plate.x - WORDS_GAP - look.after
    y, anchor = bar.y + bar.h / 2, _anchor(not start)
    return (
        *(
            WordLine(words, m.wall_words, "bricktext", x, y - 5 - LEADING * index, anchor)
            for index, words in enumerate(look.first[::-1])
        ),
        *(
            WordLine(words, m.wall_second, "ink2", x, y + 16 + LEADING * index, anchor)
            for index, words in enumerate(look.second)
        ),
    )


def _in_column(look: WallLook, bar: Box, m: Measures) -> tuple[WordLine, ...]:
    written = [(line, m.wall_words, "bricktext") for line in look.first]
    written += [(line, m.wall_second, "ink2") for line in look.second]
    high = BELOW + LEADING * (len(written) - 1) + 2
    top = bar.y - 2 - high if look.above else bar.bottom + 2
    return tuple(
        WordLine(
            words, style, color, bar.x + look.start, top + BELOW - 2 + LEADING * index, _anchor(look.ended)
        )
        for index, (words, style, color) in enumerate(written)
    )


def _anchor(ended: bool) -> Literal["start", "end"]:
    return "end" if ended else "start"


def _middle_bar(look: WallLook, bar: Box) -> tuple[Prim, ...]:
    """Two courses of larger bricks."""
    y = bar.y + bar.h / 2
    box = Box(bar.x, y - 11, bar.w, 22)
    if look.certain:
        return (Rect(*box.grown(MARGIN + 0.6), radius=2, fill="mortar"), bricks(box, 2, _color(look), 24))
    return _bar(look, box, 18.0)


def _middle_plate(look: WallLook, bar: Box, side: Side) -> tuple[Prim, ...]:
    """The number in type that can be read at 45 %."""
    wide = width(look.plate, MIDDLE_PLATE) + 14
    beside = bar.right + PLATE_GAP if side == "right" else bar.x - PLATE_GAP - wide
    x = bar.x + (bar.w - wide) / 2 if side == "on" else beside
    plate = Box(x, bar.y + bar.h / 2 - 13, wide, 26)
    color, ink = _color(look), "mortar" if look.certain else _words(look)
    body = (
        Rect(*plate, radius=4, fill=color)
        if look.certain
        else Rect(*plate.grown(-1), radius=3.5, fill="paper", stroke=Stroke(color, 2))
    )
    keyline = Rect(*plate.grown(2.5), radius=6, fill=look.ground)
    return (keyline, body, letters(x + 7, plate.y + 19.2, look.plate, MIDDLE_PLATE, ink))


def _far(look: WallLook, bar: Box) -> tuple[Prim, ...]:
    """A solid bar, outlined where it is only suspected."""
    wide = max(112.0, bar.w)
    box = Box(bar.x + (bar.w - wide) / 2, bar.y + bar.h / 2 - 10, wide, 20)
    keyline = Rect(*box.grown(4), radius=2, fill="paper")
    if look.certain:
        return (keyline, Rect(*box, fill=_color(look)))
    return (keyline, Rect(*box.grown(-2), fill="paper", stroke=Stroke(_color(look), 4, (12.0, 7.0))))
