"""Glyphs of one font as TJ arrays: the bytes to show and the shifts between them.

`pen` is where the PDF's own advances have led to, in thousandths of the size; what a glyph stands
off from there becomes a shift, so nothing adds up over a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeymap.picture.text import Glyph

_UNSEEN = 0.05  # thousandths of the size
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def has_private(text: str) -> bool:
    """Whether a character means only what two people have agreed on: an archive wants it spelled out."""
    return not text.isascii() and _PRIVATE.search(text) is not None


def parted(glyphs: Sequence[Glyph]) -> tuple[Sequence[Glyph], Sequence[Glyph]]:
    """What is written, and the marks that are only drawn: of a character made of a letter and marks
    on it the letter says all. Readers take marks for words of their own and turn joined writing round.
    Marks that were typed as characters of their own are written.
    """
    if all(glyph.text for glyph in glyphs):
        return glyphs, ()
    written: list[Glyph] = []
    marks: list[Glyph] = []
    for at, end in _characters(glyphs):
        letters = [glyph for glyph in glyphs[at:end] if glyph.advance]
        if len(letters) != 1 or len(glyphs[at].text) != 1:
            written += glyphs[at:end]
            continue
        written.append(letters[0]._replace(text=glyphs[at].text))
        marks += [glyph for glyph in glyphs[at:end] if not glyph.advance]
    return written, marks


def shown(
    glyphs: Sequence[Glyph], string: bytes, widths: Sequence[float], size: float, pen: float
) -> tuple[list[str], float]:
    """The operators that show each glyph where it was measured, and the pen after them."""
    if all(glyph.text and not glyph.dy for glyph in glyphs):
        return _plain(glyphs, string, widths, size, pen)
    return _spelled(glyphs, string, widths, size, pen)


def _plain(
    glyphs: Sequence[Glyph], string: bytes, widths: Sequence[float], size: float, pen: float
) -> tuple[list[str], float]:
    items: list[str] = []
    start, per_px = 0, 1000 / size
    for at, glyph in enumerate(glyphs):
        shift = pen - glyph.dx * per_px
        if shift > _UNSEEN or shift < -_UNSEEN:
            shift = round(shift, 1)
            if at > start:
                items.append(f"<{string[start:at].hex()}>")
            items.append(f"{shift:.1f}")
            start = at
            pen -= shift
        pen += widths[at]
    items.append(f"<{string[start:].hex()}>")
    if len(items) == 1:
        return [f"{items[0]} Tj"], pen
    return [f"[{''.join(items)}] TJ"], pen


def _spelled(
    glyphs: Sequence[Glyph], string: bytes, widths: Sequence[float], size: float, pen: float
) -> tuple[list[str], float]:
    """As `_plain` for joined writing: marks stand off the baseline, and a character made of
    several glyphs is said once, as ActualText."""
    out: list[str] = []
    rise = 0.0
    for at, end in _characters(glyphs):
        several = end - at > 1
        if several:
            said = ("\ufeff" + glyphs[at].text).encode("utf-16-be").hex()
            out.append(f"/Span <</ActualText <{said}>>> BDC")
        for each in range(at, end):
            if glyphs[each].dy != rise:
                rise = glyphs[each].dy
                out.append(f"{-rise:.3f} Ts")
            one = slice(each, each + 1)
            operators, pen = _plain(glyphs[one], string[one], widths[one], size, pen)
            out.extend(operators)
        if several:
            out.append("EMC")
    if rise:
        out.append("0 Ts")
    return out, pen


def _characters(glyphs: Sequence[Glyph]) -> list[tuple[int, int]]:
    """Where each character's glyphs begin and end."""
    starts = [at for at, glyph in enumerate(glyphs) if glyph.text or at == 0]
    return list(zip(starts, [*starts[1:], len(glyphs)], strict=True))
