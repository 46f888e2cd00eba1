"""Parked remarks beside their place: a small sheet at the top of the cell, its words in the panel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journeymap.model.ids import Id
from journeymap.picture.kinds.signs import note_sign
from journeymap.picture.prims import Box, Node
from journeymap.picture.scene import Scene


def note_nodes(scene: Scene) -> Iterator[Node]:
    """A sheet for every note that says where it belongs."""
    if not scene.options.notes:
        return
    lanes = {lane.id: index for index, lane in enumerate(scene.grid.lanes)}
    columns = {column.value: index for index, column in enumerate(scene.grid.columns)}
    held: Counter[tuple[int, int]] = Counter()
    for id, note in sorted(scene.journey.notes.items()):
        lane = lanes.get(note.lane) if note.lane else None
        column = columns.get(note.column) if note.column is not None else None
        if lane is None or column is None:
            continue
        band = scene.frame.lane_bands[lane]
        x = scene.frame.xs[2 * column + 1] - scene.measures.step_width / 2 + 16 * held[lane, column]
        held[lane, column] += 1
        facts = (id, x, band.y + 5, scene.frame.ground_at(lane), note.text)
        yield scene.memo.get(("note", id), facts, _note_node)


def _note_node(id: Id, x: float, y: float, ground: str, words: str) -> Node:
    prims = note_sign(x, y, ground)
    return Node(f"note:{id}", "note", prims, id, words, Box(x - 2, y - 2, 16, 16), middle=(), far=())
