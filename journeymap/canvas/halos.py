"""Halos behind words, made letter by letter once and then only filled.

Stroking the outline of a sentence anew for every frame costs 2 ms a line, which on a map with a
dozen walls in sight was most of the frame. A letter's halo is the same wherever it stands.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPainterPathStroker

from journeymap.paint.qt.glyphs import outline
from journeymap.picture.prims import Text
from journeymap.picture.text import TextStyle, runs
from journeymap.picture.theme import Theme


class Halo:
    """The halo of one line of words, in a theme's colour."""

    def __init__(self, text: Text, theme: Theme) -> None:
        self._path = halo_path(text)
        self._fill = QBrush(QColor(theme.colour(text.halo_color)))

    def paint(self, painter: QPainter) -> None:
        """Fill it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill)
        painter.drawPath(self._path)


def halo_path(text: Text) -> QPainterPath:
    """Where the halo lies: around every letter, at the place the letter has in the line."""
    style = TextStyle(text.size, text.weight, text.tabular, text.tracking)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for run in runs(text.text, style):
        if all(glyph.text for glyph in run.glyphs):
            for glyph in run.glyphs:
                around = _around(glyph.text, style, text.halo)
                path.addPath(around.translated(text.x + run.x + glyph.dx, text.y + glyph.dy))
        else:  # signs of several glyphs
            path.addPath(_around(run.text, style, text.halo).translated(text.x + run.x, text.y))
    return path


@lru_cache(maxsize=2_000)
def _around(words: str, style: TextStyle, halo: float) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * halo)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(outline(words, style)).simplified()
