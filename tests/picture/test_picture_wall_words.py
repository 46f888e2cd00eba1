"""Words of a wall never lie on another wall's bricks or on a step, in any sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeymap.analysis.examine import examine
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.picture.build import Options, build
from journeymap.picture.prims import Box, Node, Text
from journeymap.resources import samples
from journeymap.storage import files


def text_boxes(node: Node) -> list[Box]:
    """What each line of a node covers, from a little over the x-height to the baseline."""
    lines = [prim for prim in node.prims if isinstance(prim, Text)]
    return [Box(line.x, line.y - 0.7 * line.size, line.width, 0.7 * line.size) for line in lines]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted(samples().glob("*.journey")), ids=lambda path: path.stem)
def test_words_of_walls_cover_no_bricks_and_no_step(path: Path, language: str) -> None:
    journey = files.load(path).journey
    picture = build(journey, examine(journey, trials=0), Options(), catalogue(language))
    walls = {node.id: node.hit for node in picture.nodes if node.role == "wall"}
    steps = [node.hit for node in picture.nodes if node.role == "step"]
    written = [node for node in picture.nodes if node.role == "wall_words"]
    assert len(written) == len(walls) > 0
    for node in written:
        own = node.id.replace("wall_words:", "wall:")
        others = [hit for id, hit in walls.items() if id != own and hit is not None]
        for box in text_boxes(node):
            assert not [hit for hit in others if hit.grown(-3).meets(box)], node.id
            assert not [hit for hit in steps if hit is not None and hit.grown(-4).meets(box)], node.id
