"""A promise: a knot where it is made, a dotted thread, a ring where it is to be honoured."""

from __future__ import annotations

from journeymap.model.ids import Id
from journeymap.picture.kinds.link import INFO_RADIUS
from journeymap.picture.lettering import letters
from journeymap.picture.prims import Box, Node, Path, Prim, Stroke
from journeymap.picture.shapes import Spot, circle, rounded
from journeymap.picture.text import TextStyle

LABEL = TextStyle(11.5, 600)
DOTS = (0.01, 5.0)


def thread_node(id: str, promise: Id, spots: tuple[Spot, ...], kept: bool, dimmed: bool, alt: str) -> Node:
    """The thread from knot to ring (or to the wall that cuts it)."""
    color = "hair" if dimmed else "ink2" if kept else "bricktext"
    pen = Stroke(color, 2, DOTS, "round")
    return Node(
        id, "promise", (Path(rounded(spots, INFO_RADIUS), stroke=pen),), promise, alt, middle=(), far=()
    )


def knot_node(id: str, promise: Id, spot: Spot, kept: bool, ground: str) -> Node:
    """A filled knot on the edge of the step that makes the promise."""
    color = "ink2" if kept else "bricktext"
    prims: tuple[Prim, ...] = (circle(*spot, 6.0, ground), circle(*spot, 4.2, color))
    return Node(id, "promise_knot", prims, promise, hit=_hit(spot), middle=(), far=())


def ring_node(id: str, promise: Id, spot: Spot, kept: bool, ground: str) -> Node:
    """Where it is to be honoured: filled when it arrives, an empty ring when it does not."""
    color = "ink2" if kept else "bricktext"
    ring = circle(*spot, 4.6, color if kept else "paper", Stroke(color, 2))
    return Node(
        id, "promise_ring", (circle(*spot, 7.4, ground), ring), promise, hit=_hit(spot), middle=(), far=()
    )


def _hit(spot: Spot) -> Box:
    return Box(spot[0] - 8, spot[1] - 8, 16, 16)


def label_node(id: str, promise: Id, words: str, spot: Spot, kept: bool, ground: str) -> Node:
    """The promise in words above its thread."""
    color = "ink2" if kept else "bricktext"
    prims = (letters(*spot, words, LABEL, color, halo=ground),)
    return Node(id, "promise_words", prims, promise, middle=(), far=())
