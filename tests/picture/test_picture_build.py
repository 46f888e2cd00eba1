"""The finished picture keeps VISUAL's rules: walls on borders, black boxes, text sizes, colours."""

from __future__ import annotations

import ast
from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path as FilePath

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_maps import findings_of, hotel, hotel_scene, loops, one_step, picture_of, random_map, texts

import journeymap.picture
from journeymap.analysis.findings import Findings
from journeymap.i18n.catalogue import catalogue
from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Lane, Step
from journeymap.picture.build import Memo, Options, build, seen_of
from journeymap.picture.diff import difference
from journeymap.picture.prims import Box, Image, Node, Path, Picture, Prim, Rect, Text
from journeymap.picture.rendering import shapes_at
from journeymap.picture.theme import TOKENS
from journeymap.picture.wall_nodes import wall_places

MAPS = {"hotel": hotel, "loops": loops, "one": one_step, "random": lambda: random_map(3, 60, 9, 24)}


@pytest.fixture(params=sorted(MAPS), name="journey")
def _journey(request: pytest.FixtureRequest) -> Journey:
    return MAPS[request.param]()


OFF_MAP = {"title", "ledger", "ledger_entry", "ledger_heading", "legend", "legend_entry"}
"""Bands that the editor's canvas does not show, and headers that it letters in screen size itself."""


def nodes(picture: Picture, role: str) -> list[Node]:
    return [node for node in picture.nodes if node.role == role]


def levels(node: Node) -> list[tuple[Prim, ...]]:
    return [prims for prims in (node.prims, node.middle, node.far) if prims is not None]


def colours(prim: Prim) -> set[str]:
    found: set[str | None] = set()
    if isinstance(prim, Text):
        found |= {prim.color, prim.halo_color}
    elif not isinstance(prim, Image):
        found |= {prim.fill, prim.stroke.color if prim.stroke else None}
    return {colour for colour in found if colour is not None}


def test_node_ids_are_unique(journey: Journey) -> None:
    ids = [node.id for node in picture_of(journey).nodes]
    assert len(ids) == len(set(ids))


def test_only_tokens_of_the_theme_are_used(journey: Journey) -> None:
    for node in picture_of(journey).nodes:
        for prims in levels(node):
            for prim in prims:
                assert colours(prim) <= set(TOKENS)


def test_no_two_boxes_overlap(journey: Journey) -> None:
    boxes = [node.hit for node in nodes(picture_of(journey), "step") if node.hit]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


@given(st.integers(0, 9999), st.integers(1, 60), st.integers(1, 10), st.integers(1, 20))
@settings(max_examples=25, deadline=None)
def test_no_boxes_overlap_and_all_lie_in_their_lanes(seed: int, steps: int, lanes: int, columns: int) -> None:
    journey = random_map(seed, steps, lanes, columns)
    picture = picture_of(journey)
    bands = dict(picture.lane_bands)
    boxes = {node.about: node.hit for node in nodes(picture, "step") if node.hit and node.about}
    assert len(boxes) == steps
    for id, box in boxes.items():
        band = bands[journey.steps[Id(id)].lane]
        assert band.y + 20 <= box.y
        assert box.bottom + 20 <= band.bottom
        assert picture.header_width <= box.x
        assert box.right <= picture.width
    assert not [pair for pair in combinations(boxes.values(), 2) if pair[0].meets(pair[1])]


def test_every_wall_is_centred_on_a_border_and_lies_over_its_crossing() -> None:
    for journey in (hotel(), loops(), random_map(3, 60, 9, 24), random_map(11, 40, 5, 10)):
        picture = picture_of(journey)
        borders = {band.y for _, band in picture.lane_bands} | {picture.lane_bands[-1][1].bottom}
        assert nodes(picture, "wall")
        for wall in nodes(picture, "wall"):
            bricks = [prim for prim in wall.prims if isinstance(prim, Path)][:1]
            dashed = [p for p in wall.prims if isinstance(p, Rect) and p.stroke and p.stroke.dash]
            assert bricks or dashed
            bar = extent(bricks[0]) if bricks and not dashed else rect_box(dashed[0])
            assert min(abs(bar.y + bar.h / 2 - border) for border in borders) < 0.01


