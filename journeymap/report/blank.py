"""A blank document: fonts, language and title set, nothing of the clock in it."""

from __future__ import annotations

from typing import IO, Any

from journeymap.report.tags import plain

BASE_FONT = "Inter-Regular"
LANGUAGE_TAGS = {"sv": "sv-SE", "nb": "nb-NO", "en": "en-GB"}


def blank(out: IO[bytes], title: str, language: str) -> Any:
    """The canvas that pages are drawn on; `language` is sv, nb or en."""
    from reportlab import rl_config  # noqa: PLC0415 - 0.2 s, only needed when a document is made
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    from journeymap.paint import pdf  # noqa: PLC0415

    pdf.register_fonts()
    rl_config.canvas_basefontname = BASE_FONT
    canvas = Canvas(out, invariant=1, lang=LANGUAGE_TAGS[language], initialFontName=BASE_FONT)
    canvas.setTitle(plain(title))
    return canvas
