"""Of what runs over the whole map only what is in sight is drawn, and looks as if all of it were."""

from __future__ import annotations

from dataclasses import replace
from math import sin

import msgspec
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from benchmarks.maps import synthetic
from journeymap.analysis.examine import examine
from journeymap.canvas.drawings import Drawings
from journeymap.canvas.levels import Level
from journeymap.canvas.long_shapes import IN_ORDER, is_course, is_hatching, row_of
from journeymap.i18n import catalogue
from journeymap.model.records import Step
from journeymap.paint.qt import paint
from journeymap.picture.build import Memo, Options, build
from journeymap.picture.curve import smooth
from journeymap.picture.kinds.lane import hatched
from journeymap.picture.prims import Box, Node, Path, Prim, Rect, Stroke
from journeymap.picture.theme import LIGHT

pytestmark = pytest.mark.qt

SPOTS = tuple((40.0 + 20 * n, 40 + 25 * sin(n / 3)) for n in range(150))
LINE = Path(smooth(SPOTS), stroke=Stroke("road", 2.6))
ROAD = Path((("M", *SPOTS[0]), *(("L", *spot) for spot in SPOTS[1:])), stroke=Stroke("road", 2.6))
BEADS = tuple(Rect(x - 4, y - 4, 8, 8, 4, "paper", Stroke("road", 2)) for x, y in SPOTS)
HATCHED = hatched(Box(40.0, 10.0, 3000.0, 60.0))


def painted(prims: tuple[Prim, ...], left: float, scale: float, quick: bool) -> QImage:
    """A window of 200 px on the shapes, from `left` on."""
    image = QImage(300, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#8899aa"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRect(20, 5, 200, 60))
    painter.scale(scale, scale)
    painter.translate(-left, 0)
    if quick:
        Drawings(LIGHT).paint(painter, Node("a", "x", prims), Level.NEAR)
    else:
        paint(painter, prims, LIGHT)
    painter.end()
    return image


@pytest.mark.parametrize("prims", [(HATCHED,), (LINE,), (ROAD,), BEADS, (HATCHED, LINE, *BEADS, HATCHED)])
@pytest.mark.parametrize("left", [0.0, 333.0, 1500.0, 2900.0])
@pytest.mark.parametrize("scale", [1.0, 0.3])
def test_what_is_in_sight_of_it_looks_as_all_of_it(
    prims: tuple[Prim, ...], left: float, scale: float
) -> None:
    bare = painted((), left, scale, quick=True)
    assert painted(prims, left, scale, quick=True) == painted(prims, left, scale, quick=False) != bare


@pytest.mark.parametrize("prims", [(HATCHED,), (LINE,), BEADS])
def test_nothing_is_in_sight_beyond_its_ends(prims: tuple[Prim, ...]) -> None:
    for left in (-900.0, 9000.0):
        assert painted(prims, left, 1.0, quick=True) == painted((), left, 1.0, quick=True)


def test_a_road_is_no_hatching() -> None:
    assert is_hatching(HATCHED) and not is_hatching(LINE)
    there_and_back = tuple(piece for x in (*range(150), *range(150)) for piece in (("M", x, 0), ("L", x, 9)))
    assert not is_hatching(Path(there_and_back, stroke=Stroke("road", 2.0)))
    joined = (("M", 0.0, 0.0), *(("L", float(x), 9.0) for x in range(300)))
    assert not is_hatching(Path(joined, stroke=Stroke("road", 2.0)))
    assert not is_hatching(hatched(Box(0, 0, 30, 20)))


def test_a_course_is_one_line_that_never_turns_back() -> None:
    assert is_course(LINE) and is_course(ROAD) and not is_course(HATCHED)
    assert not is_course(Path(LINE.segments, fill="road"))
    assert not is_course(Path(LINE.segments, stroke=Stroke("road", 2.0, (5.0, 4.0))))
    assert not is_course(Path(LINE.segments[:50], stroke=Stroke("road", 2.0)))
    assert not is_course(Path((*ROAD.segments, ("L", 0.0, 0.0)), stroke=Stroke("road", 2.0)))
    bulging = (*LINE.segments, ("C", 9000.0, 0.0, 9000.0, 9.0, 3100.0, 9.0))
    assert not is_course(Path(bulging, stroke=Stroke("road", 2.0)))


def test_a_row_is_of_rectangles_that_follow_one_another() -> None:
    assert row_of(BEADS)
    assert not row_of(BEADS[:50])
    assert not row_of((*BEADS, LINE))
    assert not row_of((*BEADS, BEADS[0]))


@pytest.mark.parametrize("steps", [60, 500])
def test_what_is_made_in_order_is_in_order(steps: int) -> None:
    """The canvas takes the picture's word for lanes and the curve: here it is looked into."""
    journey = synthetic(steps)
    said = {id: msgspec.structs.replace(step, expectation=2) for id, step in journey.steps.items()}
    journey = replace(journey, tables={**journey.tables, Step: said})
    picture = build(journey, examine(journey, trials=0), Options(), catalogue("en"), Memo())
    found = [
        path
        for node in picture.nodes if node.role in IN_ORDER
        for prims in (node.prims, node.middle or (), node.far or ())
        for path in prims if isinstance(path, Path)
    ]  # fmt: skip
    for path in found:
        assert is_hatching(path, in_order=True) == is_hatching(path)
        assert is_course(path, in_order=True) == is_course(path)
    assert any(map(is_hatching, found)) and any(map(is_course, found)) == (steps > 100)
