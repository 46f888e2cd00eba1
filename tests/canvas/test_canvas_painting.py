"""What is painted: only what changed, level by level, halos like the painter's own, the real picture."""

from __future__ import annotations

from dataclasses import replace

import pytest
from canvas_pictures import drawn, hotel_like
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from journeymap.analysis.examine import examine
from journeymap.canvas import map_item as painted
from journeymap.canvas.drawings import Drawings
from journeymap.canvas.grid import Grid
from journeymap.canvas.headers import size_of_names
from journeymap.canvas.levels import Level
from journeymap.canvas.minimap import MiniMap
from journeymap.canvas.ready import differing
from journeymap.canvas.view import MapView
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.paint.qt import paint
from journeymap.picture.build import Options, build
from journeymap.picture.prims import Node, Picture, Rect, Text
from journeymap.picture.theme import DARK, LIGHT
from journeymap.resources import samples
from journeymap.storage import files

pytestmark = pytest.mark.qt


def sample(name: str) -> Picture:
    journey = files.load(samples() / f"{name}.journey").journey
    findings = examine(journey, trials=200)
    return build(journey, findings, Options().without_surroundings(), catalogue("sv"))


def blank(width: int = 300, height: int = 80) -> tuple[QImage, QPainter]:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#8899aa"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def test_only_what_differs_is_painted_anew() -> None:
    journey = hotel_like()
    before = Grid(drawn(journey).nodes)
    nodes = [replace(n, alt="x") if n.id == "step:queue" else n for n in before.nodes if n.id != "link:l5"]
    after = Grid(nodes, before)
    wanted = {before.boxes[[n.id for n in before.nodes].index(id)] for id in ("step:queue", "link:l5")}
    assert set(differing(before, after)) == wanted


def test_a_halo_made_of_letters_is_the_halo_of_the_words() -> None:
    for words in ("Löftet kom aldrig fram", "“Det är centralt, inte vi.”", "ffi → 7 ⅔ x̀"):
        text = Text(12, 44, words, 12, "bricktext", 200, 600, halo=4)
        one, painter = blank()
        Drawings(LIGHT).paint(painter, Node("a", "x", (text,)), Level.NEAR)
        painter.end()
        other, painter = blank()
        paint(painter, (text,), LIGHT)
        painter.end()
        off = sum(
            max(abs(a - b) for a, b in zip(one.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb(),
                                           strict=True)) > 40
            for x in range(one.width()) for y in range(one.height())
        )  # fmt: skip
        assert off < 0.002 * one.width() * one.height(), words


@pytest.mark.parametrize(("scale", "size"), [(2.0, 1.0), (1.0, 1.0), (0.5, 13 / 15), (0.3, 12 / 15)])
def test_names_are_never_larger_than_at_100_per_cent_nor_too_small(scale: float, size: float) -> None:
    assert size_of_names(scale) == pytest.approx(size)


def test_levels_follow_the_zoom(map_view: MapView) -> None:
    seen = []
    for scale in (1.0, 0.6, 0.3, 0.6, 1.0):
        map_view.camera.zoom(scale)
        seen.append(map_view._map.level)
    assert seen == [Level.NEAR, Level.MIDDLE, Level.FAR, Level.MIDDLE, Level.NEAR]


def test_far_out_a_step_is_a_plate(map_view: MapView) -> None:
    map_view.camera.zoom(0.25)
    box = map_view.where(Id("check"))
    assert box is not None
    shown = map_view.grab().toImage().pixelColor(box.center().toPoint())
    assert shown.name() == LIGHT.colour("line").lower()


def test_links_of_others_step_back_for_the_selected_step(map_view: MapView) -> None:
    def faded() -> set[str]:
        return {node.id for node in map_view.picture.nodes if map_view._map.is_faded(node)}

    assert not faded()
    map_view.select([Id("queue")])
    assert faded() == {"link:l1", "link:l4", "link:l5"}
    map_view.select([Id("queue"), Id("check")])
    assert not faded()
    assert 0 < painted.FADED < 1