def extent(path: Path) -> Box:
    xs = [segment[-2] for segment in path.segments if segment[0] != "Z"]
    ys = [segment[-1] for segment in path.segments if segment[0] != "Z"]
    left, top = min(map(float, xs)), min(map(float, ys))
    return Box(left, top, max(map(float, xs)) - left, max(map(float, ys)) - top)


def rect_box(rect: Rect) -> Box:
    return Box(rect.x, rect.y, rect.w, rect.h)


def test_the_hotels_walls_stand_where_the_guest_runs_into_them() -> None:
    scene = hotel_scene()
    places = {place.stand.mark.number: place for place in wall_places(scene)}
    lanes = [lane.id for lane in scene.grid.lanes]
    # memory and promise: on the upper border of the reception, which receives, facing the offers
    assert [places[n].stand.border for n in (1, 2)] == [lanes.index(Id("reception"))] * 2
    # the round: between reception and customer service; silent: on the border of the one who gives
    assert places[3].stand.border == lanes.index(Id("service"))
    assert places[4].stand.border == lanes.index(Id("cleaning"))
    for place in places.values():
        assert place.stand.wires
        for wire in place.stand.wires:
            y = scene.frame.border(place.stand.border)
            xs = [a[0] for a, b in scene.traces[wire].pieces() if min(a[1], b[1]) < y < max(a[1], b[1])]
            assert any(place.bar.x < x < place.bar.right for x in xs)
    # offers and reception are of one company, cleaning of another: three and four courses
    assert [places[n].look.courses for n in (1, 2, 3, 4)] == [3, 3, 3, 4]
    assert places[3].look.first == ("”Det är centralt, inte vi.”",)


def test_a_critical_step_is_black_with_caption_and_diamond() -> None:
    picture = picture_of(hotel())
    by_id = {node.about: node for node in nodes(picture, "step")}
    for id in ("desk", "dispute", "sleep"):
        prims = by_id[id].prims
        assert any(isinstance(prim, Rect) and prim.fill == "crit" for prim in prims)
        assert any(isinstance(prim, Text) and prim.text == "AVGÖRANDE" for prim in prims)
        assert any(isinstance(prim, Path) and prim.fill == "oncrit" for prim in prims)
    assert not any(isinstance(prim, Rect) and prim.fill == "crit" for prim in by_id["book"].prims)


def test_no_text_is_smaller_than_its_floor(journey: Journey) -> None:
    """Near: 9.5 px for the caption, 9 for a three-digit rank, 10.5 else; middle: 7.5 px at 45 %."""
    for node in picture_of(journey).nodes:
        for prim in node.prims:
            if isinstance(prim, Text):
                assert prim.size >= 9.0
        on_map = node.layer not in ("lane_header", "stage_header") and node.role not in OFF_MAP
        for prim in shapes_at(node, "middle") if on_map else ():
            if isinstance(prim, Text):
                assert prim.size * 0.45 >= 7.5, node.id
        for prim in shapes_at(node, "far") if on_map else ():
            assert not isinstance(prim, Text), node.id


def test_texts_stay_inside_their_boxes(journey: Journey) -> None:
    for node in nodes(picture_of(journey), "step"):
        assert node.hit is not None
        for prim in node.prims:
            if isinstance(prim, Text) and prim.color not in ("value", "ink2"):
                assert prim.x >= node.hit.x
                assert prim.x + prim.width <= node.hit.right + 0.5
                assert node.hit.y < prim.y < node.hit.bottom


def test_wall_words_cover_no_box() -> None:
    for journey in (hotel(), loops()):
        picture = picture_of(journey)
        boxes = [node.hit for node in nodes(picture, "step") if node.hit]
        for node, text in texts(picture):
            if node.role == "wall_words":
                words = Box(text.x, text.y - text.size * 0.73, text.width, text.size * 0.9)
                assert not [box for box in boxes if box.meets(words)], text.text


def test_the_legend_lists_the_kinds_that_are_there() -> None:
    legend = {node.id for node in nodes(picture_of(hotel()), "legend_entry")}
    walls_and_frictions = {"wall", "critical", "tier_a", "tier_b", "unranked"}
    links = {"road", "refer", "information", "not_given", "promise"}
    signs = {"lock", "open_lock", "rucksack", "value", "partial", "evidence", "flag"}
    assert legend == {f"legend:{name}" for name in walls_and_frictions | links | signs}
    assert [node.id for node in nodes(picture_of(one_step()), "legend_entry")] == []


