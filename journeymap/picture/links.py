"""The links of a scene as nodes: thin below thick, each passing over what it crosses on a bridge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from journeymap.model.ids import Id
from journeymap.picture.crossings import Crossing, bridges_of
from journeymap.picture.kinds.link import LinkLook, link_node
from journeymap.picture.prims import Node
from journeymap.picture.routing.wires import is_edge
from journeymap.picture.scene import Scene
from journeymap.picture.voice import link_alt

RANK = {"info": 0, "ink2": 0, "road": 1, "brick": 2}


def link_order(scene: Scene) -> list[Id]:
    """Links from the bottom up: dimmed, grey, road from thin to thick, referrals."""

    def place(id: Id) -> tuple[bool, int, float, float, Id]:
        look = scene.looks[id]
        return (not _dimmed(scene, id), RANK[look.color], look.width, -_level(scene, id), id)

    return sorted(scene.looks, key=place)


def _dimmed(scene: Scene, id: Id) -> bool:
    link = scene.journey.links[id]
    return scene.dimmed(link.source, link.target)


def _level(scene: Scene, id: Id) -> float:
    """How much of a way runs level: of two equal links the more level lies below."""
    spots = scene.traces[id].spots
    level = sum(abs(a[0] - b[0]) for a, b in pairwise(spots))
    upright = sum(abs(a[1] - b[1]) for a, b in pairwise(spots))
    return level - upright


def link_nodes(scene: Scene, order: Sequence[Id], found: Sequence[Crossing]) -> Iterator[Node]:
    """Every link's node, in painting order; `found` are the places where two of them cross."""
    bridges = bridges_of(scene, order, found)
    for id in order:
        look: LinkLook = scene.looks[id]
        if _dimmed(scene, id):
            look = look.dimmed()
        trace = scene.traces[id]
        spots = trace.spots
        if is_edge(trace.wire.target):
            look = replace(look, head=0.0)
        facts = (id, look, spots, bridges.get(id, ()), link_alt(scene, id))
        yield scene.memo.get(("link", id), facts, link_node)
