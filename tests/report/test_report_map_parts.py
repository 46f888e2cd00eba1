"""The parts of the map in the report: no word over another sign, none cut off at the edge."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from report_maps import DAY

from journeymap.analysis.examine import examine
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.reading import column_ranks
from journeymap.model.records import Head, Lane, Link, Step
from journeymap.picture import paging
from journeymap.picture.prims import Box, Node, Text
from journeymap.report.edition import Edition, matter_of
from journeymap.report.map_parts import LEAST, map_parts, neighbours, scale_of
from journeymap.resources import samples
from journeymap.storage import files


def text_boxes(node: Node) -> list[Box]:
    """What each line of a node covers, from a little over the x-height to the baseline."""
    lines = [prim for prim in node.prims if isinstance(prim, Text)]
    return [Box(line.x, line.y - 0.7 * line.size, line.width, 0.7 * line.size) for line in lines]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted(samples().glob("*.journey")), ids=lambda path: path.stem)
def test_parts_of_samples_are_readable(path: Path, language: str) -> None:
    journey = files.load(path).journey
    matter = matter_of(journey, examine(journey, trials=0), catalogue(language), DAY, Edition())
    parts = map_parts(matter)
    assert parts
    for part in parts:
        assert scale_of(part.picture) >= LEAST
        nodes = part.picture.nodes
        walls = {node.id: node.hit for node in nodes if node.role == "wall" and node.hit is not None}
        steps = [node.hit for node in nodes if node.role == "step" and node.hit is not None]
        for node in nodes:
            for box in text_boxes(node):
                assert box.right <= part.picture.width, (part.part, node.id)
            if node.role != "wall_words":
                continue
            own = node.id.replace("wall_words:", "wall:")
            others = [hit for id, hit in walls.items() if id != own] + steps
            for box in text_boxes(node):
                assert not [hit for hit in others if hit.grown(-4).meets(box)], (part.part, node.id)


def wide(lanes: int, steps: int) -> Journey:
    """A road that goes to another lane at every step and back to the guest every third."""
    records: list[Any] = [Lane(id=Id("g"), name="Gästen", kind="customer", order=0)]
    records += [
        Lane(id=Id(f"l{n}"), name=f"Enhet {n}", kind="department", unit=f"Firma/{n}", order=n)
        for n in range(1, lanes)
    ]
    for n in range(steps):
        lane = "g" if n % 3 == 0 else f"l{1 + 7 * n % (lanes - 1)}"
        records.append(Step(id=Id(f"s{n:03}"), title=f"Steg {n}", lane=Id(lane), column=n, own_minutes=5))
    records += [
        Link(id=Id(f"k{n}"), source=Id(f"s{n:03}"), target=Id(f"s{n + 1:03}"), info="no", carrier="customer")
        for n in range(steps - 1)
    ]
    return journey_of(*records, head=Head(title="Många banor"))


@pytest.mark.parametrize("steps", [30, 80])
def test_a_map_of_twenty_lanes_is_read_in_parts_of_those_that_act_there(steps: int) -> None:
    journey = wide(20, steps)
    matter = matter_of(journey, examine(journey, trials=0), catalogue("sv"), DAY, Edition())
    parts = map_parts(matter)
    # five columns a part, the last one shared: 4 new ones each
    assert len(parts) == -(-(steps - 1) // 4)
    assert {id for part in parts for id in part.steps} == set(journey.steps)
    for part in parts:
        assert scale_of(part.picture) >= LEAST
        assert len(part.lanes) <= 6, "the guest and whom they meet there"
        assert {journey.steps[id].lane for id in part.steps} | {"g"} == set(part.lanes)
    for before, after in pairwise(parts):
        assert neighbours(before, parts)[1] is after
        assert neighbours(after, parts)[0] is before


def test_the_last_part_is_no_mere_rest() -> None:
    """21 columns in parts of five are 6 of 4 or 5 columns, or 5 full ones; never a page of two."""
    for steps in range(6, 60):
        journey = wide(3, steps)
        windows = paging._windows(journey, sorted(column_ranks(journey)), 5)
        sizes = [last - first + 1 for first, last in windows]
        assert len(sizes) == -(-(steps - 1) // 4)
        assert max(sizes) - min(sizes) <= 2
        assert sum(sizes) - (len(sizes) - 1) == steps
