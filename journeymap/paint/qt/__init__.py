"""Draws a picture with Qt: on the canvas, and as a PNG."""

from journeymap.paint.qt.compiled import Drawing, compiled, paint
from journeymap.paint.qt.image import ImageTooLargeError, application, to_image, to_png

__all__ = ["Drawing", "ImageTooLargeError", "application", "compiled", "paint", "to_image", "to_png"]
