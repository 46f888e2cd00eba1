"""Text in the picture, in one place: measuring it, cutting it in faces, breaking it into lines."""

from __future__ import annotations

from journeymap.picture.breaking import balanced_lines, break_lines
from journeymap.picture.shaping import Glyph, Run, TextStyle, plain_glyphs, runs, uncovered, width

__all__ = [
    "Glyph", "Run", "TextStyle", "balanced_lines", "break_lines", "plain_glyphs", "runs", "uncovered",
    "width",
]  # fmt: skip
