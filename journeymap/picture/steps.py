"""The steps of a scene as nodes, with their discs, and the road's beginning and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeymap.model.ids import Id
from journeymap.picture.kinds.friction import APART, Disc, disc_node, pill_node
from journeymap.picture.kinds.start import end_node, start_node
from journeymap.picture.kinds.step import step_node
from journeymap.picture.prims import Node
from journeymap.picture.scene import Scene
from journeymap.picture.voice import friction_alt, spoken, step_alt


def step_nodes(scene: Scene) -> Iterator[Node]:
    """Every step's node, then start rings and buffer stops."""
    said = spoken(scene)
    for id, slot in scene.frame.slots.items():
        facts = (id, scene.step_looks[id], slot.box, slot.title, scene.measures, step_alt(scene, said, id))
        yield scene.memo.get(("step", id), facts, step_node)


def disc_nodes(scene: Scene) -> Iterator[Node]:
    """Discs on the corners of boxes: the best ranked on the corner, the next to its left."""
    for id, slot in scene.frame.slots.items():
        if scene.dimmed(id):
            continue
        discs = discs_at(scene, id, scene.frame.ground_at(slot.place.lane))
        if not discs:
            continue
        x, y = slot.box.right - 4, slot.box.y
        if len(discs) > 2:
            yield pill_node(id, len(discs) - 1, x - APART - 1, y, discs[0][1].ground, "")
            discs = discs[:1]
        for index, (friction, disc) in reversed(list(enumerate(discs))):
            place = x - APART * (len(discs) - 1 - index)
            facts = (friction, disc, place, y, friction_alt(scene, friction))
            yield scene.memo.get(("friction", friction), facts, disc_node)


def discs_at(scene: Scene, place: Id, ground: str) -> list[tuple[Id, Disc]]:
    """The frictions at a step or link on this ground, the best ranked first."""
    return [(id, replace(disc, ground=ground)) for id, disc in scene.discs.get(place, ())]


def road_ends(scene: Scene) -> Iterator[Node]:
    """Rings where journeys start, bars where they end."""
    for id, slot in scene.frame.slots.items():
        ground = scene.frame.ground_at(slot.place.lane)
        if slot.place.step.start and not scene.dimmed(id):
            facts = (id, slot.box, slot.level, ground, scene.t("The journey starts here"))
            yield scene.memo.get(("start", id), facts, start_node)
        if slot.place.step.end and not scene.dimmed(id):
            facts = (id, slot.box, slot.level, ground, scene.t("The journey ends here"))
            yield scene.memo.get(("end", id), facts, end_node)
