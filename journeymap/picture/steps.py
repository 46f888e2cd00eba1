"""The steps of a scene as nodes, with their discs, and the road's beginning and end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeymap.model.ids import Id
from journeymap.model.reading import is_critical
from journeymap.model.records import Friction
from journeymap.picture.kinds.friction import APART, Disc, disc_node, pill_node
from journeymap.picture.kinds.start import end_node, start_node
from journeymap.picture.kinds.step import StepLook, step_node
from journeymap.picture.layout import Slot, lane_kind
from journeymap.picture.prims import Node
from journeymap.picture.scene import Scene
from journeymap.picture.voice import friction_alt, spoken, step_alt

LEVELS: Mapping[str, int] = {"assumed": 0, "heard": 1, "observed": 2, "measured": 3}


def _evidence(scene: Scene) -> Mapping[Id, int]:
    """Per step the strongest level of what is known about it."""
    best: dict[Id, int] = {}
    for record in scene.journey.evidence.values():
        level = LEVELS.get(record.level or "")
        if level is not None:
            best[record.about] = max(best.get(record.about, 0), level)
    return best


def _look(scene: Scene, slot: Slot, evidence: Mapping[Id, int], hollow: frozenset[Id]) -> StepLook:
    step = slot.place.step
    known = evidence.get(step.id)
    t = scene.t
    return StepLook(
        title=step.title,
        customer=lane_kind(scene.frame, slot.place.lane) == "customer",
        ground=scene.frame.ground_at(slot.place.lane),
        language=scene.language,
        caption=t("DECISIVE") if is_critical(step) else "",
        value=t("Value in use") if step.value_in_use else "",
        assumed=known == 0,
        evidence=known or None,
        recovery=bool(step.recovery),
        hollow=step.id in hollow,
        dimmed=scene.dimmed(step.id),
    )


def step_nodes(scene: Scene) -> Iterator[Node]:
    """Every step's node, then start rings and buffer stops."""
    evidence, said = _evidence(scene), spoken(scene)
    hollow = frozenset(
        id for found in scene.findings.rules if found.rule == "PASS-THROUGH" for id in found.about
    )
    for id, slot in scene.frame.slots.items():
        look = _look(scene, slot, evidence, hollow)
        facts = (id, look, slot.box, slot.lines, scene.measures, step_alt(scene, said, id))
        yield scene.memo.get(("step", id), facts, step_node)


def disc_nodes(scene: Scene) -> Iterator[Node]:
    """Discs on the corners of boxes: the best ranked on the corner, the next to its left."""
    for id, slot in scene.frame.slots.items():
        if scene.dimmed(id):
            continue
        discs = discs_at(scene, id, scene.frame.ground_at(slot.place.lane))
        x, y = slot.box.right - 4, slot.box.y
        if len(discs) > 2:
            yield pill_node(id, len(discs) - 1, x - APART - 1, y, discs[0][1].ground, "")
            discs = discs[:1]
        for index, (friction, disc) in reversed(list(enumerate(discs))):
            place = x - APART * (len(discs) - 1 - index)
            facts = (friction, disc, place, y, friction_alt(scene, friction))
            yield scene.memo.get(("friction", friction), facts, disc_node)


def discs_at(scene: Scene, place: Id, ground: str) -> list[tuple[Id, Disc]]:
    """The frictions at a step or link: ranked ones in order, then those that cannot be."""
    ranked = [(item.id, Disc(item.rank, item.tier, ground)) for item in scene.findings.ranked]
    open_ones = [(item.id, Disc(None, "", ground)) for item in scene.findings.unranked]
    known = {id for id, _ in (*ranked, *open_ones)}
    solved = [
        (friction.id, Disc(None, "solved", ground))
        for friction in scene.journey.frictions.values()
        if friction.status == "solved" and friction.id not in known
    ]
    return [(id, disc) for id, disc in (*ranked, *open_ones, *solved) if _at(scene, id, place)]


def _at(scene: Scene, id: Id, place: Id) -> bool:
    record: Friction | None = scene.journey.frictions.get(id)
    return record is not None and record.at == place


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
