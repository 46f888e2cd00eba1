"""Text of one Latin face, straight from HarfBuzz to TJ arrays: nearly all of a report is such text.

What is kept of a line is a tenth of what its glyphs would take, and holds for every size.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from journeymap.paint.pdf.faces import font
from journeymap.picture.faces import Weight
from journeymap.picture.text import Glyph, plain_glyphs

Shown = tuple[tuple[str, str], ...]
_UNSEEN = 0.05  # thousandths of the size


class Spelled(NamedTuple):
    """The characters that draw the glyphs of a face; shifts in thousandths before some of them."""

    face: str
    characters: str
    shifts: tuple[tuple[int, float], ...]


@lru_cache(maxsize=20_000)
def spelled(text: str, weight: Weight, tabular: bool) -> Spelled | None:
    """None where another face, another direction or joined writing has a part in it."""
    found = plain_glyphs(text, weight, tabular)
    if found is None:
        return None
    face, glyphs = found
    code = font(face).code
    codes = [code(glyph) for glyph in glyphs]
    shifts = tuple(_shifts(glyphs, [width for _, width in codes]))
    return Spelled(face, "".join(char for char, _ in codes), shifts)


def _shifts(glyphs: Sequence[Glyph], widths: Sequence[float]) -> list[tuple[int, float]]:
    """What each glyph stands off from where the PDF's own advances have led to, so that nothing adds up."""
    found: list[tuple[int, float]] = []
    pen = 0.0
    for at, (glyph, width) in enumerate(zip(glyphs, widths, strict=True)):
        shift = pen - glyph.dx * 1000
        if abs(shift) > _UNSEEN:
            shift = round(shift, 1)
            found.append((at, shift))
            pen -= shift
        pen += width
    return found


def operators(line: Spelled, document: Any) -> Shown:
    """The line in parts of one font of the document each: the font's name and what shows the part."""
    face = font(line.face)
    shown: list[tuple[str, str]] = []
    begin, shifts = 0, list(line.shifts)
    for subset, string in face.splitString(line.characters, document):
        items: list[str] = []
        start = 0
        while shifts and shifts[0][0] < begin + len(string):
            at, shift = shifts.pop(0)
            if at - begin > start:
                items.append(f"<{string[start : at - begin].hex()}>")
            items.append(f"{shift:.1f}")
            start = at - begin
        items.append(f"<{string[start:].hex()}>")
        operator = f"{items[0]} Tj" if len(items) == 1 else f"[{''.join(items)}] TJ"
        shown.append((face.getSubsetInternalName(subset, document), operator))
        begin += len(string)
    return tuple(shown)
