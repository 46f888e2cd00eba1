"""A picture as a QImage or as PNG bytes, on a machine with or without a display."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from journeymap.paint.qt.compiled import paint
from journeymap.picture.prims import Picture
from journeymap.picture.rendering import Detail, shapes_at
from journeymap.picture.theme import LIGHT, Theme

_LARGEST_SIDE = 32_767  # Qt's painters count in 16 bits
_DOTS_PER_METRE = 96 / 0.0254


class ImageTooLargeError(ValueError):
    """The picture at this scale has more px than an image can hold."""


def application() -> QGuiApplication:
    """The running application, or a new one without windows: fonts need one. Keep the result."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["journeymap"])


def to_image(
    picture: Picture,
    theme: Theme = LIGHT,
    scale: float = 1.0,
    *,
    images: Mapping[str, bytes] | None = None,
    detail: Detail = "near",
) -> QImage:
    """The picture as an opaque image, `scale` image px a px; ImageTooLargeError beyond 32 767 a side.

    Needs a running application (see `application`).
    """
    width, height = (max(1, math.ceil(side * scale - 1e-6)) for side in (picture.width, picture.height))
    image = QImage(width, height, QImage.Format.Format_RGB32) if _fits(width, height) else QImage()
    if image.isNull():
        raise ImageTooLargeError(f"{width} × {height}")
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    image.fill(QColor(theme.colour("paper")))
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        for node in picture.nodes:
            paint(painter, shapes_at(node, detail), theme, images)
    finally:
        painter.end()
    return image


def to_png(
    picture: Picture,
    theme: Theme = LIGHT,
    scale: float = 2.0,
    *,
    images: Mapping[str, bytes] | None = None,
    detail: Detail = "near",
) -> bytes:
    """The picture as PNG, the same bytes for the same picture on the same machine."""
    running = application()
    image = to_image(picture, theme, scale, images=images, detail=detail)
    del running
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def _fits(width: int, height: int) -> bool:
    return max(width, height) <= _LARGEST_SIDE and width * height <= 2**29
