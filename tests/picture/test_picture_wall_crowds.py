"""Several walls at one border: bars side by side inside the map, every plate to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from picture_maps import hotel_scene, picture_of

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Lane, Link, Step
from journeymap.picture.kinds.wall import WallLook
from journeymap.picture.options import Options
from journeymap.picture.prims import Box, Prim, Rect, Text
from journeymap.picture.wall_bars import LENGTH, Bar, side_by_side
from journeymap.resources import samples
from journeymap.storage import files

STAND = hotel_scene().stands[0]


def bar(number: int, at: float, certain: bool = True) -> Bar:
    """A wall over a crossing at `at` px."""
    stand = replace(STAND, mark=replace(STAND.mark, number=number))
    look = WallLook(f"M{number}", 4, certain)
    return Bar(stand, look, at - LENGTH / 2, at + LENGTH / 2, at, at)


def referring(receivers: int = 3) -> Journey:
    """A desk that sends people to so many steps of another unit, in the last but one column."""
    lanes = [
        Lane(id=Id("g"), name="Kunden", kind="customer", order=0),
        Lane(id=Id("a"), name="Disken", kind="department", unit="Bolaget/Disken", order=1),
        Lane(id=Id("b"), name="Utredning", kind="department", unit="Bolaget/Utredning", order=2),
    ]
    steps = [
        Step(id=Id("ask"), title="Frågar", lane=Id("g"), column=0, start=True, customer_present=True),
        Step(id=Id("desk"), title="Tar emot", lane=Id("a"), column=1, customer_present=True),
        Step(id=Id("end"), title="Går hem", lane=Id("g"), column=3, goal=True, customer_present=True),
    ]
    links = [Link(id=Id("k"), source=Id("ask"), target=Id("desk"), info="yes")]
    for n in range(receivers):
        steps.append(Step(id=Id(f"r{n}"), title=f"Rum {n}", lane=Id("b"), column=2, customer_present=True))
        links.append(Link(id=Id(f"i{n}"), source=Id("desk"), target=Id(f"r{n}"), kind="refer", info="no"))
        links.append(Link(id=Id(f"o{n}"), source=Id(f"r{n}"), target=Id("end"), info="yes"))
    return journey_of(*lanes, *steps, *links)


@given(st.lists(st.tuples(st.floats(0, 400), st.booleans()), min_size=1, max_size=9))
def test_bars_never_lie_over_one_another(crossings: list[tuple[float, bool]]) -> None:
    settled = side_by_side([bar(n, at, certain) for n, (at, certain) in enumerate(crossings, 1)])
    for one, other in pairwise(settled):
        assert one.right <= other.left + 1e-6


def test_four_at_one_crossing_are_three_and_a_number() -> None:
    settled = side_by_side([bar(n, 500.0) for n in (1, 2, 3, 4)])
    assert sorted(one.look.plate for one in settled) == ["M1 +1", "M2", "M3"]


def test_bars_near_the_left_edge_stand_to_the_right() -> None:
    settled = side_by_side([bar(n, 250.0) for n in (1, 2, 3)], left=190.0, right=900.0)
    assert [one.look.plate for one in settled] == ["M1", "M2", "M3"]
    assert settled[0].left == 250.0 - LENGTH / 2


@pytest.mark.parametrize("columns", [None, (2.0, 3.0)])
def test_every_wall_of_a_border_shows_its_number(columns: tuple[float, float] | None) -> None:
    """Also in a part of the map that begins where the walls stand: plates inside it, none covered."""
    picture = picture_of(referring(), Options(ledger=False, legend=False, columns=columns))
    walls = [node for node in picture.nodes if node.role == "wall"]
    assert len(walls) >= 3
    solid = {node.id: [Box(p.x, p.y, p.w, p.h) for p in node.prims if isinstance(p, Rect)] for node in walls}
    for node in walls:
        bar_box, plate = solid[node.id][0], solid[node.id][2]
        assert plate.h == 17
        assert plate.x >= picture.header_width - 40
        assert plate.right <= picture.width
        others = [box for id, boxes in solid.items() if id != node.id for box in boxes]
        assert not [box for box in others if box.grown(-2).meets(plate)], node.id
        assert bar_box.right <= picture.width


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("path", sorted(samples().glob("*.journey")), ids=lambda path: path.stem)
def test_the_line_of_visibility_says_its_name_where_no_wall_does(path: Path, language: str) -> None:
    journey = files.load(path).journey
    for columns in (None, (0.0, 5.0), (4.0, 9.0)):
        picture = picture_of(journey, Options(ledger=False, legend=False, columns=columns), language)
        name = [prim for node in picture.nodes if node.role == "visibility" for prim in node.prims]
        walls = [prim for node in picture.nodes if node.role == "wall_words" for prim in node.prims]
        for one in _boxes(name):
            assert not [other for other in _boxes(walls) if one.meets(other)]


def _boxes(prims: Sequence[Prim]) -> list[Box]:
    """What each line of text covers, from its tallest letters to its baseline."""
    return [
        Box(one.x, one.y - 0.7 * one.size, one.width, 0.7 * one.size)
        for one in prims
        if isinstance(one, Text)
    ]
