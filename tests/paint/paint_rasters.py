"""One picture as px by each painter, and how far two of them are apart."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from journeymap.picture.prims import Picture, Prim, Text
from journeymap.picture.text import TextStyle, width
from journeymap.picture.theme import LIGHT, Theme

Px = npt.NDArray[np.uint8]
SCALE = 2  # drawn twice as large: what two rasterisers make of one edge evens out
BLOCK = 4  # px of the picture
VISIBLE = 24  # of 255: a block's mean differs by more than a rasteriser's taste
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def share_apart(one: Px, other: Px) -> float:
    """The share of 4 × 4 blocks whose mean colour differs visibly."""
    side = BLOCK * SCALE
    rows, columns = one.shape[0] // side, one.shape[1] // side

    def means(px: Px) -> npt.NDArray[np.float32]:
        cut = px[: rows * side, : columns * side].reshape(rows, side, columns * side * 3)
        bands = cut.sum(1, dtype=np.uint32).reshape(rows, columns, side, 3)
        return bands.sum(2).astype(np.float32) / side**2

    return float((np.abs(means(one) - means(other)).max(2) > VISIBLE).mean())


def by_qt(picture: Picture, theme: Theme = LIGHT, **how: Any) -> Px:
    """Drawn by paint.qt."""
    from journeymap.paint.qt import to_image

    return _px(to_image(picture, theme, SCALE, **how))


def by_pdf(picture: Picture, theme: Theme = LIGHT, **how: Any) -> Px:
    """Drawn by paint.pdf, made visible by PDFium."""
    import pypdfium2

    from journeymap.paint.pdf import to_pdf

    page = pypdfium2.PdfDocument(to_pdf(picture, theme, **how))[0]
    return np.asarray(page.render(scale=SCALE / 0.75).to_pil().convert("RGB"))


def by_svg(picture: Picture, theme: Theme = LIGHT) -> Px:
    """Drawn by paint.svg, made visible by QtSvg, which reads no embedded fonts and no lists of
    families: it gets ours registered, and only text as `steady` makes it."""
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    from journeymap.paint.svg import to_svg

    _register_fonts()
    svg = to_svg(picture, theme).replace(",sans-serif", "")
    image = QImage(round(picture.width * SCALE), round(picture.height * SCALE), QImage.Format.Format_RGB32)
    with _plain_application_font():
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
    return _px(image)


@contextmanager
def _plain_application_font() -> Iterator[None]:
    """QtSvg starts from the application's font; a window's test may have set one with features."""
    from PySide6.QtGui import QFont, QGuiApplication

    before = QGuiApplication.font()
    QGuiApplication.setFont(QFont("Inter"))
    try:
        yield
    finally:
        QGuiApplication.setFont(before)


def by_browser(picture: Picture, folder: Path, theme: Theme = LIGHT) -> Px:
    """Drawn by paint.svg, made visible by Chromium with the fonts the file carries."""
    from PIL import Image

    from journeymap.paint.svg import to_svg

    page, shot = folder / "picture.html", folder / "shot.png"
    svg = to_svg(picture, theme).partition("?>\n")[2]
    page.write_text(f"<!doctype html><meta charset=utf-8><style>body{{margin:0}}</style>{svg}", "utf-8")
    subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={folder / 'profile'}", f"--force-device-scale-factor={SCALE}",
            f"--window-size={round(picture.width)},{round(picture.height)}",
            f"--screenshot={shot}", page.as_uri(),
        ],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    with Image.open(shot) as image:
        return np.asarray(image.convert("RGB"))


def steady(picture: Picture) -> Picture:
    """The picture with whole font sizes and no tracking: all that QtSvg knows of text."""
    nodes = tuple(replace(node, prims=tuple(map(_steady, node.prims))) for node in picture.nodes)
    return replace(picture, nodes=nodes)


def _steady(prim: Prim) -> Prim:
    if not isinstance(prim, Text):
        return prim
    size = float(round(prim.size))
    return replace(
        prim, size=size, tracking=0.0, width=width(prim.text, TextStyle(size, prim.weight, prim.tabular))
    )


@cache
def _register_fonts() -> None:
    from PySide6.QtGui import QFontDatabase

    from journeymap.picture.faces import FACES, face_path

    for face in FACES:
        assert QFontDatabase.addApplicationFont(str(face_path(face))) >= 0


def _px(image: Any) -> Px:
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()
