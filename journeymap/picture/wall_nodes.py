"""The walls of a scene as nodes: bars with plates, and their words above everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeymap.analysis.findings import WallMark
from journeymap.model.ids import Id
from journeymap.picture.crossings import ground_of
from journeymap.picture.kinds.wall import disc_spot, wall_node, words_node
from journeymap.picture.prims import Node
from journeymap.picture.scene import Scene
from journeymap.picture.wall_places import WallPlace, place_facts, place_walls
from journeymap.picture.wall_words import hours_of_marks, step_ids, wall_alt, wall_looks


def wall_places(scene: Scene) -> tuple[WallPlace, ...]:
    """Where every wall of the scene stands, with its words broken into lines."""
    looks = wall_looks(scene.stands, scene.journey, scene.findings, scene.grid, scene.t)
    for stand in scene.stands:
        number = stand.mark.number
        ground = ground_of(scene, scene.frame.border(stand.border) - 1)
        looks[number] = replace(looks[number], ground=ground)
        if scene.options.focus is not None and not step_ids(stand.mark) & scene.options.focus:
            looks[number] = replace(looks[number], dimmed=True, disc=False, first=(), second=())
    frame, found, traces = scene.frame, scene.stands, scene.traces
    facts = (tuple(looks.items()), *place_facts(frame, found, traces, scene.language))
    return scene.memo.get(
        "wall_places", facts, lambda *_: place_walls(frame, found, traces, looks, scene.language)
    )


def _alt(scene: Scene, mark: WallMark, hours: float | None) -> str:
    """What is read out of a wall, or what was last time while nothing it speaks of has changed."""
    journey = scene.journey
    first = mark.findings[0]
    ids = sorted(step_ids(mark)) + [id for id in (first.source, first.target) if id is not None]
    spoken_of = tuple(journey.steps.get(id) for id in ids)
    facts = (scene.t, mark, journey.head, journey.lanes, journey.promises, journey.items, spoken_of, hours)
    return scene.memo.get(
        ("wall_alt", mark.number), facts, lambda *_: wall_alt(mark, journey, hours, scene.t)
    )


def about(place: WallPlace) -> Id:
    """What a wall stands for: the key of its strongest finding."""
    return Id(place.stand.mark.findings[0].key)


def wall_nodes(scene: Scene, places: tuple[WallPlace, ...]) -> Iterator[Node]:
    """Bars and plates, dimmed ones first."""
    hours = hours_of_marks(scene.findings)
    for place in sorted(places, key=lambda place: not place.look.dimmed):
        mark = place.stand.mark
        alt = _alt(scene, mark, hours[mark.number])
        facts = (f"wall:{mark.number}", about(place), place.look, place.bar, place.side, alt)
        yield scene.memo.get(("wall", mark.number), facts, wall_node)


def word_nodes(scene: Scene, places: tuple[WallPlace, ...]) -> Iterator[Node]:
    """The words of walls that have any."""
    for place in places:
        if place.look.first or place.look.second:
            id = f"wall_words:{place.stand.mark.number}"
            facts = (id, about(place), place.look, place.bar, place.side, scene.measures)
            yield scene.memo.get(id, facts, words_node)


def disc_spots(places: tuple[WallPlace, ...]) -> Mapping[str, tuple[float, float]]:
    """Wire → where the disc of a friction at its wall hangs."""
    spots: dict[str, tuple[float, float]] = {}
    for place in places:
        if place.look.disc:
            for wire in place.stand.wires:
                spots.setdefault(wire, disc_spot(place.look, place.bar, place.side))
    return spots
