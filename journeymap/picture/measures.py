"""Lengths of the map in world px, for three densities (VISUAL 3, 4 and 12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from journeymap.picture.options import Density
from journeymap.picture.text import TextStyle

DENSE_FROM = 40
"""More steps than this are drawn dense unless the options say otherwise."""


TITLE, CRITICAL = TextStyle(14, 500), TextStyle(14, 600)
LANE_NAME = TextStyle(15, 600)
WALL_WORDS, WALL_SECOND = TextStyle(12, 600), TextStyle(12, 500)


@dataclass(frozen=True, slots=True)
class Measures:
    """One set of lengths; the defaults are those of a normal map."""

    name: str = "normal"
    step_width: float = 116.0
    step_height: float = 48.0
    inset: float = 9.0
    title: TextStyle = TITLE
    critical_title: TextStyle = CRITICAL
    leading: float = 17.0
    title_lines: int = 4
    caption_height: float = 14.0
    gutter: float = 28.0
    left: float = 32.0
    right: float = 48.0
    header: float = 188.0
    row_gap: float = 20.0
    pad: float = 24.0
    lane_height: float = 96.0
    collapsed: float = 22.0
    title_block: float = 104.0
    no_title: float = 12.0
    stage_band: float = 36.0
    curve_band: float = 104.0
    lane_name: TextStyle = LANE_NAME
    wall_words: TextStyle = WALL_WORDS
    wall_second: TextStyle = WALL_SECOND
    roads: tuple[float, float, float] = (6.0, 3.5, 2.5)

    @property
    def header_width(self) -> float:
        """From the left edge to the first column's gutter."""
        return self.left + self.header


NORMAL = Measures()
DENSE = replace(
    NORMAL,
    name="dense",
    step_width=104.0,
    step_height=44.0,
    inset=8.0,
    title=TextStyle(12.5, 500),
    critical_title=TextStyle(12.5, 600),
    leading=15.5,
    gutter=24.0,
    header=172.0,
    lane_height=88.0,
    curve_band=84.0,
)
ROOM = replace(
    NORMAL,
    name="room",
    step_width=114.0,
    step_height=46.0,
    title=TextStyle(14.5, 500),
    critical_title=TextStyle(14.5, 600),
    header=118.0,
    left=14.0,
    right=24.0,
    wall_words=TextStyle(13, 600),
    wall_second=TextStyle(13, 500),
    roads=(7.0, 4.0, 3.0),
)
_BY_NAME: Mapping[str, Measures] = MappingProxyType({"normal": NORMAL, "dense": DENSE, "room": ROOM})


def measures_for(density: Density, steps: int) -> Measures:
    """The set of lengths to draw so many steps with."""
    if density == "auto":
        return DENSE if steps > DENSE_FROM else NORMAL
    return _BY_NAME[density]
