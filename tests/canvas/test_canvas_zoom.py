"""While a zoom moves the map is shown as it was; at rest it is as if painted from nothing."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from canvas_pictures import drawn, hotel_like
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymap.canvas import backing, sharpening
from journeymap.canvas.camera import STEPS
from journeymap.canvas.drawings import Drawings
from journeymap.canvas.levels import Level
from journeymap.canvas.view import MapView
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.model.ids import Id
from journeymap.picture.prims import Node
from journeymap.picture.theme import DARK, LIGHT, Theme

pytestmark = pytest.mark.qt
SWEEP = (*STEPS[STEPS.index(1.0) - 1 :: -1], *STEPS[1:])
"""Out and in again, by all the zooms that the keys stop at."""


@pytest.fixture(autouse=True)
def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame and a slice have time for one thing only."""
    monkeypatch.setattr(backing, "IN_A_FRAME", 0.0)
    monkeypatch.setattr(sharpening, "SLICE", 0.0)


def frame(view: MapView) -> QImage:
    """The window as a frame on the screen shows it."""
    view.viewport().repaint()
    store = view.window().backingStore()
    assert store is not None
    image = store.paintDevice()
    assert isinstance(image, QImage)
    return image.copy()


def rested(view: MapView) -> QImage:
    """The window when nothing is left to be painted."""
    frame(view)
    while not view.is_sharp:
        QApplication.processEvents()
    return frame(view)


def from_nothing(view: MapView) -> QImage:
    """The same with nothing kept."""
    view._map.backing.drop()
    for strip in (view._headers._still_lanes, view._headers._still_stages):
        strip.forget()
    view._headers.forget()
    return frame(view)


def worst(one: QImage, other: QImage) -> int:
    """By how many of 255 the px that differs most is off, in its worst colour."""
    both = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max((abs(a - b) for a, b in both if a != b), default=0)


def far_off(one: QImage, other: QImage) -> float:
    """How much two windows differ, looked at from so far off that words are specks: 0 … 255."""
    size = one.size() / 10
    way = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    both = zip(*(bytes(each.scaled(size, *way).constBits()) for each in (one, other)), strict=True)
    return sum(abs(a - b) for a, b in both) / (4 * size.width() * size.height())


def test_at_rest_it_is_as_if_painted_from_nothing(map_view: MapView) -> None:
    frame(map_view)
    for scale in SWEEP:
        map_view.camera.zoom(scale, QPointF(600, 250))
        frame(map_view)
        assert not map_view.is_sharp, scale
        assert rested(map_view) == from_nothing(map_view), scale


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("one", "other"), [(1.0, 0.8), (0.66, 0.5), (0.4, 0.28), (0.3, 0.4), (0.5, 0.66), (0.8, 1.0), (1.4, 2.0)]
)
def test_a_frame_in_between_looks_like_the_map(
    map_view: MapView, theme: Theme, one: float, other: float
) -> None:
    map_view.show_picture(map_view.picture, theme)
    map_view.select([Id("queue")])
    map_view.camera.zoom(one)
    rested(map_view)
    map_view.camera.zoom(other, QPointF(400, 300))
    between = frame(map_view)
    assert not map_view.is_sharp
    sharp = rested(map_view)
    blank = QImage(sharp)
    blank.fill(sharp.pixelColor(0, 0))
    assert far_off(between, sharp) < 0.3 * far_off(blank, sharp)


def test_what_is_shown_at_last_is_shown_without_being_asked_for(map_view: MapView, qtbot: QtBot) -> None:
    frame(map_view)
    map_view.camera.zoom(0.8)
    between = frame(map_view)
    store = map_view.window().backingStore()

    def shown() -> QImage:
        image = store.paintDevice()
        assert isinstance(image, QImage)
        return image.copy()

    qtbot.waitUntil(lambda: map_view.is_sharp and shown() != between)
    assert shown() == from_nothing(map_view)


