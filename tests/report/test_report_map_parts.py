"""The parts of the map in the report: no word over another sign, none cut off at the edge."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_maps import DAY

from journeymap.analysis.examine import examine
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.picture.prims import Box, Node, Text
from journeymap.report.edition import Edition, matter_of
from journeymap.report.map_parts import LEAST, map_parts, scale_of
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
