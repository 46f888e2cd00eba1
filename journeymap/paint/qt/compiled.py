"""Shapes made ready for Qt once, painted many times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from journeymap.paint.qt.glyphs import Placed, glyph_runs, outline
from journeymap.picture.prims import Image, Path, Prim, Rect, Segment, Stroke, Text
from journeymap.picture.rendering import MITER_LIMIT, corner, fitted, missing, rounded
from journeymap.picture.text import TextStyle
from journeymap.picture.theme import Theme

Action = Callable[[QPainter, float], None]
"""Draws one thing; told how many device px make one of its own."""
# WORKAROUND Qt 6.11: above 64 device px drawGlyphRun draws nothing for a font read from a file
_LARGEST_GLYPH = 60
NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)
_HINTS = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)


class Drawing:
    """Compiled shapes; `paint` draws them in the picture's own px."""

    def __init__(self, actions: tuple[Action, ...]) -> None:
        self._actions = actions

    def paint(self, painter: QPainter) -> None:
        """Draw everything; the painter's pen, brush and hints are not restored."""
        painter.setRenderHints(_HINTS)
        scale = abs(painter.deviceTransform().determinant()) ** 0.5
        for action in self._actions:
            action(painter, scale)


def compiled(prims: Iterable[Prim], theme: Theme, images: Mapping[str, bytes] | None = None) -> Drawing:
    """The shapes ready to paint; keep the result for as long as shapes and theme are the same."""
    actions: list[Action] = []
    for prim in prims:
        _compile(prim, theme, images or {}, actions)
    return Drawing(tuple(actions))


def paint(
    painter: QPainter, prims: Iterable[Prim], theme: Theme, images: Mapping[str, bytes] | None = None
) -> None:
    """Draw shapes once, without keeping anything."""
    compiled(prims, theme, images).paint(painter)


@lru_cache(maxsize=2_000)
def pen(stroke: Stroke, theme_colour: str) -> QPen:
    """A stroke as Qt's pen; the same object for the same stroke."""
    made = QPen(QColor(theme_colour), stroke.width)
    round_ = stroke.cap == "round"
    made.setCapStyle(Qt.PenCapStyle.RoundCap if round_ else Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_ else Qt.PenJoinStyle.SvgMiterJoin)
    made.setMiterLimit(MITER_LIMIT)
    if stroke.dash and stroke.width > 0:
        made.setDashPattern([length / stroke.width for length in _even(stroke.dash)])
    return made


@lru_cache(maxsize=200)
def brush(colour: str) -> QBrush:
    """A fill; the same object for the same colour."""
    return QBrush(QColor(colour))


@lru_cache(maxsize=200)
def ink_pen(colour: str) -> QPen:
    """The pen that letters of a colour are drawn with."""
    return QPen(QColor(colour))


