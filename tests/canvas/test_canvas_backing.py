"""What is kept of a painted map is, px for px, what painting it anew would give."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from canvas_pictures import drawn, hotel_like
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from journeymap.canvas.backing import Backing
from journeymap.canvas.view import MapView
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.picture.theme import DARK, LIGHT

pytestmark = pytest.mark.qt
SCALES = (1.0, 0.6, 0.3, 0.31, 2.0)
RATIOS = (1.0, 1.25, 1.5, 2.0)


def seen(view: MapView, ratio: float = 1.0) -> QImage:
    """The map's window as painted now, with so many device px a px."""
    size = view.viewport().size() * ratio
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("magenta"))
    view.viewport().render(image)
    return image


def anew(view: MapView, ratio: float = 1.0) -> QImage:
    """The same with nothing kept."""
    view._map.backing.drop()
    for strip in (view._headers._still_lanes, view._headers._still_stages):
        strip.forget()
    view._headers.forget()
    return seen(view, ratio)


def straight(view: MapView, ratio: float = 1.0) -> QImage:
    """The same with every shape painted straight into the window."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Backing, "shows_again", lambda *_: False)
        patch.setattr(Backing, "paint", lambda *_: False)
        return seen(view, ratio)


def off(one: QImage, other: QImage) -> list[int]:
    """By how many of 255 every px that differs is off, in its worst colour."""
    assert one.size() == other.size()
    both = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return [abs(a - b) for a, b in both if a != b]


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("scale", SCALES)
def test_a_kept_map_is_the_painted_map(map_view: MapView, scale: float, ratio: float) -> None:
    map_view.camera.zoom(scale)
    wanted, painted = straight(map_view, ratio), anew(map_view, ratio)
    differences = off(painted, wanted)
    # a hairline's end may be a 64th of a px off, a letter on the edge of a quarter px the whole quarter
    assert sum(each > 6 for each in differences) <= 0.0002 * wanted.sizeInBytes()
    assert seen(map_view, ratio) == painted


@pytest.mark.parametrize("ratio", RATIOS)
def test_pushed_about_it_stays_right(map_view: MapView, ratio: float) -> None:
    map_view.resize(500, 350)
    for dx, dy in ((-40, 0), (-40, -30), (13, 7), (-200, -100), (400, 300)):
        map_view.camera.pan(dx, dy)
        assert seen(map_view, ratio) == anew(map_view, ratio), (dx, dy)


def test_a_larger_and_a_smaller_window_show_it_right(map_view: MapView) -> None:
    for width, height in ((500, 350), (900, 700), (300, 700), (1200, 200)):
        map_view.resize(width, height)
        assert seen(map_view) == anew(map_view), (width, height)


def test_a_lane_with_another_name_and_one_that_is_selected(map_view: MapView) -> None:
    bare = seen(map_view)
    map_view.select([Id("desk")])
    assert bare != seen(map_view) == anew(map_view)
    map_view.select([])
    assert seen(map_view) == bare
    map_view.hands.rename(Id("desk"), "Front desk")
    assert bare != seen(map_view) == anew(map_view)


def test_another_theme_and_back(map_view: MapView) -> None:
    light = seen(map_view)
    map_view.show_picture(map_view.picture, DARK)
    assert seen(map_view) == anew(map_view) != light
    map_view.show_picture(map_view.picture, LIGHT)
    assert seen(map_view) == light


def test_an_edit_shows_and_undone_it_is_gone(map_view: MapView) -> None:
    document = Document(hotel_like())
    map_view.show_picture(drawn(document.journey), LIGHT)
    for scale in SCALES:
        map_view.camera.zoom(scale)
        before = seen(map_view)
        verbs.rename(document, Id("queue"), f"Queue again at {scale}")
        map_view.show_picture(drawn(document.journey), LIGHT)
        assert seen(map_view) == anew(map_view)
        document.undo()
        map_view.show_picture(drawn(document.journey), LIGHT)
        assert seen(map_view) == before


def test_retouched_and_stepped_aside(map_view: MapView) -> None:
    whole = seen(map_view)
    step = next(node for node in map_view.picture.nodes if node.id == "step:queue")
    link = next(node for node in map_view.picture.nodes if node.id == "link:l5")
    map_view.retouch([replace(step, prims=step.prims[:1], middle=None, far=None)], [link])
    assert whole != seen(map_view) == anew(map_view)


def test_selection_hover_and_search_show_and_go(map_view: MapView) -> None:
    map_view.camera.zoom(0.6)
    bare = seen(map_view)
    map_view.select([Id("queue")])
    assert bare != seen(map_view) == anew(map_view)
    map_view.select([])
    map_view.show_hits(["queue", "check"])
    assert bare != seen(map_view) == anew(map_view)
    map_view.show_hits([])
    node = map_view.node_at(_middle_of(map_view, "queue"))
    map_view._highlight.hover(map_view.sight, node, map_view.theme)
    assert bare != seen(map_view) == anew(map_view)
    map_view._highlight.hover(map_view.sight, None, map_view.theme)
    assert seen(map_view) == bare


def test_any_deeds_in_any_order(map_view: MapView) -> None:
    document, chance = Document(hotel_like()), random.Random("backing")
    steps = list(document.journey.steps)

    def show() -> None:
        map_view.show_picture(drawn(document.journey), LIGHT)

    def rename() -> None:
        verbs.rename(document, chance.choice(steps), f"Step {chance.random():.3f}")
        show()

    def undo() -> None:
        if document.undo_label is not None:
            document.undo()
            show()

    deeds: tuple[Callable[[], object], ...] = (
        rename,
        undo,
        lambda: map_view.camera.zoom(chance.choice(SCALES)),
        lambda: map_view.camera.pan(chance.randrange(-90, 90), chance.randrange(-90, 90)),
        lambda: map_view.select(chance.sample(steps, 2)),
        lambda: map_view.select([]),
        lambda: map_view.resize(chance.choice((400, 700)), chance.choice((300, 500))),
        map_view.show_all,
    )
    for _ in range(120):
        chance.choice(deeds)()
        assert seen(map_view) == anew(map_view)


def test_it_is_never_larger_than_the_window(map_view: MapView) -> None:
    for scale in SCALES:
        map_view.camera.zoom(scale)
        seen(map_view)
        image = map_view._map.backing._image
        assert image is not None
        area = map_view.viewport().size()
        assert image.width() <= area.width() and image.height() <= area.height()


def _middle_of(view: MapView, id: str) -> QPointF:
    box = view.where(Id(id))
    assert box is not None
    return box.center()