def test_the_ledger_has_every_friction_in_order() -> None:
    picture = picture_of(hotel())
    entries = [node for node in picture.nodes if node.role == "ledger_entry"]
    ranks = [text.text for node, text in texts(picture) if node in entries and text.weight == 700]
    assert ranks == ["1", "2", "3", "4", "5", "6", "7", "8", "?"]


def test_equal_input_gives_equal_pictures_and_unchanged_nodes_are_the_same() -> None:
    journey, memo, t = hotel(), Memo(), catalogue("sv")
    findings = findings_of(journey)
    first = build(journey, findings, Options(), t, memo)
    assert build(journey, findings, Options(), t, Memo()) == first
    step = journey.steps[Id("survey")]
    renamed = journey.apply(Change({step.id: (step, msgspec.structs.replace(step, title="Enkät"))}))
    second = build(renamed, findings, Options(), t, memo)
    changed = difference(first, second)
    # the step itself, and the road to it whose spoken words name it; its source's words name it too
    assert {node.id for node in changed.changed} == {"step:survey", "step:checkout", "link:checkout-survey"}
    kept = {id(node) for node in first.nodes}
    assert sum(id(node) not in kept for node in second.nodes) < 30
    assert not difference(first, first)


def test_focus_dims_the_rest() -> None:
    options = Options(focus=frozenset({Id("queue"), Id("desk")}))
    picture = picture_of(hotel(), options)
    by_id = {node.id: node for node in picture.nodes}
    dimmed = {prim.color for prim in by_id["step:key"].prims if isinstance(prim, Text)}
    assert dimmed == {"line"}
    assert "friction:F3" not in by_id
    assert {p.stroke.color for p in by_id["link:desk-key"].prims if isinstance(p, Path) and p.stroke} <= {
        "hair",
        "paper",
    }


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_every_language_builds_with_its_own_letter_for_walls(language: str) -> None:
    picture = picture_of(hotel(), language=language)
    plates = {text.text for node, text in texts(picture) if node.role == "wall"}
    assert plates == {f"{'W' if language == 'en' else 'M'}{n}" for n in (1, 2, 3, 4)}


def test_bands_and_ledger_can_be_left_out() -> None:
    whole = picture_of(hotel())
    bare = picture_of(hotel(), Options().without_surroundings())
    assert bare.height < whole.height
    assert not {node.role for node in bare.nodes} & {"title", "ledger_entry", "legend_entry"}
    flat = picture_of(hotel(), replace(Options(), curve=False))
    assert flat.lane_bands[0][1].y < whole.lane_bands[0][1].y


def test_an_empty_journey_has_a_picture() -> None:
    picture = picture_of(journey_of())
    assert picture.width > 0
    assert picture.height > 0


def test_the_hints_of_an_empty_map_go_as_steps_arrive() -> None:
    lane = Lane(id=Id("c"), name="Kunden", kind="customer", order=1)
    steps = [Step(id=Id(f"a{n}"), title=f"Steg {n}", lane=lane.id, column=n) for n in range(3)]
    shown = [
        {node.id for node in picture_of(journey_of(lane, *steps[:count]), Options(hints=True)).nodes}
        for count in range(4)
    ]
    assert {"hint:step0", "hint:step1", "hint:step2", "hint:step3", "hint:keys", "hint:lane0"} <= shown[0]
    assert "hint:step0" not in shown[1]
    assert "hint:step1" in shown[1]
    assert "hint:step1" not in shown[2]
    assert not [id for id in shown[3] if id.startswith("hint:")]
    bare = picture_of(journey_of(lane), Options())
    assert not [node for node in bare.nodes if node.role == "hint"]


def test_what_a_picture_sees_of_the_findings_is_all_that_it_reads() -> None:
    """A field read anywhere under `picture` decides whether a picture is drawn anew."""
    read: set[str] = set()
    for path in FilePath(journeymap.picture.__file__ or "").parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            owner = node.value if isinstance(node, ast.Attribute) else None
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if isinstance(node, ast.Attribute) and name == "findings":
                read.add(node.attr)
    found = Findings(**{field.name: field.name for field in fields(Findings)})  # type: ignore[arg-type]
    assert read & {field.name for field in fields(Findings)} <= set(seen_of(found))
