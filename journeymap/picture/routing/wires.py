"""A link as the router sees it: two cells, a family that may share tracks, and a width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["road", "refer", "information", "order", "promise"]

Point = tuple[int, int]
"""Slot numbers: x counts gutters (even) and columns (odd), y the strips and rows from the top."""


@dataclass(frozen=True, slots=True)
class Wire:
    """One link to be routed. `width` in px; `weight` sorts: the heavier finds its way first.

    `bundle` parts those of a family that may not share a track because they are drawn differently.
    """

    id: str
    source: str
    target: str
    start: Point
    end: Point
    family: Family
    width: float
    weight: float = 0.0
    bundle: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """The way of a wire: corners in slot numbers, first and last being its two cells."""

    wire: Wire
    points: tuple[Point, ...]


def upright(a: Point, b: Point) -> bool:
    """Whether the piece between two corners runs up or down."""
    return a[0] == b[0]


def edge_of(link: str) -> str:
    """The end of a link whose step lies on another part of the map."""
    return f"edge:{link}"


def is_edge(end: str) -> bool:
    """Whether an end lies on the border of this part of the map."""
    return end.startswith("edge:")
