"""Text for reportlab's paragraphs: each character in a face that has it."""

from __future__ import annotations

from xml.sax.saxutils import escape

from journeymap.paint.pdf.faces import font, register_fonts
from journeymap.picture.faces import Weight
from journeymap.picture.text import TextStyle, runs


def markup(text: str, weight: Weight = 400, tabular: bool = False) -> str:
    """The text escaped, with <font> around what the Latin face of this weight lacks.

    Arabic and emoji sequences come out shaped and in the order they stand on paper, so a line
    break inside them is not for paragraphs to make.
    """
    register_fonts()
    out: list[str] = []
    for run in runs(text, TextStyle(10, weight, tabular)):
        if run.face.startswith("Inter"):
            out.append(escape(run.text))
        else:
            face = font(run.face)
            shown = "".join(face.code(glyph)[0] for glyph in run.glyphs)
            out.append(f'<font name="{run.face}">{escape(shown)}</font>')
    return "".join(out)
