"""Shapes made ready for Qt once, painted many times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    if corner(rect) or (rect.stroke and rect.stroke.dash):
        return _shape(painter_path(rounded(rect)), rect.fill, rect.stroke, theme)
    box = QRectF(rect.x, rect.y, rect.w, rect.h)
    line, fill = _tools(rect.fill, rect.stroke, theme)

    def draw(painter: QPainter, _: float) -> None:
        painter.setPen(line)
        painter.setBrush(fill)
        painter.drawRect(box)

    return draw


def _shape(path: QPainterPath, fill: str | None, stroke: Stroke | None, theme: Theme) -> Action:
    line, area = _tools(fill, stroke, theme)

    def draw(painter: QPainter, _: float) -> None:
        painter.setPen(line)
        painter.setBrush(area)
        painter.drawPath(path)

    return draw


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
    colour, area = QPen(QColor(ink)), brush(ink)
    spots = [(QPointF(text.x + x, text.y), run) for x, run in placed]

    def draw(painter: QPainter, scale: float) -> None:
        if text.size * scale > _LARGEST_GLYPH:
            painter.fillPath(outline(text.text, style).translated(text.x, text.y), area)
            return
        painter.setPen(colour)
        for spot, run in spots:
            painter.drawGlyphRun(spot, run)

    return draw


def _halo(text: Text, style: TextStyle, theme: Theme) -> Action:
    ground = theme.colour(text.halo_color)
    line = QPen(QColor(ground), 2 * text.halo)
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    path = outline(text.text, style).translated(text.x, text.y)
    area = brush(ground)

    def draw(painter: QPainter, _: float) -> None:
        painter.setPen(line)
        painter.setBrush(area)
        painter.drawPath(path)

    return draw


def _image(image: Image, theme: Theme, images: Mapping[str, bytes], actions: list[Action]) -> None:
    data = images.get(image.sha256)
    photo = QImage.fromData(data) if data else QImage()
    if photo.isNull():
        for prim in missing(image):
            _compile(prim, theme, images, actions)
        return
    place = QRectF(*fitted(image, photo.width(), photo.height()))
    actions.append(lambda painter, _: painter.drawImage(place, photo))
