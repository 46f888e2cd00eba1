"""Draws a picture as one SVG file that carries its own fonts."""

from journeymap.paint.svg.document import to_svg

__all__ = ["to_svg"]