@pytest.mark.parametrize("name", ["hotel", "phone-repair"])
def test_a_sample_shows_selects_and_walks(qtbot, name: str) -> None:
    picture = sample(name)
    view = MapView(catalogue("nb"))
    qtbot.addWidget(view)
    view.camera.calm = True
    view.resize(1312, 760)
    view.show_picture(picture, DARK)
    view.show()
    qtbot.waitExposed(view)
    for about in {node.about for node in picture.nodes if node.hit is not None and node.about}:
        view.select([Id(about)])
        assert view.selection == (about,)
        view.reveal(Id(about))
        assert view.where(Id(about)) is not None
    view.show_all()
    assert not view.grab().isNull()
    for node in picture.nodes:
        if node.role == "step" and node.hit is not None and node.about is not None:
            box = view.where(Id(node.about))
            assert box is not None
            at = view.node_at(QPointF(box.left() + 0.3 * box.width(), box.center().y()))
            assert at is not None and at.about == node.about


def test_the_small_map_frames_what_is_in_sight_and_moves_it(qtbot, map_view: MapView) -> None:
    small = MiniMap(map_view)
    qtbot.addWidget(small)
    small.show()
    qtbot.waitExposed(small)
    map_view.show_all()
    assert small.fits
    map_view.camera.zoom(3.0)
    assert not small.fits
    QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=small.rect().bottomRight())
    right = map_view.camera.shown.right()
    QTest.mouseClick(small, Qt.MouseButton.LeftButton, pos=small.rect().topLeft())
    assert map_view.camera.shown.right() < right
    before = small.grab().toImage()
    map_view.show_picture(drawn(hotel_like()), DARK)
    assert small.grab().toImage() != before


def test_the_small_map_follows_edits_as_if_drawn_anew(qtbot, map_view: MapView) -> None:
    small, fresh = MiniMap(map_view), MiniMap(map_view)
    for each in (small, fresh):
        qtbot.addWidget(each)
    before = small.grab().toImage()

    def follows() -> bool:
        fresh._forget()
        return small.grab().toImage() == fresh.grab().toImage()

    document = map_view.document
    assert document is not None
    map_view.hands.rename(Id("queue"), "Waits in line")
    assert follows()
    map_view.select([Id("queue")])
    map_view.delete()
    assert follows() and small.grab().toImage() != before
    step = next(node for node in map_view.picture.nodes if node.id == "step:check")
    gone = next(node for node in map_view.picture.nodes if node.id == "step:key")
    map_view.retouch([replace(step, prims=step.prims[:1], far=None, middle=None)], [gone])
    assert follows()
    document.undo()
    document.undo()
    assert follows() and small.grab().toImage() == before
    map_view.show_picture(map_view.picture, DARK)
    assert follows()


def test_a_glide_arrives_where_a_jump_would(qtbot, map_view: MapView) -> None:
    map_view.resize(600, 400)
    map_view.camera.calm = False
    map_view.reveal(Id("sleep"))
    qtbot.waitUntil(lambda: _in_sight(map_view, "sleep"))
    map_view.reveal(Id("plan"))
    map_view.camera.pan(0, 0)  # a hand on the map stops the glide
    glided = map_view.camera.shown
    qtbot.wait(150)
    assert map_view.camera.shown == glided


def _in_sight(view: MapView, id: str) -> bool:
    box = view.where(Id(id))
    return box is not None and view.viewport().rect().toRectF().contains(box)


def test_rects_are_painted_in_tokens_of_the_theme() -> None:
    image, painter = blank(20, 20)
    drawings = Drawings(LIGHT)
    node = Node("a", "x", (Rect(0, 0, 20, 20, fill="brick"),))
    drawings.paint(painter, node, Level.NEAR)
    assert image.pixelColor(10, 10).name() == LIGHT.colour("brick").lower()
    drawings.wear(DARK)
    drawings.paint(painter, node, Level.NEAR)
    painter.end()
    assert image.pixelColor(10, 10).name() == DARK.colour("brick").lower()
