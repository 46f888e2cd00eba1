"""The canvas's Qt-free parts: levels, extents, the grid, selection, walking, places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from canvas_pictures import HEAD_W, PITCH, drawn, hotel_like
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymap.canvas import walk
from journeymap.canvas.chosen import Chosen
from journeymap.canvas.extent import distance_to_box, distance_to_line, line_of, node_extent
from journeymap.canvas.ghost_step import cell_box
from journeymap.canvas.grid import Grid
from journeymap.canvas.levels import Level, level_at, prims_at
from journeymap.canvas.places import place_at
from journeymap.canvas.sight import Sight
from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Step
from journeymap.picture.prims import Box, Node, Path, Rect, Stroke, Text

HOTEL = hotel_like()
SIGHT = Sight(drawn(HOTEL))


def ids(*names: str) -> tuple[Id, ...]:
    return tuple(Id(name) for name in names)


@pytest.mark.parametrize(
    ("scale", "before", "level"),
    [
        (1.0, None, Level.NEAR),
        (0.70, None, Level.NEAR),
        (0.69, None, Level.MIDDLE),
        (0.44, None, Level.FAR),
        (0.69, Level.NEAR, Level.NEAR),  # within 3 % below the border: it holds on
        (0.67, Level.NEAR, Level.MIDDLE),
        (0.71, Level.MIDDLE, Level.MIDDLE),
        (0.73, Level.MIDDLE, Level.NEAR),
        (0.44, Level.MIDDLE, Level.MIDDLE),
        (0.43, Level.MIDDLE, Level.FAR),
        (0.46, Level.FAR, Level.FAR),
        (0.20, Level.NEAR, Level.FAR),
    ],
)
def test_level_holds_on_for_three_per_cent(scale: float, before: Level | None, level: Level) -> None:
    assert level_at(scale, before) is level


def test_a_level_that_says_nothing_shows_the_nearer_one() -> None:
    near, far = (Rect(0, 0, 1, 1),), (Rect(0, 0, 2, 2),)
    assert prims_at(Node("a", "x", near), Level.FAR) == near
    assert prims_at(Node("a", "x", near, middle=far), Level.FAR) == far
    assert prims_at(Node("a", "x", near, far=()), Level.FAR) == ()
    assert prims_at(Node("a", "x", near, far=()), Level.MIDDLE) == near


def test_a_node_reaches_as_far_as_its_widest_level() -> None:
    node = Node("a", "x", (Rect(0, 0, 10, 10),), far=(Rect(-5, 0, 10, 10, stroke=Stroke("ink", 2)),))
    box = node_extent(node)
    assert box.x <= -6 and box.right >= 10


def test_words_with_a_halo_take_their_halo_with_them() -> None:
    node = Node("a", "x", (Text(0, 0, "å", 10, "ink", 6, halo=4),))
    assert node_extent(node).x <= -4


def test_distances() -> None:
    assert distance_to_box((3, 4), Box(0, 0, 10, 10)) == 0
    assert distance_to_box((13, 14), Box(0, 0, 10, 10)) == 5
    line = Path((("M", 0, 0), ("L", 10, 0), ("L", 10, 10)))
    assert distance_to_line((5, 3), line) == 3
    assert distance_to_line((14, 5), line) == 4


def test_a_link_is_known_by_its_longest_unfilled_line() -> None:
    short = Path((("M", 0, 0), ("L", 5, 0)), stroke=Stroke("road"))
    long = Path((("M", 0, 0), ("L", 50, 0)), stroke=Stroke("road"))
    head = Path((("M", 0, 0), ("L", 90, 0)), fill="road", stroke=Stroke("road"))
    assert line_of(Node("a", "link", (short, long, head))) is long


@settings(max_examples=60, deadline=None)
@given(
    boxes=st.lists(
        st.tuples(*[st.integers(-900, 2000)] * 2, *[st.integers(1, 900)] * 2), min_size=1, max_size=30
    ),
    view=st.tuples(*[st.integers(-900, 2000)] * 2, *[st.integers(1, 900)] * 2),
)
def test_the_grid_finds_what_a_plain_search_finds(
    boxes: list[tuple[int, ...]], view: tuple[int, ...]
) -> None:
    nodes = [Node(str(n), "x", (Rect(*box),), hit=Box(*box)) for n, box in enumerate(boxes)]
    grid = Grid(nodes)
    wanted = [n for n, box in enumerate(grid.boxes) if box.meets(Box(*view))]
    assert grid.within(Box(*view)) == wanted


def test_what_is_hit_squarely_comes_first_then_what_is_on_top() -> None:
    low = Node("low", "step", (), "low", hit=Box(0, 0, 100, 100))
    top = Node("top", "step", (), "top", hit=Box(50, 50, 100, 100))
    beside = Node("beside", "friction", (), "beside", hit=Box(160, 60, 10, 10))
    grid = Grid([low, top, beside])
    assert [n.id for n in grid.under(60, 60, 12)] == ["top", "low"]
    assert [n.id for n in grid.under(149, 65, 12)] == ["top", "beside"]
    assert [n.id for n in grid.under(155, 65, 12)] == ["beside", "top"]  # both 5 px off


def without(*gone: str) -> Sight:
    picture = SIGHT.picture
    return Sight(replace(picture, nodes=tuple(node for node in picture.nodes if node.about not in gone)))


def test_selection_is_kept_by_ids() -> None:
    chosen = Chosen().only(Id("queue")).toggled(Id("check"))
    assert chosen.ids == ids("queue", "check") and chosen.current == "check"
    assert chosen.toggled(Id("check")).current == "queue"
    assert chosen.kept(SIGHT, SIGHT) == chosen
    assert chosen.kept(SIGHT, without("check")) == Chosen(ids("queue"), Id("queue"), Id("queue"))
    assert chosen.kept(SIGHT, without("check", "queue")).ids == ids("book"), "the step read before"
    assert Chosen().kept(SIGHT, without("check")) == Chosen()


def test_shift_spans_a_rectangle() -> None:
    chosen = Chosen().only(Id("queue")).extended(Id("key"), lambda a, b: walk.between(SIGHT.steps, a, b))
    assert set(chosen.ids) == set(ids("queue", "check", "key"))
    assert (chosen.anchor, chosen.current) == ("queue", "key")


@pytest.mark.parametrize(
    ("start", "towards", "found"),
    [
        ("queue", "right", "check"),
        ("queue", "left", "plan"),
        ("queue", "down", "check"),
        ("check", "up", "queue"),
        ("check", "right", "key"),
        ("plan", "left", None),
        ("book", "down", None),
        ("book", "up", "plan"),
    ],
)
def test_arrows_go_to_the_nearest_step(start: str, towards: walk.Direction, found: str | None) -> None:
    assert walk.nearest(SIGHT.steps, SIGHT.steps[Id(start)], towards) == found


def test_page_keys_follow_the_road() -> None:
    assert walk.along_road(HOTEL, Id("plan"), onward=True) == "book"
    assert walk.along_road(HOTEL, Id("book"), onward=False) == "plan"
    assert walk.along_road(HOTEL, Id("sleep"), onward=True) is None


def test_home_and_end_stay_in_the_lane() -> None:
    assert walk.end_of_lane(HOTEL, Id("queue"), last=True) == "sleep"
    assert walk.end_of_lane(HOTEL, Id("key"), last=False) == "check"
    assert walk.end_of_journey(HOTEL, last=False) == "plan"


def test_tab_visits_badges_walls_then_links() -> None:
    shown = [node.about for node in SIGHT.picture.nodes if node.about]
    assert walk.parts_of_step(HOTEL, Id("queue"), shown) == list(ids("f1", "l2", "l3"))
    assert walk.parts_of_step(HOTEL, Id("check"), shown)[0] == "memory:book:check"


def test_places_are_cells_and_the_gutters_between() -> None:
    box = SIGHT.steps[Id("check")]
    cell = place_at(SIGHT, box.x + box.w / 2, box.y + box.h / 2)
    assert cell is not None and (cell.lane, cell.column, cell.between) == ("desk", 4, False)
    gutter = place_at(SIGHT, box.x - 14, box.y)
    assert gutter is not None and (gutter.column, gutter.between) == (3.5, True)
    beyond = place_at(SIGHT, 5000, 5000)
    assert beyond is not None and (beyond.lane, beyond.column) == ("office", 7)
    before = place_at(SIGHT, 190, 60)
    assert before is not None and (before.lane, before.column, before.between) == ("guest", 0, True)


def test_the_ghost_stands_where_the_step_will() -> None:
    box = SIGHT.steps[Id("check")]
    assert cell_box(SIGHT, Id("office"), 4).x == box.x
    below = cell_box(SIGHT, Id("desk"), 4)
    assert below.x == box.x and below.y > box.bottom
    beyond = cell_box(SIGHT, Id("desk"), 9)
    assert beyond.x == SIGHT.steps[Id("sleep")].x + PITCH
    between = cell_box(SIGHT, Id("desk"), 4.5)
    assert box.x < between.x < SIGHT.steps[Id("key")].x


def test_on_an_empty_map_the_first_step_stands_first_whatever_its_column() -> None:
    empty = Sight(drawn(journey_of(*HOTEL.lanes.values(), Step(id=Id("x"), title="", lane=Id("desk")))))
    empty.steps = {}
    assert cell_box(empty, Id("guest"), 5).x < HEAD_W + PITCH


def test_the_step_before_takes_over_from_one_that_is_gone() -> None:
    rest = Sight(drawn(HOTEL))
    rest.steps = {id: box for id, box in rest.steps.items() if id not in ("check",)}
    assert SIGHT.step_before(Id("check"), rest) == "queue"
    rest.steps = {Id("sleep"): SIGHT.steps[Id("sleep")]}
    assert SIGHT.step_before(Id("plan"), rest) == "sleep"
