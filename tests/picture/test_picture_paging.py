"""Pages: everything is on some section, neighbours overlap, the overview's type can be read."""

from __future__ import annotations

import pytest
from picture_maps import findings_of, hotel, one_step, random_map

from journeymap.i18n.catalogue import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.reading import column_of, column_ranks
from journeymap.model.records import Stage, Step
from journeymap.picture import paging
from journeymap.picture.paging import Section
from journeymap.picture.prims import Text

PAPER = 493.2


def cut(journey: Journey, **sizes: int) -> tuple[Section, ...]:
    return paging.sections(journey, findings_of(journey), catalogue("sv"), **sizes)


def test_the_hotel_takes_two_sections_that_share_one_column() -> None:
    first, second = cut(hotel())
    # 15 columns, at most eight a page: 1-8 and 8-15
    assert (first.first, first.last, second.first, second.last) == (1, 8, 8, 15)
    assert first.shared[0] is None
    assert second.shared[1] is None
    assert first.shared[1] is not None
    assert second.shared[0] is not None
    assert set(first.steps) | set(second.steps) == set(hotel().steps)
    assert first.alt.startswith("Karta, del 1 av 2. Från Planerar en helg via")


@pytest.mark.parametrize("journey", [random_map(3, 60, 12, 24), random_map(8, 30, 4, 30), one_step()])
def test_every_step_is_on_some_section_and_sections_keep_their_size(journey: Journey) -> None:
    ranks = column_ranks(journey)
    sections = cut(journey, columns=6, lanes=5)
    assert {step for section in sections for step in section.steps} == set(journey.steps)
    for section in sections:
        assert ranks[section.last] - ranks[section.first] < 6
        assert len(section.lanes) <= 5
        assert "l0" in section.lanes or "c" in section.lanes
        drawn = {node.about for node in section.picture.nodes if node.role == "step"}
        assert drawn == set(section.steps)
    assert [section.part for section in sections] == list(range(1, len(sections) + 1))


def test_sections_end_with_a_stage_where_one_ends_near() -> None:
    # stages of 5, 4 and 3 columns; at most six a page: the first cut falls after the fifth
    journey = random_map(1, 1, 1, 1)
    lane = next(iter(journey.lanes.values()))
    stages = [Stage(id=Id(f"s{n}"), name=f"Fas {n}", order=n) for n in range(3)]
    stage_of = [0] * 5 + [1] * 4 + [2] * 3
    steps = [
        Step(id=Id(f"a{c:02}"), title=f"Steg {c}", lane=lane.id, column=c, stage=stages[s].id)
        for c, s in enumerate(stage_of)
    ]
    sections = cut(journey_of(lane, *stages, *steps), columns=6)
    assert [(section.first, section.last) for section in sections] == [(0, 4), (4, 8), (8, 11)]


def test_a_link_that_leaves_a_section_runs_to_its_border() -> None:
    _, second = cut(hotel())
    links = {node.about for node in second.picture.nodes if node.role == "link"}
    # the road into the desk and the information from the booking come from the first section
    assert {Id("queue-desk"), Id("book-desk")} <= links
    assert Id("plan-book") not in links


def test_the_line_of_visibility_stays_where_it_was() -> None:
    _, second = cut(hotel())
    bands = dict(second.picture.lane_bands)
    grounds = {node.about: node for node in second.picture.nodes if node.role == "lane_ground"}
    assert next(getattr(prim, "fill", None) for prim in grounds["inventory"].prims) == "back"
    assert set(bands) == set(hotel().lanes)


@pytest.mark.parametrize("journey", [hotel(), random_map(3, 60, 9, 40), one_step()])
def test_no_type_in_an_overview_is_too_small_to_read(journey: Journey) -> None:
    picture = paging.overview(journey, findings_of(journey), catalogue("sv"), PAPER)
    scale = PAPER / picture.width
    sizes = [prim.size * scale for node in picture.nodes for prim in node.prims if isinstance(prim, Text)]
    assert sizes
    assert min(sizes) >= 8.0
    assert picture.height * scale < 700


def test_the_overview_numbers_steps_in_reading_order() -> None:
    picture = paging.overview(hotel(), findings_of(hotel()), catalogue("sv"), PAPER)
    numbers = {
        node.about: prim.text
        for node in picture.nodes
        for prim in node.prims
        if node.role == "step" and isinstance(prim, Text)
    }
    ordered = sorted(hotel().steps.values(), key=lambda step: numbers[step.id])
    columns = [column_of(step) for step in ordered]
    assert columns == sorted(columns)
    assert numbers["plan"] == "01"
    assert numbers["survey"] == "17"


def test_the_room_shows_one_stage_with_readable_titles() -> None:
    picture = paging.room(hotel(), findings_of(hotel()), catalogue("sv"), Id("s3"))
    assert len(picture.column_bands) <= 6
    # drawn at twice its size: titles of at least 28 px
    titles = [
        prim.size * 2
        for node in picture.nodes
        for prim in node.prims
        if node.role == "step" and isinstance(prim, Text) and prim.color == "ink"
    ]
    assert titles
    assert min(titles) >= 28
    heights = {id: band.h for id, band in picture.lane_bands}
    assert heights["inventory"] < 40 < heights["reception"]


def test_a_journey_without_steps_has_no_sections() -> None:
    assert cut(journey_of()) == ()
