"""The display list: the few shapes that every painter can draw, grouped in nodes.

Lengths are world px (96 a inch), y grows downwards. Colours are token names of the theme
(`ink`, `brick` …), so a picture changes theme without being laid out anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from journeymap.model.ids import Id

Move = tuple[Literal["M"], float, float]
Line = tuple[Literal["L"], float, float]
Curve = tuple[Literal["C"], float, float, float, float, float, float]
Close = tuple[Literal["Z"]]
Segment = Move | Line | Curve | Close


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def grown(self, by: float) -> Box:
        """The box with `by` px added on every side."""
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour token, width in px, dash pattern in px and its ends."""

    color: str
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round"] = "butt"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, rounded by `radius`; a circle is one with radius w/2."""

    x: float
    y: float
    w: float
    h: float
    radius: float = 0.0
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """Straight and cubic pieces, filled by the non-zero rule."""

    segments: tuple[Segment, ...]
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text from x on the baseline y; never wrapped or aligned by a painter.

    `width` is what `picture.text` measured; `halo` is a ground-coloured outline of that many px
    drawn behind the glyphs in the colour `halo_color`.
    """

    x: float
    y: float
    text: str
    size: float
    color: str
    width: float
    weight: Literal[400, 500, 600, 700] = 400
    tabular: bool = False
    tracking: float = 0.0
    halo: float = 0.0
    halo_color: str = "paper"


@dataclass(frozen=True, slots=True)
class Image:
    """An attachment, by the hash of its content, scaled into the box."""

    x: float
    y: float
    w: float
    h: float
    sha256: str


Prim = Rect | Path | Text | Image
Layer = Literal["ground", "map", "stage_header", "lane_header"]


@dataclass(frozen=True, slots=True)
class Node:
    """What is drawn for one thing: its shapes near by, and further off where they differ.

    `id` is unique in the picture and stable between pictures ("step:abc", "wall:M2"); `about` the
    record or finding it stands for; `alt` what a screen reader says; `hit` where it can be touched.
    `middle` and `far` replace `prims` below 70 % and 45 % (None: the same, empty: nothing).
    """

    id: str
    role: str
    prims: tuple[Prim, ...]
    about: str | None = None
    alt: str = ""
    hit: Box | None = None
    layer: Layer = "map"
    middle: tuple[Prim, ...] | None = None
    far: tuple[Prim, ...] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a step may stand: used by the canvas for drop marks and the ghost."""

    lane: Id
    column: float
    box: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished drawing: nodes in the order they are painted, and where the grid lies."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    title: str
    language: str
    lane_bands: tuple[tuple[Id, Box], ...] = ()
    stage_bands: tuple[tuple[Id, Box], ...] = ()
    column_bands: tuple[tuple[float, Box], ...] = ()
    header_width: float = 0.0
    header_height: float = 0.0
