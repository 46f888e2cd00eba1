"""A link: the customer's road, a referral, information, an order … with its arrow-head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymap.model.ids import Id
from journeymap.picture.prims import Box, Node, Path, Prim, Rect, Stroke
from journeymap.picture.shapes import Spot, arrow_head, rounded, shortened

ROAD_RADIUS = 14.0
INFO_RADIUS = 8.0
SCREEN_THIN = 3.0
"""Width at the middle distance that is about 1.5 px on screen."""


@dataclass(frozen=True, slots=True)
class LinkLook:
    """How a link is drawn: its pen, whether an arrow-head ends it, and what sits midway.

    `sign` is what sits on a free piece of it: "partial" for information passed on in part, "refused"
    for an order turned down. `double` draws two thin lines.
    """

    color: str
    width: float
    dash: tuple[float, ...] = ()
    round_dots: bool = False
    head: float = 0.0
    radius: float = ROAD_RADIUS
    sign: str = ""
    double: bool = False
    is_road: bool = False

    def dimmed(self) -> LinkLook:
        return LinkLook("hair", self.width, self.dash, self.round_dots, self.head, self.radius)


def road_look(width: float) -> LinkLook:
    """The customer's road; its width says how many go this way."""
    return LinkLook("road", width, head=4.6 + 0.75 * width, is_road=True)


REFER = LinkLook("brick", 2.5, (8.0, 4.0), head=4.6 + 0.75 * 2.5)
INFORMATION = LinkLook("info", 1.5, head=4.6, radius=INFO_RADIUS)
PARTIAL = LinkLook("info", 1.5, head=4.6, radius=INFO_RADIUS, sign="partial")
NOT_GIVEN = LinkLook("info", 1.5, (0.01, 6.0), True, radius=INFO_RADIUS)
STATUS = LinkLook("info", 1.5, (7.0, 3.0), head=4.6, radius=INFO_RADIUS)
ORDER = LinkLook("info", 1.3, head=5.2, radius=INFO_RADIUS, double=True)
REFUSED = LinkLook("info", 1.3, head=5.2, radius=INFO_RADIUS, double=True, sign="refused")
SHADOW = LinkLook("info", 1.5, (2.0, 3.0), head=4.6, radius=INFO_RADIUS)
EXIT = LinkLook("ink2", 1.5, (1.5, 2.5), head=4.6, radius=INFO_RADIUS)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A short piece of ground laid under a link where it passes over another one."""

    start: Spot
    stop: Spot
    width: float
    ground: str


def link_node(id: Id, look: LinkLook, spots: tuple[Spot, ...], bridges: tuple[Bridge, ...], alt: str) -> Node:
    """The node of one link."""
    prims = (*_bridged(bridges), *_line(look, spots))
    return Node(
        id=f"link:{id}",
        role="link",
        prims=prims,
        about=id,
        alt=alt,
        hit=_around(spots),
        middle=_middle(look, spots, bridges),
        far=_far(look, spots),
    )


def _bridged(bridges: Sequence[Bridge]) -> tuple[Prim, ...]:
    return tuple(
        Path((("M", *bridge.start), ("L", *bridge.stop)), stroke=Stroke(bridge.ground, bridge.width))
        for bridge in bridges
    )


def _line(look: LinkLook, spots: tuple[Spot, ...]) -> tuple[Prim, ...]:
    way = shortened(spots, look.head * 1.5 - 0.5) if look.head else spots
    cap = "round" if look.round_dots else "butt"
    if look.double:
        prims: tuple[Prim, ...] = tuple(
            Path(rounded(_beside(way, side * 2.0), look.radius), stroke=Stroke(look.color, look.width))
            for side in (-1, 1)
        )
    else:
        pen = Stroke(look.color, look.width, look.dash, "round" if cap == "round" else "butt")
        prims = (Path(rounded(way, look.radius), stroke=pen),)
    if look.head:
        prims += (arrow_head(spots[-1], spots[-2], look.head, look.color),)
    return prims


def _beside(spots: Sequence[Spot], by: float) -> tuple[Spot, ...]:
    """The way moved `by` px to its right, corners kept square."""
    moved = []
    for index, (x, y) in enumerate(spots):
        dx = dy = 0.0
        for a, b in ((index - 1, index), (index, index + 1)):
            if a < 0 or b >= len(spots):
                continue
            (ax, ay), (bx, by_) = spots[a], spots[b]
            if abs(ax - bx) < abs(ay - by_):
                dx = -by if by_ > ay else by
            elif abs(ax - bx) > 0:
                dy = by if bx > ax else -by
        moved.append((x + dx, y + dy))
    return tuple(moved)


def _middle(look: LinkLook, spots: tuple[Spot, ...], bridges: Sequence[Bridge]) -> tuple[Prim, ...]:
    """The road a little wider; everything else a bare thin line."""
    if not look.is_road:
        pen = Stroke(look.color, max(look.width, 2.2), look.dash, "round" if look.round_dots else "butt")
        head = look.head
        way = shortened(spots, head * 1.5 - 0.5) if head else spots
        tip: tuple[Prim, ...] = (arrow_head(spots[-1], spots[-2], head, look.color),) if head else ()
        return (Path(rounded(way, look.radius), stroke=pen), *tip)
    wide = LinkLook(look.color, look.width + 1, head=look.head + 1, radius=look.radius)
    return (*_bridged(bridges), *_line(wide, spots))


def _far(look: LinkLook, spots: tuple[Spot, ...]) -> tuple[Prim, ...]:
    """Roads and referrals without heads, in three widths; the rest is gone."""
    if look.is_road:
        width = 12.0 if look.width > 5 else 8.0 if look.width > 3 else 5.0
        return (Path(rounded(spots, look.radius), stroke=Stroke(look.color, width)),)
    if look.color == "brick":
        return (Path(rounded(spots, look.radius), stroke=Stroke("brick", 5.0, (14.0, 8.0))),)
    return ()


def _around(spots: Sequence[Spot]) -> Box:
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).grown(4)


def cross_bar(x: float, y: float) -> Rect:
    """The buffer stop: an upright 5 × 24 where the road ends."""
    return Rect(x, y - 12, 5, 24, 1, "road")