def painter_path(segments: Iterable[Segment]) -> QPainterPath:
    """Straight and cubic pieces as Qt's path, filled by the non-zero rule."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for segment in segments:
        if segment[0] == "M":
            path.moveTo(segment[1], segment[2])
        elif segment[0] == "L":
            path.lineTo(segment[1], segment[2])
        elif segment[0] == "C":
            path.cubicTo(*segment[1:])
        else:
            path.closeSubpath()
    return path


def _even(dash: tuple[float, ...]) -> tuple[float, ...]:
    """Qt wants dashes and gaps in pairs; an odd list is said twice, as in SVG and PDF."""
    return dash if len(dash) % 2 == 0 else dash * 2


def _compile(prim: Prim, theme: Theme, images: Mapping[str, bytes], actions: list[Action]) -> None:
    if isinstance(prim, Rect):
        actions.append(_rect(prim, theme))
    elif isinstance(prim, Path):
        actions.append(_shape(painter_path(prim.segments), prim.fill, prim.stroke, theme))
    elif isinstance(prim, Text):
        _text(prim, theme, actions)
    else:
        _image(prim, theme, images, actions)


def _rect(rect: Rect, theme: Theme) -> Action:
    line, fill = _tools(rect.fill, rect.stroke, theme)
    if corner(rect) or (rect.stroke and rect.stroke.dash):
        return _Plate(_plate(rect.w, rect.h, corner(rect)), rect.x, rect.y, line, fill)
    return _Box(rect, line, fill)


def _shape(path: QPainterPath, fill: str | None, stroke: Stroke | None, theme: Theme) -> Action:
    return _Shape(path, *_tools(fill, stroke, theme))


# Of a large map some thousands of these are kept: an object with slots takes a fifth of a closure.


@dataclass(slots=True)
class _Box:
    """A rectangle with sharp corners."""

    rect: Rect
    line: QPen
    fill: QBrush

    def __call__(self, painter: QPainter, _: float) -> None:
        painter.setPen(self.line)
        painter.setBrush(self.fill)
        painter.drawRect(QRectF(self.rect.x, self.rect.y, self.rect.w, self.rect.h))


@dataclass(slots=True)
class _Plate:
    """An outline that many rectangles share, each at its own place."""

    outline: QPainterPath
    x: float
    y: float
    line: QPen
    fill: QBrush

    def __call__(self, painter: QPainter, _: float) -> None:
        painter.setPen(self.line)
        painter.setBrush(self.fill)
        painter.drawPath(self.outline.translated(self.x, self.y))


@dataclass(slots=True)
class _Shape:
    """A path of its own."""

    path: QPainterPath
    line: QPen
    fill: QBrush

    def __call__(self, painter: QPainter, _: float) -> None:
        painter.setPen(self.line)
        painter.setBrush(self.fill)
        painter.drawPath(self.path)


@lru_cache(maxsize=500)
def _plate(width: float, height: float, radius: float) -> QPainterPath:
    """The outline of a rectangle of this size, from its upper left corner."""
    return painter_path(rounded(Rect(0.0, 0.0, width, height, radius)))


def _tools(fill: str | None, stroke: Stroke | None, theme: Theme) -> tuple[QPen, QBrush]:
    line = pen(stroke, theme.colour(stroke.color)) if stroke and stroke.width > 0 else NO_PEN
    return line, brush(theme.colour(fill)) if fill else NO_BRUSH


def _text(text: Text, theme: Theme, actions: list[Action]) -> None:
    style = TextStyle(text.size, text.weight, text.tabular, text.tracking)
    placed = glyph_runs(text.text, style)
    if not placed:
        return
    if text.halo > 0:
        actions.append(_halo(text, style, theme))
    actions.append(_glyphs(text, style, placed, theme))


def _glyphs(text: Text, style: TextStyle, placed: Placed, theme: Theme) -> Action:
    ink = theme.colour(text.color)
    return _Letters(text, style, placed, ink_pen(ink), brush(ink))


@dataclass(slots=True)
class _Letters:
    """One line of words."""

    text: Text
    style: TextStyle
    placed: Placed
    line: QPen
    fill: QBrush

    def __call__(self, painter: QPainter, scale: float) -> None:
        text = self.text
        if text.size * scale > _LARGEST_GLYPH:
            painter.fillPath(outline(text.text, self.style).translated(text.x, text.y), self.fill)
            return
        painter.setPen(self.line)
        for x, run in self.placed:
            painter.drawGlyphRun(QPointF(text.x + x, text.y), run)


def _halo(text: Text, style: TextStyle, theme: Theme) -> Action:
    ground = theme.colour(text.halo_color)
    line = QPen(QColor(ground), 2 * text.halo)
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return _Shape(outline(text.text, style).translated(text.x, text.y), line, brush(ground))


def _image(image: Image, theme: Theme, images: Mapping[str, bytes], actions: list[Action]) -> None:
    data = images.get(image.sha256)
    photo = QImage.fromData(data) if data else QImage()
    if photo.isNull():
        for prim in missing(image):
            _compile(prim, theme, images, actions)
        return
    place = QRectF(*fitted(image, photo.width(), photo.height()))
    actions.append(lambda painter, _: painter.drawImage(place, photo))
