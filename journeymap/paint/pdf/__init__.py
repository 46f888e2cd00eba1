"""Draws a picture on a reportlab canvas: vectors, our own fonts, text that can be searched."""

from journeymap.paint.pdf.document import draw, to_pdf
from journeymap.paint.pdf.faces import GlyphFont, register_fonts
from journeymap.paint.pdf.markup import markup

__all__ = ["GlyphFont", "draw", "markup", "register_fonts", "to_pdf"]
