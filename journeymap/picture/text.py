"""Text in the picture, in one place: measuring it, cutting it in faces, breaking it into lines."""

from __future__ import annotations

from journeymap.picture.breaking import balanced_lines, break_lines
from journeymap.picture.shaping import Glyph, Run, TextStyle, runs, uncovered, width

__all__ = ["Glyph", "Run", "TextStyle", "balanced_lines", "break_lines", "runs", "uncovered", "width"]
