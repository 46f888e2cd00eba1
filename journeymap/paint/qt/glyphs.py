"""Text as Qt glyph runs: the very glyphs HarfBuzz chose, at the very places.

Qt never looks up a font by name here, so no font of the machine's can slip in.
"""

from __future__ import annotations

import threading
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainterPath, QRawFont

from journeymap.picture.faces import face_path
from journeymap.picture.text import Run, TextStyle, runs

Placed = tuple[tuple[float, QGlyphRun], ...]


def glyph_runs(text: str, style: TextStyle) -> Placed:
    """The line's glyph runs, each with its x from the line's start, on the baseline y = 0."""
    return _glyph_runs(text, style, threading.get_ident())


@lru_cache(maxsize=2_000)
def _glyph_runs(text: str, style: TextStyle, thread: int) -> Placed:
    return tuple((run.x, _glyph_run(run, style.size, thread)) for run in runs(text, style) if run.glyphs)


def outline(text: str, style: TextStyle) -> QPainterPath:
    """The line's glyphs as one path from x = 0 on the baseline y = 0."""
    return _outline(text, style, threading.get_ident())


@lru_cache(maxsize=2_000)
def _outline(text: str, style: TextStyle, thread: int) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for run in runs(text, style):
        font = _raw_font(run.face, style.size, thread)
        for glyph in run.glyphs:
            path.addPath(font.pathForGlyph(glyph.number).translated(run.x + glyph.dx, glyph.dy))
    return path


def _glyph_run(run: Run, size: float, thread: int) -> QGlyphRun:
    shown = QGlyphRun()
    shown.setRawFont(_raw_font(run.face, size, thread))
    shown.setGlyphIndexes([glyph.number for glyph in run.glyphs])
    shown.setPositions([QPointF(glyph.dx, glyph.dy) for glyph in run.glyphs])
    return shown


@lru_cache(maxsize=512)
def _raw_font(face: str, size: float, thread: int) -> QRawFont:
    """The face at this size, unhinted. A raw font may be used only in the thread that made it,
    hence the thread in the key. All sizes of a face share what was read of its file."""
    font = QRawFont(_face(face, thread))
    font.setPixelSize(size)
    return font


@lru_cache(maxsize=64)
def _face(face: str, thread: int) -> QRawFont:
    del thread
    return QRawFont(str(face_path(face)), 16.0, QFont.HintingPreference.PreferNoHinting)
