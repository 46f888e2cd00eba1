"""Qt draws shapes ready-made, text at any size, and PNGs without a display."""

from __future__ import annotations

import io
from typing import Any

import pytest

pytest.importorskip("PySide6")

from paint_scenes import PHOTO, demanding, line, photo
from PIL import Image as Pillow
from PySide6.QtGui import QImage, QPainter

from journeymap.paint.qt import ImageTooLargeError, application, compiled, to_image, to_png
from journeymap.picture.prims import Node, Path, Picture, Prim, Rect, Stroke
from journeymap.picture.theme import DARK, LIGHT

pytestmark = pytest.mark.qt


@pytest.fixture(autouse=True, scope="module")
def _application() -> Any:
    return application()


def _picture(*prims: Prim, width: float = 100, height: float = 100) -> Picture:
    return Picture(width, height, (Node("a", "x", prims),), "Prov", "sv")


def _ink(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 128 for x in range(image.width()) for y in range(image.height())
    )


def test_ground_is_paper_in_every_theme() -> None:
    for theme in (LIGHT, DARK):
        assert to_image(_picture(), theme).pixelColor(1, 1).name().upper() == theme.colour("paper")


def test_size_follows_scale() -> None:
    image = to_image(_picture(width=100.2, height=50), LIGHT, 2)
    assert (image.width(), image.height()) == (201, 100)
    assert image.dotsPerMeterX() == round(2 * 96 / 0.0254)


@pytest.mark.parametrize("scale", [1, 2, 4, 5, 8])
def test_text_is_drawn_at_every_size(scale: float) -> None:
    picture = _picture(line(2, 20, "H", 14), width=16, height=24)
    ink = _ink(to_image(picture, LIGHT, scale)) / scale**2
    assert ink == pytest.approx(_ink(to_image(picture, LIGHT, 3)) / 9, rel=0.35)
    assert ink > 10


def test_a_drawing_can_be_painted_again() -> None:
    drawing = compiled(demanding().nodes[1].prims, LIGHT)
    images = []
    for _ in range(2):
        image = QImage(540, 410, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        drawing.paint(painter)
        painter.end()
        images.append(image)
    assert images[0] == images[1]
    assert _ink(images[0]) > 1000


def test_an_odd_dash_is_said_twice() -> None:
    odd = Path((("M", 0, 50), ("L", 100, 50)), None, Stroke("ink", 4, (6, 3, 2)))
    even = Path((("M", 0, 50), ("L", 100, 50)), None, Stroke("ink", 4, (6, 3, 2, 6, 3, 2)))
    assert to_image(_picture(odd), LIGHT) == to_image(_picture(even), LIGHT)


def test_nothing_is_drawn_without_fill_or_width() -> None:
    empty = _picture(Rect(10, 10, 50, 50), Rect(10, 10, 50, 50, stroke=Stroke("ink", 0)), line(5, 5, ""))
    assert to_image(empty, LIGHT) == to_image(_picture(), LIGHT)


def test_photo_is_fitted_and_a_broken_one_crossed() -> None:
    stream = io.BytesIO()
    Pillow.new("RGB", (10, 10), (200, 30, 30)).save(stream, "PNG")
    image = to_image(photo(), LIGHT, images={PHOTO: stream.getvalue()})
    assert image.pixelColor(60, 40).name() == "#c81e1e"
    assert image.pixelColor(15, 40).name() == "#ffffff"
    assert to_image(photo(), LIGHT, images={PHOTO: b"broken"}) == to_image(photo(), LIGHT)


def test_png_is_the_same_each_time() -> None:
    data = to_png(demanding(), LIGHT, 1.0)
    assert data == to_png(demanding(), LIGHT, 1.0)
    with Pillow.open(io.BytesIO(data)) as image:
        assert image.size == (540, 410)


def test_too_large_is_said() -> None:
    with pytest.raises(ImageTooLargeError):
        to_image(_picture(width=40_000), LIGHT)
