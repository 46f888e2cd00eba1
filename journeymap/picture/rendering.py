"""What every painter must decide alike: levels of detail, corners, and a picture that is missing."""

from __future__ import annotations

from typing import Literal

from journeymap.picture.prims import Image, Node, Path, Prim, Rect, Segment, Stroke

Detail = Literal["near", "middle", "far"]
ARC = 0.5522847498  # how far a cubic's handles reach to follow a quarter of a circle
MITER_LIMIT = 4.0  # as SVG has it; a stroke with round ends has round corners too


def shapes_at(node: Node, detail: Detail = "near") -> tuple[Prim, ...]:
    """The node's shapes at this distance: far falls back on middle, middle on near."""
    if detail == "far" and node.far is not None:
        return node.far
    if detail != "near" and node.middle is not None:
        return node.middle
    return node.prims


def corner(rect: Rect) -> float:
    """The radius that can be drawn: no more than half the shorter side."""
    return max(0.0, min(rect.radius, rect.w / 2, rect.h / 2))


def rounded(rect: Rect) -> tuple[Segment, ...]:
    """The rectangle's outline, clockwise from the top left, corners as cubics."""
    x, y, right, bottom, r = rect.x, rect.y, rect.x + rect.w, rect.y + rect.h, corner(rect)
    if not r:
        return (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))
    k = r * (1 - ARC)
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )


def missing(image: Image) -> tuple[Prim, ...]:
    """A crossed frame in place of an attachment that is not at hand."""
    right, bottom = image.x + image.w, image.y + image.h
    cross: tuple[Segment, ...] = (
        ("M", image.x, image.y),
        ("L", right, bottom),
        ("M", right, image.y),
        ("L", image.x, bottom),
    )
    frame = Stroke("rule", 1.0)
    return (
        Rect(image.x, image.y, image.w, image.h, fill="back", stroke=frame),
        Path(cross, stroke=frame),
    )


def fitted(image: Image, width: float, height: float) -> tuple[float, float, float, float]:
    """Where a picture of this size stands in the image's box: whole, undistorted, in the middle."""
    if width <= 0 or height <= 0:
        return image.x, image.y, image.w, image.h
    scale = min(image.w / width, image.h / height)
    w, h = width * scale, height * scale
    return image.x + (image.w - w) / 2, image.y + (image.h - h) / 2, w, h
