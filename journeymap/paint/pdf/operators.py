"""Shapes as PDF content operators, written straight: seven times faster than one call each.

Everything stands in the picture's own px with y downwards; `document.draw` sets the matrix. Only
what has changed since the shape before is said again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from journeymap.paint.pdf.faces import font
from journeymap.paint.pdf.outlines import outline_form
from journeymap.paint.pdf.plain import Shown, operators, spelled
from journeymap.paint.pdf.strings import has_private, parted, shown
from journeymap.picture.faces import units_per_em
from journeymap.picture.prims import Path, Rect, Segment, Stroke, Text
from journeymap.picture.rendering import MITER_LIMIT, corner, rounded
from journeymap.picture.text import Run, TextStyle, runs
from journeymap.picture.theme import Theme

MOST_LINES = 20_000
_OPERATOR = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def number(value: float) -> str:
    """A number with at most three decimals and no exponent."""
    if value == int(value):
        return str(int(value))
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


@lru_cache(maxsize=256)
def colour(value: str) -> str:
    """#RRGGBB as three shares."""
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.4f}".rstrip("0").rstrip(".") for at in (1, 3, 5))


class Writer:
    """Writes shapes on reportlab's canvas; call `flush` before anyone else writes on it."""

    def __init__(self, canvas: Any, theme: Theme) -> None:
        self._canvas, self._theme = canvas, theme
        # the document addresses the fonts it embeds; reportlab has no public word for it
        self._document = canvas._doc  # noqa: SLF001
        self._code: list[str] = []
        self._said: dict[str, str] = {}
        self._lines: dict[tuple[str, int, bool], Shown | None] = {}

    def flush(self) -> None:
        """Hand over what was written; what follows says its colours and widths again."""
        if self._code:
            self._canvas.addLiteral("\n".join(self._code))
        self._code, self._said = [], {}

    def rect(self, rect: Rect) -> None:
        """A rectangle, rounded or not."""
        radius = corner(rect)
        if radius:
            outline = _rounded(rect.w, rect.h, radius)
            self._draw(outline, rect.fill, rect.stroke, f"{number(rect.x)} {number(rect.y)}")
        else:
            outline = f"{number(rect.x)} {number(rect.y)} {number(rect.w)} {number(rect.h)} re"
            self._draw(outline, rect.fill, rect.stroke)

    def path(self, path: Path) -> None:
        """Straight and cubic pieces."""
        if path.segments:
            self._draw(" ".join(_segments(path.segments)), path.fill, path.stroke)

    def text(self, text: Text) -> None:
        """One line, its halo first."""
        if text.halo <= 0 and not text.tracking and not has_private(text.text):
            shown_ = self._plain(text)
            if shown_ is not None:
                self._say("rg", colour(self._theme.colour(text.color)))
                self._show(shown_, text)
                return
        placed = runs(text.text, TextStyle(text.size, text.weight, text.tabular, text.tracking))
        if text.halo > 0:
            self._halo(text, placed)
        self._say("rg", colour(self._theme.colour(text.color)))
        for run in placed:
            self._run(run, text)

    def _say(self, operator: str, operands: str) -> None:
        if self._said.get(operator) != operands:
            self._said[operator] = operands
            self._code.append(f"{operands} {operator}")

    def _draw(self, outline: str, fill: str | None, stroke: Stroke | None, moved: str = "") -> None:
        """Paint an outline, moved by so much if it is one that many shapes share."""
        if fill:
            self._say("rg", colour(self._theme.colour(fill)))
        if stroke:
            self._pen(stroke)
        if fill or stroke:
            paint = "B" if fill and stroke else "f" if fill else "S"
            self._code.append(f"q 1 0 0 1 {moved} cm {outline} {paint} Q" if moved else f"{outline} {paint}")

    def _pen(self, stroke: Stroke) -> None:
        round_ = "1" if stroke.cap == "round" else "0"
        self._say("RG", colour(self._theme.colour(stroke.color)))
        self._say("w", number(stroke.width))
        self._say("d", f"[{' '.join(map(number, stroke.dash))}] 0")
        self._say("J", round_)
        self._say("j", round_)
        self._say("M", number(MITER_LIMIT))

    def _halo(self, text: Text, placed: Sequence[Run]) -> None:
        """The glyphs' outlines, thickened: as shapes, so that no word is found twice."""
        ground = colour(self._theme.colour(text.halo_color))
        self._code.append(f"q {ground} rg {ground} RG 1 j [] 0 d")
        for run in placed:
            em = units_per_em(run.face)
            scale = text.size / em
            for glyph in run.glyphs:
                x, y = number(text.x + run.x + glyph.dx), number(text.y + glyph.dy)
                matrix = f"{scale:.6f} 0 0 {-scale:.6f} {x} {y} cm"
                self._outline(run.face, glyph.number, f"q {matrix} {number(2 * text.halo / scale)} w")
        self._code.append("Q")

    def _outline(self, face: str, glyph: int, state: str, *, stroked: bool = True) -> None:
        said = self._said
        self.flush()
        form = outline_form(self._canvas, face, glyph, stroked=stroked)
        if form:
            self._canvas.addLiteral(state)
            self._canvas.doForm(form)
            self._canvas.addLiteral("Q")
        self._said = said

    def _plain(self, text: Text) -> Shown | None:
        """The line's operators where one face draws it; what is drawn often is put together once."""
        key = (text.text, text.weight, text.tabular)
        if key not in self._lines:
            if len(self._lines) > MOST_LINES:
                self._lines.clear()
            line = spelled(*key)
            self._lines[key] = None if line is None else operators(line, self._document)
        return self._lines[key]

    def _show(self, parts: Shown, text: Text) -> None:
        """A line of one face."""
        code, size = self._code, number(text.size)
        origin = f"BT 1 0 0 -1 {number(text.x)} {number(text.y)} Tm"
        for at, (name, operator) in enumerate(parts):
            self._say("Tf", f"{name} {size}")
            if not at:
                code.append(origin)
            code.append(operator)
        code.append("ET")

    def _run(self, run: Run, text: Text) -> None:
        """A piece of a line; what only its writer can read is said as it was typed."""
        private = has_private(run.text)
        if private:
            said = ("\ufeff" + run.text).encode("utf-16-be").hex()
            self._code.append(f"/Span <</ActualText <{said}>>> BDC")
        self._glyphs(run, text)
        if private:
            self._code.append("EMC")

    def _glyphs(self, run: Run, text: Text) -> None:
        face = font(run.face)
        glyphs, marks = parted(run.glyphs)
        characters, widths = face.spelled(run, glyphs)
        code, size = self._code, number(text.size)
        at, pen, origin = 0, 0.0, f"BT 1 0 0 -1 {number(text.x + run.x)} {number(text.y)} Tm"
        for subset, string in face.splitString(characters, self._document):
            self._say("Tf", f"{face.getSubsetInternalName(subset, self._document)} {size}")
            if not at:
                code.append(origin)
            upto = at + len(string)
            operators, pen = shown(glyphs[at:upto], string, widths[at:upto], text.size, pen)
            code.extend(operators)
            at = upto
        code.append("ET")
        for mark in marks:
            scale = text.size / units_per_em(run.face)
            x, y = number(text.x + run.x + mark.dx), number(text.y + mark.dy)
            matrix = f"q {scale:.6f} 0 0 {-scale:.6f} {x} {y} cm"
            self._outline(run.face, mark.number, matrix, stroked=False)


@lru_cache(maxsize=4096)
def _rounded(w: float, h: float, radius: float) -> str:
    """A rounded rectangle's outline from (0, 0): steps and discs come in few sizes."""
    return " ".join(_segments(rounded(Rect(0, 0, w, h, radius))))


def _segments(segments: Sequence[Segment]) -> list[str]:
    return [
        " ".join([*(number(value) for value in segment[1:]), _OPERATOR[segment[0]]]) for segment in segments
    ]
