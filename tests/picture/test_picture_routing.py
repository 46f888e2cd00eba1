"""No link ever enters a box that is not its own, whatever the map."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_maps import hotel_scene, loops, random_map, scene_for

from journeymap.model.ids import Id
from journeymap.picture.prims import Box
from journeymap.picture.routing.board import Board
from journeymap.picture.routing.search import find_paths
from journeymap.picture.routing.wires import Wire
from journeymap.picture.scene import Scene


def foreign_hits(scene: Scene) -> list[tuple[str, Id]]:
    """(link, step) for every link that touches the box of a step it does not belong to.

    The second way: every piece against every box, by brute force.
    """
    hits = []
    for id, trace in scene.traces.items():
        for (ax, ay), (bx, by) in trace.pieces():
            piece = Box(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by)).grown(trace.wire.width / 2)
            for step, slot in scene.frame.slots.items():
                if step not in (trace.wire.source, trace.wire.target) and piece.meets(slot.box):
                    hits.append((id, step))
    return hits


def own_hits(scene: Scene) -> list[str]:
    """Links that run through the inside of one of their own two boxes."""
    hits = []
    for id, trace in scene.traces.items():
        for end in (trace.wire.source, trace.wire.target):
            inside = scene.frame.slots[Id(end)].box.grown(-1)
            for (ax, ay), (bx, by) in trace.pieces():
                if Box(min(ax, bx), min(ay, by), abs(ax - bx) + 0.01, abs(ay - by) + 0.01).meets(inside):
                    hits.append(id)
    return hits


@given(st.integers(0, 10_000), st.integers(2, 70), st.integers(1, 12), st.integers(1, 20))
@settings(max_examples=40, deadline=None)
def test_no_link_enters_a_box_it_does_not_belong_to(seed: int, steps: int, lanes: int, columns: int) -> None:
    scene = scene_for(random_map(seed, steps, lanes, columns))
    assert foreign_hits(scene) == []
    assert own_hits(scene) == []
    assert set(scene.looks) == {wire for wire in scene.traces if not wire.startswith("promise:")}


@pytest.mark.parametrize(("steps", "lanes"), [(60, 9), (200, 12), (1000, 12)])
def test_large_maps_route_every_link_around_the_boxes(steps: int, lanes: int) -> None:
    scene = scene_for(random_map(1, steps, lanes))
    assert foreign_hits(scene) == []
    assert len(scene.looks) == len(scene.journey.links)


def test_the_hotel_and_loops_route_around_the_boxes() -> None:
    for scene in (hotel_scene(), scene_for(loops())):
        assert foreign_hits(scene) == []
        assert own_hits(scene) == []


def test_every_link_begins_and_ends_on_the_edge_of_its_box() -> None:
    scene = hotel_scene()
    for trace in scene.traces.values():
        for end, spot in ((trace.wire.source, trace.spots[0]), (trace.wire.target, trace.spots[-1])):
            box = scene.frame.slots[Id(end)].box
            assert box.x <= spot[0] <= box.right
            assert box.y <= spot[1] <= box.bottom
            assert spot[0] in (box.x, box.right) or spot[1] in (box.y, box.bottom)


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_links_to_different_targets_never_share_a_track(seed: int) -> None:
    scene = scene_for(random_map(seed, 30, 6, 8))
    for (one, a), (other, b) in combinations(scene.traces.items(), 2):
        one_bundle = a.wire.source == b.wire.source and a.wire.family == b.wire.family == "information"
        if a.wire.target == b.wire.target or one_bundle:
            continue
        assert not _overlap(a.pieces(), b.pieces()), (one, other)


def _overlap(one: tuple, other: tuple) -> bool:  # type: ignore[type-arg]
    """Whether two ways lie on one another over more than a few px."""
    for (ax, ay), (bx, by) in one:
        for (cx, cy), (dx, dy) in other:
            if ax == bx == cx == dx and min(max(ay, by), max(cy, dy)) - max(min(ay, by), min(cy, dy)) > 4:
                return True
            if ay == by == cy == dy and min(max(ax, bx), max(cx, dx)) - max(min(ax, bx), min(cx, dx)) > 4:
                return True
    return False


def test_the_way_without_bends_is_taken_where_it_is_free() -> None:
    board = Board(3, [1])
    board.occupy([(1, 1), (5, 1)])
    (path,) = find_paths(board, [Wire("k", "a", "b", (1, 1), (5, 1), "road", 6.0)])
    assert path.points == ((1, 1), (5, 1))


def test_first_along_the_givers_lane_then_down() -> None:
    # two lanes, three columns: from the top left to the bottom right, nothing in between
    board = Board(3, [1, 1])
    board.occupy([(1, 1), (5, 4)])
    (path,) = find_paths(board, [Wire("k", "a", "b", (1, 1), (5, 4), "road", 6.0)])
    assert path.points == ((1, 1), (5, 1), (5, 4))


def test_a_loop_back_runs_under_its_row() -> None:
    board = Board(3, [1])
    board.occupy([(1, 1), (3, 1), (5, 1)])
    (path,) = find_paths(board, [Wire("k", "b", "a", (5, 1), (1, 1), "road", 6.0)])
    assert path.points == ((5, 1), (5, 2), (1, 2), (1, 1))
