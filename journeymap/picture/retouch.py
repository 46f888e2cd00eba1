"""What a picture shows at once after an edit, before it is laid out anew: the touched steps alone.

Words that leave their box as it was need no more than that. Where steps come, go or move they are
seen in their places right away, and what hung on them steps aside: routes, walls and room follow with
the next whole picture.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of, is_critical
from journeymap.model.records import Record, Step
from journeymap.picture.boxes import Crowd, Title, titled
from journeymap.picture.grid import Place
from journeymap.picture.kinds.step import StepLook, step_node
from journeymap.picture.layout import Slot, lane_kind
from journeymap.picture.prims import Box, Node, Picture
from journeymap.picture.scene import Scene
from journeymap.picture.step_looks import reach_of
from journeymap.picture.voice import Spoken, step_alt


@dataclass(frozen=True, slots=True)
class Retouched:
    """Nodes that look otherwise or are new, and nodes that step aside."""

    scene: Scene
    nodes: tuple[Node, ...]
    aside: tuple[Node, ...] = ()


Standing = Mapping[str, Sequence[Node]]
"""By the id of a record, and by its name in node ids, all nodes of a picture that stand for it."""


def standing(picture: Picture) -> Standing:
    """Who stands for what in a picture: asked once for a picture, in any thread."""
    found: dict[str, list[Node]] = {}
    for node in picture.nodes:
        for name in {node.about or node.id, node.id, node.id.partition(":")[2] or node.id}:
            found.setdefault(name, []).append(node)
    return found


def reworded(scene: Scene, said: Spoken, change: Change, now: Journey) -> Retouched | None:
    """Steps that were given other words; None where anything else may look different too."""
    if not change.words_only:
        return None
    slots, looks = dict(scene.frame.slots), dict(scene.step_looks)
    for id, (_, after) in change.entries.items():
        slot = slots.get(id)
        if slot is None or not isinstance(after, Step):
            return None
        title = _titled(scene, looks[id], after)
        if title.height != slot.title.height:
            return None
        slots[id] = replace(slot, place=replace(slot.place, step=after), title=title)
        looks[id] = replace(looks[id], title=after.title)
    frame = replace(scene.frame, slots=slots)
    scene = replace(scene, journey=now, frame=frame, step_looks=looks)
    return Retouched(scene, tuple(_node(scene, id, step_alt(scene, said, id)) for id in change.entries))


def placed(scene: Scene, known: Standing, change: Change, now: Journey) -> Retouched:
    """Steps that came, moved or look otherwise, where they will stand; what hung on them steps aside."""
    slots, looks = dict(scene.frame.slots), dict(scene.step_looks)
    lanes = {lane.id: index for index, lane in enumerate(scene.grid.lanes)}
    gone: set[str] = {id for id, (_, after) in change.entries.items() if after is None}
    shown: list[Id] = []
    for id, (before, after) in change.entries.items():
        if not isinstance(after, Step) or after.lane not in lanes:
            continue
        stays = slots.get(id) if _stays(before, after) else None
        if stays is None:
            gone |= {id, *_hung_on(scene, id)}
        looks[id] = _look(scene, looks.get(id), after, lanes[after.lane])
        slots[id] = _slot(scene, looks[id], after, lanes[after.lane], stays)
        shown.append(id)
    frame = replace(scene.frame, slots=slots)
    scene = replace(scene, journey=now, frame=frame, step_looks=looks)
    nodes = tuple(_node(scene, id, looks[id].title) for id in shown)
    aside = {node.id: node for node in _standing_for(known, gone, slots)}
    for node in nodes:
        aside.pop(node.id, None)
    return Retouched(scene, nodes, tuple(aside.values()))


def _standing_for(known: Standing, gone: Iterable[str], steps: Collection[str]) -> Iterator[Node]:
    """All nodes that are about one of these or named after it; steps that were only retouched in too."""
    for name in gone:
        yield from known.get(name, ())
        if name in steps and name not in known:
            yield Node(f"step:{name}", "step", (), name)


def _stays(before: Record | None, after: Step) -> bool:
    """Whether a step keeps its cell."""
    return isinstance(before, Step) and (before.lane, column_of(before)) == (after.lane, column_of(after))


def _hung_on(scene: Scene, step: Id) -> Iterator[str]:
    """Links, walls and frictions of a step that moves: their lines lead where it was."""
    yield from (link.id for link in scene.journey.links.values() if step in (link.source, link.target))
    yield from (friction for friction, _ in scene.discs.get(step, ()))
    for mark in scene.findings.marks:
        if step in (mark.source, mark.target):
            yield from (f"wall:{mark.number}", f"wall_words:{mark.number}")


def _look(scene: Scene, before: StepLook | None, step: Step, lane: int) -> StepLook:
    """How a step looks that is new or changed; what the findings say of it follows later."""
    before = before or StepLook("", customer=False, ground="", language=scene.language)
    return replace(
        before,
        title=step.title,
        customer=lane_kind(scene.frame, lane) == "customer",
        ground=scene.frame.ground_at(lane),
        caption=scene.t("DECISIVE") if is_critical(step) else "",
        value=scene.t("Value in use") if step.value_in_use else "",
        recovery=bool(step.recovery),
    )


def _slot(scene: Scene, look: StepLook, step: Step, lane: int, stays: Slot | None) -> Slot:
    title = _titled(scene, look, step)
    if stays is not None:
        box = stays.box
        box = Box(box.x, box.y + (box.h - title.height) / 2, box.w, title.height)
        return replace(stays, box=box, title=title)
    x, column = _across(scene, column_of(step))
    band = scene.frame.lane_bands[lane]
    width = scene.measures.step_width
    box = Box(x - width / 2, band.y + (band.h - title.height) / 2, width, title.height)
    return Slot(Place(step, column, lane, 0), box, title)


def _across(scene: Scene, value: float) -> tuple[float, int]:
    """The middle of a column, px, and its index; of one that is new, between its neighbours."""
    values = [column.value for column in scene.grid.columns]
    xs, index = scene.frame.xs, bisect_left(values, value)
    if index < len(values) and values[index] == value:
        return xs[2 * index + 1], index
    if index == len(values):
        return xs[-1] + scene.measures.step_width / 2, index
    return xs[2 * index], index


def _titled(scene: Scene, look: StepLook, step: Step) -> Title:
    crowd = Crowd(look.caption, bool(look.evidence), reach_of(scene.discs.get(step.id, ())))
    return titled(step, crowd, scene.measures, scene.language, scene.memo)


def _node(scene: Scene, id: Id, alt: str) -> Node:
    slot = scene.frame.slots[id]
    return step_node(id, scene.step_looks[id], slot.box, slot.title, scene.measures, alt)
