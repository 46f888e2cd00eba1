"""A picture on a reportlab canvas, or as a PDF page of its own."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from journeymap.paint.pdf.faces import register_fonts
from journeymap.paint.pdf.operators import Writer, colour, number
from journeymap.picture.prims import Image, Path, Picture, Prim, Rect, Text
from journeymap.picture.rendering import Detail, fitted, missing, shapes_at
from journeymap.picture.theme import PRINT, Theme

POINTS_PER_PX = 0.75


def draw(
    canvas: Any,
    picture: Picture,
    theme: Theme = PRINT,
    *,
    x: float = 0.0,
    y: float = 0.0,
    scale: float = POINTS_PER_PX,
    images: Mapping[str, bytes] | None = None,
    detail: Detail = "near",
) -> None:
    """Draw the picture with its lower left corner at (x, y) points, `scale` points a px.

    Nothing outside the picture's box is touched; the canvas is left as it was found. `images`
    holds the bytes of attachments by their hash; one that is missing or broken is a crossed frame.
    """
    register_fonts()
    canvas.saveState()
    top = y + picture.height * scale
    writer = Writer(canvas, theme)
    canvas.addLiteral(
        f"{scale:.6f} 0 0 {-scale:.6f} {number(x)} {number(top)} cm\n"
        f"0 0 {number(picture.width)} {number(picture.height)} re W n\n"
        f"{colour(theme.colour('paper'))} rg 0 0 {number(picture.width)} {number(picture.height)} re f"
    )
    for node in picture.nodes:
        for prim in shapes_at(node, detail):
            _shape(prim, writer, canvas, images or {})
    writer.flush()
    canvas.restoreState()


def to_pdf(
    picture: Picture,
    theme: Theme = PRINT,
    *,
    images: Mapping[str, bytes] | None = None,
    detail: Detail = "near",
    scale: float = POINTS_PER_PX,
) -> bytes:
    """One page as large as the picture; the same bytes for the same picture, fonts embedded."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(
        stream,
        pagesize=(picture.width * scale, picture.height * scale),
        invariant=1,
        pageCompression=1,
        initialFontName="Inter-Regular",
        lang=picture.language,
    )
    canvas.setTitle(picture.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("journeymap")
    canvas.setProducer("journeymap")
    draw(canvas, picture, theme, scale=scale, images=images, detail=detail)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _shape(prim: Prim, writer: Writer, canvas: Any, images: Mapping[str, bytes]) -> None:
    if isinstance(prim, Rect):
        writer.rect(prim)
    elif isinstance(prim, Path):
        writer.path(prim)
    elif isinstance(prim, Text):
        writer.text(prim)
    else:
        _image(prim, writer, canvas, images)


def _image(image: Image, writer: Writer, canvas: Any, images: Mapping[str, bytes]) -> None:
    reader = _reader(images.get(image.sha256))
    if reader is None:
        for prim in missing(image):
            _shape(prim, writer, canvas, images)
        return
    x, y, w, h = fitted(image, *map(float, reader.getSize()))
    writer.flush()
    canvas.saveState()
    canvas.transform(1, 0, 0, -1, x, y + h)
    canvas.drawImage(reader, 0, 0, w, h, mask="auto")
    canvas.restoreState()


def _reader(data: bytes | None) -> ImageReader | None:
    """The attachment as reportlab reads it; None if there is none or it cannot be read."""
    if data is None:
        return None
    try:
        reader = ImageReader(io.BytesIO(data))
        reader.getRGBData()
    except Exception:
        return None
    return reader