def test_pushed_between_two_px_it_stays_crisp(map_view: MapView, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown() -> QImage:
        image = QImage(map_view.viewport().size() * 1.25, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(1.25)
        map_view.viewport().render(image)
        image.setDevicePixelRatio(1.0)
        return image

    map_view.camera.zoom(2.0)
    before = shown()
    monkeypatch.setattr(backing, "is_for_the_eye", lambda *_: True)
    map_view.camera.pan(-1, 0)  # one and a quarter of the screen's px
    between = shown()
    assert not map_view.is_sharp
    part = QRect(500, 300, 600, 300)
    assert between.copy(part) == before.copy(part.translated(1, 0))
    rested(map_view)
    assert shown().copy(part) != between.copy(part)


def test_an_edit_in_between_is_shown_by_the_next_frame(map_view: MapView) -> None:
    frame(map_view)
    map_view.camera.zoom(0.8)
    between = frame(map_view)
    map_view.hands.rename(Id("queue"), "Waits in line")
    edited = frame(map_view)
    assert map_view.is_sharp
    assert between != edited == from_nothing(map_view)


def test_a_picture_of_the_window_is_sharp_at_once(map_view: MapView) -> None:
    frame(map_view)
    map_view.camera.zoom(0.8)
    frame(map_view)
    assert not map_view.is_sharp
    kept = map_view.grab().toImage()
    assert map_view.is_sharp
    from_nothing(map_view)
    assert kept == map_view.grab().toImage()


def test_a_jump_to_another_place_is_sharp_at_once(map_view: MapView) -> None:
    map_view.camera.zoom(4.0)
    rested(map_view)
    map_view.show_all()
    shown = frame(map_view)
    assert map_view.is_sharp
    assert shown == from_nothing(map_view)


def test_what_cannot_be_painted_is_told_of_and_passed_over(
    map_view: MapView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame(map_view)
    paint = Drawings.paint

    def broken(drawings: Drawings, painter: QPainter, node: Node, level: Level) -> None:
        if node.id == "step:queue":
            raise ValueError("no such ink")
        paint(drawings, painter, node, level)

    monkeypatch.setattr(Drawings, "paint", broken)
    with qtbot.captureExceptions() as caught:
        map_view.camera.zoom(0.8)
        frame(map_view)
        rested(map_view)
    assert {str(error) for _, error, _ in caught} == {"no such ink"}
    monkeypatch.setattr(Drawings, "paint", paint)
    map_view.camera.zoom(1.0)
    assert rested(map_view) == from_nothing(map_view)


def test_any_deeds_on_the_way_end_at_the_same_map(map_view: MapView) -> None:
    document, chance = Document(hotel_like()), random.Random("zoom")
    steps = list(document.journey.steps)

    def show() -> None:
        map_view.show_picture(drawn(document.journey), chance.choice((map_view.theme, LIGHT, DARK)))

    def rename() -> None:
        verbs.rename(document, chance.choice(steps), f"Step {chance.random():.3f}")
        show()

    def zoom() -> None:
        at = QPointF(chance.randrange(900), chance.randrange(500))
        map_view.camera.zoom(map_view.zoom * chance.choice((0.8, 0.9, 1.1, 1.25)), at)

    deeds: tuple[Callable[[], object], ...] = (
        zoom,
        zoom,
        zoom,
        rename,
        lambda: map_view.viewport().repaint(),
        lambda: map_view._map.backing.go_on(0.0),
        lambda: map_view.camera.pan(chance.randrange(-90, 90), chance.randrange(-90, 90)),
        lambda: map_view.select(chance.sample(steps, 1)),
        lambda: map_view.select([]),
        lambda: map_view.resize(chance.choice((500, 700)), chance.choice((300, 500))),
        map_view.show_all,
    )
    for _ in range(150):
        for _ in range(5):
            chance.choice(deeds)()
        # at odd scales Qt lets a shape shine through by 1 of 255 at the edge of what it is cut to
        assert worst(rested(map_view), from_nothing(map_view)) <= 1
