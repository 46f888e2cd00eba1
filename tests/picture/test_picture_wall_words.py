"""Words of a wall never lie on another wall's bricks, on a step or on a line, in any sample or template."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeymap.analysis.examine import examine
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order
from journeymap.picture.build import Options, build, draw
from journeymap.picture.memo import Memo
from journeymap.picture.prims import Box, Node, Text
from journeymap.picture.scene import Scene, scene_of
from journeymap.picture.wall_bars import Bar
from journeymap.picture.wall_room import room_for
from journeymap.picture.walls import Stand
from journeymap.resources import resource, samples
from journeymap.storage import files


def text_boxes(node: Node) -> list[Box]:
    """What each line of a node covers, from a little over the x-height to the baseline."""
    lines = [prim for prim in node.prims if isinstance(prim, Text)]
    return [Box(line.x, line.y - 0.7 * line.size, line.width, 0.7 * line.size) for line in lines]


MAPS = [*sorted(samples().glob("*.journey")), *sorted(resource("templates").glob("*/*.journey"))]


def lines_of(scene: Scene) -> list[Box]:
    """Every straight piece of every link and promise."""
    return [
        Box(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))
        for trace in scene.traces.values()
        for (ax, ay), (bx, by) in trace.pieces()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_line_runs_through_the_words_of_a_wall(path: Path, language: str) -> None:
    clear_of_lines(files.load(path).journey, language)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nor_where_lanes_have_names_of_forty_letters(path: Path) -> None:
    document = Document(files.load(path).journey)
    for place, lane in enumerate(lanes_in_order(document.journey)):
        verbs.set_field(document, lane.id, name=f"Avfallshanteringsavgiftsregleringsmyndigheten {place}")
    clear_of_lines(document.journey, "sv")


def clear_of_lines(journey: Journey, language: str) -> None:
    scene = scene_of(journey, examine(journey, trials=0), Options(), catalogue(language), Memo())
    written = [node for node in draw(scene).nodes if node.role == "wall_words"]
    assert len(written) == len(scene.stands), "nothing is left out to make room"
    lines = lines_of(scene)
    for node in written:
        for box in text_boxes(node):
            assert not [line for line in lines if line.meets(box.grown(2))], node.id


def test_a_gutter_grows_until_the_line_is_past_the_words() -> None:
    """Gutters 0, 2, 4 and columns 1, 3 of 144 px each: the wall at 216 (column 1), a line at 504
    (column 3). The gutter between them, at 360, moves the line by each px it grows."""
    xs = (72.0, 216.0, 360.0, 504.0, 648.0)
    bar = Bar(Stand(None, 0, (), Id("s")), None, 170.0, 262.0, 216.0, 216.0)  # type: ignore[arg-type]
    assert room_for(xs, bar, "right", (300.0, 532.0), [504.0]) == (1, 28.0)
    assert room_for(xs, bar, "right", (300.0, 532.0), []) is None
    assert room_for(xs, bar, "right", (300.0, 700.0), [504.0]) is None, "the map is not torn apart"
    # a line in the gutter itself moves by half a px for each that it grows
    assert room_for(xs, bar, "right", (300.0, 380.0), [360.0]) == (1, 40.0)


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
